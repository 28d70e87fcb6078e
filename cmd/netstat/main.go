// Command netstat lists sockets and who has them, counters, multicast groups,
// routing tables and interfaces, as net-tools' netstat does.
package main

import (
	"os"

	"classicnet/netstat"
)

func main() { os.Exit(netstat.Main(netstat.System(), os.Args)) }
