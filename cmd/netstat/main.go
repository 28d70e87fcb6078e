// Command netstat lists the kernel's routing tables and interfaces, as
// net-tools' netstat -r and -i do.
package main

import (
	"os"

	"classicnet/netstat"
)

func main() { os.Exit(netstat.Main(netstat.System(), os.Args)) }
