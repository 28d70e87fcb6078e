// Command netstat lists sockets and who has them, counters, multicast groups,
// routing tables and interfaces, as net-tools' netstat does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/netstat"
)

func main() {
	host.QuietQuit()
	os.Exit(netstat.Main(netstat.System(), os.Args))
}
