// Command arp lists and changes the kernel's table of IPv4 neighbours, as
// net-tools' arp does.
package main

import (
	"os"

	"classicnet/arp"
	"classicnet/internal/host"
)

func main() {
	host.QuietQuit()
	os.Exit(arp.Main(arp.System(), os.Args))
}
