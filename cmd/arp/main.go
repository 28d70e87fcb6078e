// Command arp lists and changes the kernel's table of IPv4 neighbours, as
// net-tools' arp does.
package main

import (
	"os"

	"classicnet/arp"
)

func main() { os.Exit(arp.Main(arp.System(), os.Args)) }
