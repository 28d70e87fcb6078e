package main

import (
	"fmt"
	"io"
	"time"
)

// workload is a state of the kernel and the commands that list it.
type workload struct {
	name  string
	title string
	size  int
	// growth are the sizes in which its time is worth seeing; nil is none.
	growth []int
	// state writes the commands of `ip -batch` that make it.
	state func(w io.Writer, size int)
	// held are sockets that processes hold; nil is none.
	held *held
	// settle is how long the kernel needs after it, in seconds.
	settle int
	// prepare is done once, behind state; nil is nothing.
	prepare func(size int) error
	// before is done before each run of a command, and not timed; nil is nothing.
	before func(words string) error
	// patience is what a command may take for its first run, where the sizes aren't
	// those of growth; 0 is tooLong.
	patience time.Duration
	// often multiplies the rounds where a run takes too little time for a few of
	// them to tell; 0 stands for once.
	often int
	// commands are ours and the peers'; the first is ours. A word {bin} is the
	// folder of our tools, {debian} that of Debian's ifup, {size} is the size.
	commands []string
}

var workloads = [...]workload{
	{
		name: "start", title: "one interface, from exec to exit", size: 1, state: nothing, often: 100,
		commands: []string{"{bin}/ifconfig lo", "{bin}/hello", "ip addr show lo", "/sbin/ifconfig lo", "busybox ifconfig lo", "{bin}/classicnet ifconfig lo"},
	},
	{
		name: "interfaces", title: "pairs of interfaces with IPv6 addresses, all listed", size: 1000, growth: []int{125, 250, 500, 1000, 2000}, state: pairs, settle: 3,
		commands: []string{"{bin}/ifconfig -a", "ip -s addr", "/sbin/ifconfig -a", "busybox ifconfig -a", "cat /proc/net/dev"},
	},
	{
		name: "many", title: "pairs of interfaces with IPv6 addresses, all listed, and netstat's table", size: 5000, growth: []int{1000, 5000}, state: pairs, settle: 5,
		commands: []string{"{bin}/ifconfig -a", "ip -s addr", "{bin}/classicnet netstat -ia", "cat /proc/net/dev"},
	},
	{
		name: "aliases", title: "aliases on one interface", size: 4000, growth: []int{250, 1000, 2000, 4000, 8000, 16000}, state: aliases,
		commands: []string{"{bin}/ifconfig", "/sbin/ifconfig", "busybox ifconfig", "ip addr"},
	},
	{
		name: "routes", title: "IPv4 routes, numeric", size: 500000, growth: []int{1000, 10000, 125000, 250000, 500000, 1000000}, state: routes,
		commands: []string{"{bin}/route -n", "cat /proc/net/route", "/sbin/route -n", "busybox route -n", "ip route"},
	},
	{
		name: "head", title: "IPv4 routes, numeric, the first lines", size: 500000, state: routes,
		commands: []string{"{bin}/route -n | head -n 3", "/sbin/route -n | head -n 3", "cat /proc/net/route | head -n 3"},
	},
	{
		name: "routes6", title: "IPv6 routes, numeric", size: 20000, growth: []int{5000, 10000, 20000, 40000}, state: routes6,
		commands: []string{"{bin}/route -A inet6 -n", "cat /proc/net/ipv6_route", "/sbin/route -A inet6 -n"},
	},
	{
		name: "sockets", title: "TCP sockets of 2,000 processes, numeric", size: 100000, growth: []int{25000, 50000, 100000, 200000}, state: nothing, patience: time.Minute,
		held:     &held{processes: 2000, connections: half, listeners: thousands},
		commands: []string{"{bin}/netstat -tn", "cat /proc/net/tcp", "/bin/netstat -tn", "ss -tn"},
	},
	{
		name: "owners", title: "TCP sockets of 2,000 processes, with these", size: 100000, growth: []int{25000, 50000, 100000, 200000}, state: nothing, patience: time.Minute,
		held:     &held{processes: 2000, connections: half, listeners: thousands},
		commands: []string{"{bin}/netstat -tanp", "cat /proc/net/tcp", "/bin/netstat -tanp", "ss -tanp"},
	},
	{
		name: "socketnames", title: "TCP sockets with names in /etc/hosts", size: 20000, growth: []int{5000, 10000, 20000, 40000}, state: nothing, patience: time.Minute,
		held:     &held{processes: 500, connections: whole, listeners: none, names: true},
		commands: []string{"{bin}/netstat -t", "/bin/netstat -t"},
	},
	{
		name: "listeners", title: "listeners among 2,000 processes, with these", size: 50, state: nothing, often: 3, patience: time.Minute,
		held:     &held{processes: 2000, connections: none, listeners: whole},
		commands: []string{"{bin}/netstat -tlnp", "/bin/netstat -tlnp", "ss -tlnp"},
	},
	{
		name: "ifup", title: "stanzas of aliases, brought up", size: 1000, growth: []int{250, 1000, 4000},
		state: eth1, prepare: writeStanzas, before: takeDown, patience: 5 * time.Minute,
		commands: []string{"{bin}/ifup -a", "{bin}/bare up {size}", "{debian}/ifup -a"},
	},
	{
		name: "ifdown", title: "stanzas of aliases, taken down", size: 1000, growth: []int{250, 1000, 4000},
		state: eth1, prepare: writeStanzas, before: bringUp, patience: 5 * time.Minute,
		commands: []string{"{bin}/ifdown -a", "{bin}/bare down {size}", "{debian}/ifdown -a"},
	},
	{
		name: "ifquery", title: "stanzas of aliases, their names", size: 1000, growth: []int{250, 1000, 4000, 8000},
		state: eth1, prepare: writeStanzas, often: 3,
		commands: []string{"{bin}/ifquery --list -a", "{debian}/ifquery --list -a"},
	},
}

func nothing(io.Writer, int) {}

// A connection has two sockets.

func half(size int) int  { return size / 2 }
func whole(size int) int { return size }
func none(int) int       { return 0 }
func thousands(int) int  { return 2000 }

// pairs makes veth links, two interfaces each.
func pairs(w io.Writer, size int) {
	for i := range size {
		fmt.Fprintf(w, "link add name v%d type veth peer name p%d\n", i, i)
		fmt.Fprintf(w, "link set v%d up\nlink set p%d up\n", i, i)
	}
}

func aliases(w io.Writer, size int) {
	fmt.Fprintln(w, "link add name eth1 type veth peer name far\nlink set eth1 up\nlink set far up")
	for i := range size {
		fmt.Fprintf(w, "addr add 10.%d.%d.1/32 dev eth1 label eth1:%d\n", i/250, i%250, i)
	}
}

func routes(w io.Writer, size int) {
	fmt.Fprintln(w, "link add name eth1 type veth peer name far\nlink set eth1 up\nlink set far up\naddr add 10.255.0.1/24 dev eth1")
	for i := range size {
		fmt.Fprintf(w, "route add %d.%d.%d.0/24 via 10.255.0.2\n", 16+i>>16, i>>8&255, i&255)
	}
}

func routes6(w io.Writer, size int) {
	fmt.Fprintln(w, "link add name eth1 type veth peer name far\nlink set eth1 up\nlink set far up")
	for i := range size {
		fmt.Fprintf(w, "route add 2001:db8:%x::/48 dev eth1\n", i)
	}
}
