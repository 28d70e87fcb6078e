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
	"classicnet/internal/tools/brctl"
	"classicnet/internal/tools/ifenslave"
	"classicnet/internal/tools/tunctl"
	"classicnet/internal/tools/vconfig"
	"classicnet/netstat"
	"classicnet/route"
)

// tools are the rows: a tool is one of them and nothing else. Each is whole on a
// line of its own: packaging/build takes out the lines of those that aren't wanted,
// and the import that nobody needs then. Each has a function literal, which the
// linker lays out: what a helper returned would be made at every start. By those
// that have to be asked for a machine comes up.
var tools = []multicall.Tool{
	{Name: "ifconfig", About: "show and configure interfaces", Run: func(args []string) int { return ifconfig.Main(ifconfig.System(), args) }},
	{Name: "route", About: "show and change the routing tables", Run: func(args []string) int { return route.Main(route.System(), args) }},
	{Name: "netstat", About: "show routing tables and interfaces", Run: func(args []string) int { return netstat.Main(netstat.System(), args) }},
	{Name: "arp", About: "show and change the table of IPv4 neighbours", Run: func(args []string) int { return arp.Main(arp.System(), args) }},
	{Name: "brctl", About: "make and show Ethernet bridges", Run: func(args []string) int { return brctl.Main(brctl.System(), args) }},
	{Name: "vconfig", About: "make and delete VLANs", Run: func(args []string) int { return vconfig.Main(vconfig.System(), args) }},
	{Name: "ifenslave", About: "give a bond its interfaces", Run: func(args []string) int { return ifenslave.Main(ifenslave.System(), args) }},
	{Name: "tunctl", About: "make tap devices that stay", Run: func(args []string) int { return tunctl.Main(tunctl.System(), args) }},
	{Name: "ifup", Asked: true, About: "bring interfaces up as /etc/network/interfaces says", Run: func(args []string) int { return ifupdown.Main(ifupdown.System(), args) }},
	{Name: "ifdown", Asked: true, About: "take interfaces down that ifup brought up", Run: func(args []string) int { return ifupdown.Main(ifupdown.System(), args) }},
	{Name: "ifquery", Asked: true, About: "show what /etc/network/interfaces says", Run: func(args []string) int { return ifupdown.Main(ifupdown.System(), args) }},
}

func main() {
	p := multicall.Program{Env: host.Env(), Tools: tools, Executable: os.Executable}
	os.Exit(p.Main(os.Args))
}
