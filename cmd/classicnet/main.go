// Command classicnet is all the tools in one file: called by a tool's name it
// is that tool.
package main

import (
	"os"

	"classicnet/arp"
	"classicnet/ifconfig"
	"classicnet/ifupdown"
	"classicnet/internal/host"
	"classicnet/internal/multicall"
	"classicnet/netstat"
	"classicnet/route"
)

// tools are the rows: a tool is one of them and nothing else. Each is whole on a
// line of its own: packaging/build takes out the lines of those that aren't wanted,
// and the import that nobody needs then.
func tools() []multicall.Tool {
	return []multicall.Tool{
		{Name: "ifconfig", About: "show and configure interfaces", Run: multicall.Command(ifconfig.System, ifconfig.Main)},
		{Name: "route", About: "show and change the routing tables", Run: multicall.Command(route.System, route.Main)},
		{Name: "netstat", About: "show routing tables and interfaces", Run: multicall.Command(netstat.System, netstat.Main)},
		{Name: "arp", About: "show and change the table of IPv4 neighbours", Run: multicall.Command(arp.System, arp.Main)},
		{Name: "ifup", About: "bring interfaces up as /etc/network/interfaces says", Run: multicall.Command(ifupdown.System, ifupdown.Main)},
		{Name: "ifdown", About: "take interfaces down that ifup brought up", Run: multicall.Command(ifupdown.System, ifupdown.Main)},
		{Name: "ifquery", About: "show what /etc/network/interfaces says", Run: multicall.Command(ifupdown.System, ifupdown.Main)},
	}
}

func main() {
	p := multicall.Program{Env: host.Env(), Tools: tools(), Executable: os.Executable}
	os.Exit(p.Main(os.Args))
}
