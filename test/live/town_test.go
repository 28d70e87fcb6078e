package live

import (
	"fmt"

	"classicnet/internal/arphrd"
)

// quiet keeps the kernel from making addresses and packets of its own.
const quiet = `
for c in all default; do
	sysctl -qw net.ipv6.conf.$c.accept_dad=0 net.ipv6.conf.$c.accept_ra=0 net.ipv6.conf.$c.router_solicitations=0
done
ip link set lo up
pair() { # NAME MAC: a veth whose other end is up
	ip link add name $1 address $2 type veth peer name p-$1
	ip link set p-$1 addrgenmode none
	ip link set $1 addrgenmode none
	ip link set p-$1 up
}
point() { # NAME TYPE: a tun
	mktun $1 $2
	ip link set $1 addrgenmode none
}
`

// town is a rich set of links. A name of 15 bytes stays down: net-tools of
// Debian's security update shows zeros for its counters.
const town = quiet + `
pair eth1 02:00:00:00:00:01
pair eth2 02:00:00:00:00:02
pair eth10 02:00:00:00:00:0a
pair eth1.20 02:00:00:00:00:20
pair eth0.100 02:00:00:00:01:00
pair wlan0-0 02:00:00:00:aa:00
ip link add name averylongname15 address 02:00:00:00:00:15 type veth peer name anotherlongname
ip link set eth1 up
ip link set eth2 up
ip link set eth10 up mtu 9000 txqueuelen 5
ip link set eth1.20 up arp off
ip link set eth0.100 up multicast off promisc on allmulticast on

# addresses: aliases by number and by text, one that is hidden behind the first
ip addr add 127.0.0.2/32 dev lo label lo:1
ip addr add 192.168.1.1/24 brd + dev eth1
ip addr add 192.168.1.7/24 brd + dev eth1
ip addr add 172.16.0.9/12 dev eth1
ip addr add 192.168.0.1/24 brd + dev eth1 label eth1:0
ip addr add 192.168.0.2/25 brd 192.168.0.100 dev eth1 label eth1:10
ip addr add 192.168.0.3/26 dev eth1 label eth1:2
ip addr add 192.168.0.4/32 dev eth1 label eth1:web
ip addr add 10.0.0.1/8 dev eth2 label eth2:a
ip addr add 10.1.0.1/16 brd + dev eth10
ip addr add 10.77.0.1/24 brd + dev wlan0-0

# a label that is the name of another device, and a device of two names
ip addr add 10.99.0.9/8 brd + dev eth1 label eth10
ip link property add dev eth1 altname uplink0

# every scope that IPv6 knows
ip -6 addr add 2001:db8::1/64 dev eth1
ip -6 addr add fe80::1/64 dev eth1
ip -6 addr add fec0::1/64 dev eth1
ip -6 addr add ::1.2.3.4/96 dev eth1
ip -6 addr add ::ffff:1.2.3.4/128 dev eth1
ip -6 addr add fd00:1111:2222:3333:4444:5555:6666:7777/128 dev eth1
ip -6 addr add fe80::2/10 dev eth2
ip -6 addr add 2002:102:304::1/16 dev eth2

# point to point
point tun0 none
ip addr add 10.8.0.1 peer 10.8.0.2/32 dev tun0
ip link set tun0 up
point ppp0 ppp
ip addr add 10.64.64.2 peer 10.64.64.1/32 dev ppp0
ip addr add 10.64.65.2 peer 10.64.65.1/24 dev ppp0 label ppp0:5
ip link set ppp0 up mtu 1492 txqueuelen 3
point sl0 cslip
ip link set sl0 up

# counters around the units
for n in 1023 1024 1025 1126 1127; do
	point c$n none
	ip link set c$n up
	mktun --rx c$n 1 $n
done
point cmega none
ip link set cmega up
mktun --rx cmega 1100 1000
ip link add br0 type bridge
ip link set br0 addrgenmode none
ip link set br0 up
ip link set eth10 master br0
`

// more makes it more than 50 links.
const more = `
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
	point m$n none
	ip addr add 10.200.$n.1 peer 10.200.$n.2/32 dev m$n
	ip -6 addr add fd00:$n::1/64 dev m$n
done
`

// dynamic has a flag that jc can't read past.
const dynamic = `
pair dyn0 02:00:00:00:00:d0
ip link set dyn0 dynamic on
`

// linkTypes makes a tun and a tap of every link type that the kernel has a name for,
// and of one that it hasn't, all of them down.
var linkTypes = quiet + `
for n in 999` + everyNumber() + `; do
	mktun t$n $n
	mktun a$n $n 02:1a:2b:3c:4d:5e
done
`

// everyNumber is a word of each number.
func everyNumber() (words string) {
	var last uint16
	for i, n := range arphrd.Names {
		if i == 0 || n.Number != last {
			words += fmt.Sprint(" ", n.Number)
		}
		last = n.Number
	}
	return words
}

// labels are those of an address that no device goes by. It stands last, where
// net-tools ends its listing.
const labels = quiet + `
pair zz0 02:00:00:00:00:01
ip link set zz0 up
ip addr add 10.0.0.1/24 brd + dev zz0
ip addr add 10.1.0.1/24 brd + dev zz0 label zz0lab
`

// routes are rows of every kind over the links of a town.
const routes = town + `
ip route add default via 192.168.1.254 metric 3
ip route add 10.9.0.0/16 via 192.168.1.253
ip route add 172.31.0.0/16 dev eth2 advmss 1400 window 5000 rtt 100
ip route add 10.2.3.4/32 dev eth2
ip route add 0.0.0.0/1 dev eth2
ip route add 10.3.0.0/16 dev eth2 metric 4294967295
ip route add unreachable 192.168.200.0/24
ip route add prohibit 192.168.201.1
ip route add blackhole 192.168.202.0/24
ip route add throw 192.168.203.0/24
ip route add 10.6.0.0/16 tos 0x10 dev eth2
ip nexthop add id 5 via 192.168.1.253 dev eth1
ip nexthop add id 6 dev eth2
ip nexthop add id 7 group 5/6
ip nexthop add id 8 blackhole
ip route add 10.7.0.0/16 nhid 5
ip route add 10.8.0.0/16 nhid 7
ip route add 10.10.0.0/16 nhid 8
ip route add 10.11.0.0/16 via inet6 fe80::9 dev eth1
ip route add 10.12.0.0/16 dev eth2 metric 4278198272
ip route add 10.4.0.0/16 nexthop via 192.168.1.253 nexthop dev eth2
ip route add local 10.5.0.1 dev lo table main
ip -6 route add 2001:db8:1::/48 via 2001:db8::2 metric 7
ip -6 route add default via fe80::9 dev eth1
ip -6 route add unreachable 2001:db8:2::/48
ip -6 route add blackhole 2001:db8:4::/48
ip -6 route add 2001:db8:5::/48 dev eth2 metric 4278198272
ip nexthop add id 9 via fe80::9 dev eth1
ip -6 route add 2001:db8:6::/48 nhid 9
ip -6 route add 2001:db8:3:1111:2222:3333:4444:5555 dev eth2
ip -6 route add ::ffff:10.1.1.1 dev eth2
`

// hosts and networks have names for some of the addresses in routes.
const (
	hosts = "127.0.0.1 localhost\n::1 ip6-localhost\n192.168.1.254 gw.example.test gw\n" +
		"10.2.3.4 a-very-long-hostname.example.test\n192.168.1.0 not-a-host\n2001:db8::2 six.example.test\n"
	networks = "loopback 127.0.0.0\nhome 192.168.1.0\nthis-is-a-very-long-network 10.9.0.0\n"
)
