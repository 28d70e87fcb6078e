// Command ipmaddr lists, joins and leaves multicast groups, as net-tools' ipmaddr
// does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/ipmaddr"
)

func main() {
	host.QuietQuit()
	os.Exit(ipmaddr.Main(ipmaddr.System(), os.Args))
}
