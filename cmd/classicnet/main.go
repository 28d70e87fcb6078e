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
	"classicnet/internal/tools/ipmaddr"
	"classicnet/internal/tools/iptunnel"
	"classicnet/internal/tools/miitool"
	"classicnet/internal/tools/nameif"
	"classicnet/internal/tools/plipconfig"
	"classicnet/internal/tools/rarp"
	"classicnet/internal/tools/slattach"
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
	{Name: "netstat", About: "show sockets, counters, routing tables and interfaces", Run: func(args []string) int { return netstat.Main(netstat.System(), args) }},
	{Name: "arp", About: "show and change the table of IPv4 neighbours", Run: func(args []string) int { return arp.Main(arp.System(), args) }},
	{Name: "nameif", About: "name interfaces by their hardware addresses", Run: func(args []string) int { return nameif.Main(nameif.System(), args) }},
	{Name: "ipmaddr", About: "list, join and leave multicast groups", Run: func(args []string) int { return ipmaddr.Main(ipmaddr.System(), args) }},
	{Name: "iptunnel", About: "list, make and change tunnels of IP over IPv4", Run: func(args []string) int { return iptunnel.Main(iptunnel.System(), args) }},
	{Name: "mii-tool", About: "show and set what a network card has negotiated", Run: func(args []string) int { return miitool.Main(miitool.System(), args) }},
	{Name: "plipconfig", About: "show and set the times of a parallel line", Run: func(args []string) int { return plipconfig.Main(plipconfig.System(), args) }},
	{Name: "rarp", About: "change the RARP table of an old kernel", Run: func(args []string) int { return rarp.Main(rarp.System(), args) }},
	{Name: "slattach", About: "make a network interface of a serial line", Run: func(args []string) int { return slattach.Main(slattach.System(), args) }},
	{Name: "brctl", About: "make and show Ethernet bridges", Run: func(args []string) int { return brctl.Main(brctl.System(), args) }},
	{Name: "vconfig", About: "make and delete VLANs", Run: func(args []string) int { return vconfig.Main(vconfig.System(), args) }},
	{Name: "ifenslave", About: "give a bond its interfaces", Run: func(args []string) int { return ifenslave.Main(ifenslave.System(), args) }},
	{Name: "tunctl", About: "make tap devices that stay", Run: func(args []string) int { return tunctl.Main(tunctl.System(), args) }},
	{Name: "ifup", Asked: true, About: "bring interfaces up as /etc/network/interfaces says", Run: func(args []string) int { return ifupdown.Main(ifupdown.System(), args) }},
	{Name: "ifdown", Asked: true, About: "take interfaces down that ifup brought up", Run: func(args []string) int { return ifupdown.Main(ifupdown.System(), args) }},
	{Name: "ifquery", Asked: true, About: "show what /etc/network/interfaces says", Run: func(args []string) int { return ifupdown.Main(ifupdown.System(), args) }},
}

func main() {
	host.QuietQuit()
	p := multicall.Program{Env: host.Env(), Tools: tools, Executable: os.Executable}
	os.Exit(p.Main(os.Args))
}
