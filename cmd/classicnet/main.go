// Command classicnet is all the tools in one file: called by a tool's name it
// is that tool.
package main

import (
	"os"

	"classicnet/arp"
	"classicnet/ifconfig"
	"classicnet/internal/host"
	"classicnet/internal/multicall"
	"classicnet/netstat"
	"classicnet/route"
)

// tools are the rows: a tool is one of them and nothing else.
func tools() []multicall.Tool {
	return []multicall.Tool{
		{Name: "ifconfig", About: "show and configure interfaces", Run: multicall.Command(ifconfig.System, ifconfig.Main)},
		{Name: "route", About: "show and change the routing tables", Run: multicall.Command(route.System, route.Main)},
		{Name: "netstat", About: "show routing tables and interfaces", Run: multicall.Command(netstat.System, netstat.Main)},
		{Name: "arp", About: "show and change the table of IPv4 neighbours", Run: multicall.Command(arp.System, arp.Main)},
	}
}

func main() {
	p := multicall.Program{Env: host.Env(), Tools: tools(), Executable: os.Executable}
	os.Exit(p.Main(os.Args))
}
