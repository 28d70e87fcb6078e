package ifconfig

import (
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl/ioctltest"
)

// Each word that selects a family, alone: it is taken and nothing happens.
func TestFamilyWordAlone(t *testing.T) {
	for _, word := range []string{"unix", "inet", "inet6", "ax25", "netrom", "rose", "ipx", "ddp", "ec", "x25", "unspec"} {
		play(t, oneCard, []session{{args: "eth0 " + word}})
	}
}

// What looks like a family and is none is an address.
func TestNoFamilyWords(t *testing.T) {
	for _, word := range []string{"ip", "ip6", "tcpip", "appletalk", "econet", "ash", "INET", "Inet6", "inet4"} {
		play(t, oneCard, []session{{args: "eth0 " + word + " up", says: word + ": Unknown host\n" + help, exit: 1}})
	}
}

// Only the first word can be a family.
func TestFamilyComesFirst(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 up inet6", log: up, says: "inet6: Unknown host\n" + help, exit: 1},
		{args: "eth0 inet inet6", says: "inet6: Unknown host\n" + help, exit: 1},
		{args: "eth0 inet,inet", says: "Please don't supply more than one address family.\ninet,inet: Unknown host\n" + help, exit: 1},
		{args: "eth0 up a,b", log: up, says: "a,b: Unknown host\n" + help, exit: 1},
	})
}

// allFamilies is a card in a kernel that has lost no family.
func allFamilies() *ioctltest.Kernel {
	k := oneCard()
	for i := range families {
		k.Families = append(k.Families, families[i].number)
	}
	return k
}

// gates are the files that say which families there are.
func gates() files {
	f := etc()
	for i := range families {
		f[families[i].gate] = ""
	}
	return f
}

// With its socket a family's words go to it, and Econet has addresses.
func TestFamiliesWithSockets(t *testing.T) {
	for args, want := range map[string]session{
		"eth0 ec 3.9":           {log: lines("SIOCSIFADDR eth0 "+sockaddr(unix.AF_ECONET, "0000000903"), up)},
		"eth0 ec 9":             {log: lines("SIOCSIFADDR eth0 "+sockaddr(unix.AF_ECONET, "0000000900"), up)},
		"eth0 ec netmask 1.2":   {log: "SIOCSIFNETMASK eth0 " + sockaddr(unix.AF_ECONET, "0000000201"), says: "SIOCSIFNETMASK: Inappropriate ioctl for device\n", exit: 1},
		"eth0 ax25 up":          {log: up},
		"eth0 ax25 K1ABC":       {says: "Don't know how to set addresses for family 3.\n", exit: 1},
		"eth0 netrom K1ABC":     {says: "Don't know how to set addresses for family 6.\n", exit: 1},
		"eth0 ipx 1:0000000002": {says: "ifconfig: error resolving '1:0000000002' to set address for af=ipx\n" + help, exit: 1},
		"eth0 ipx 1:000000000002 up": {
			says: "Don't know how to set addresses for family 4.\n", exit: 1},
		"eth0 ipx dstaddr 1:000000000002": {log: "SIOCSIFDSTADDR eth0 " + sockaddr(unix.AF_IPX, "000000000001000000000002"),
			says: "SIOCSIFDSTADDR: Inappropriate ioctl for device\n", exit: 1},
		"eth0 unix mtu 1400": {log: "SIOCSIFMTU eth0 1400"},
	} {
		k := allFamilies()
		got := start(k, gates(), words(args)...)
		if changes(k) != want.log || got.stderr.String() != want.says || got.status != want.exit {
			t.Errorf("%s: %s%s", args, got, k)
		}
	}
}

// A family whose file is missing isn't tried, unless there is no /proc/net.
func TestGateOfAFamily(t *testing.T) {
	const refused = "SIOCSIFMTU: Bad file descriptor\n1\n"
	without := gates()
	delete(without, "/proc/net/ax25")
	if got := start(allFamilies(), without, "eth0", "ax25", "mtu", "1"); got.String() != refused {
		t.Errorf("without the file: %s", got)
	}
	delete(without, "/proc/net")
	if got := start(allFamilies(), without, "eth0", "ax25", "mtu", "1"); got.String() != "0\n" {
		t.Errorf("without /proc/net: %s", got)
	}
	if got := start(oneCard(), without, "eth0", "ax25", "mtu", "1"); got.String() != refused {
		t.Errorf("without the family: %s", got)
	}
}

// Words that take an address read that of the family; each has a message of its
// own for what the family can't read.
func TestAddressesOfOtherFamilies(t *testing.T) {
	const none = "ifconfig: Cannot set address for this protocol family.\n"
	play(t, oneCard, []session{
		{args: "eth0 ipx broadcast x", says: "ifconfig: Error resolving 'x' for broadcast\n", exit: 1},
		{args: "eth0 ipx dstaddr x", says: "ifconfig: Error resolving 'x' for dstaddr\n", exit: 1},
		{args: "eth0 ipx netmask x", says: "ifconfig: Error resolving 'x' for netmask\n", exit: 1},
		{args: "eth0 ipx pointopoint x", says: "ifconfig: Error resolving 'x' for pointopoint\n", exit: 1},
		{args: "eth0 ec pointtopoint x", says: "ifconfig: Error resolving 'x' for pointopoint\n", exit: 1},
		{args: "eth0 ax25 netmask K_", says: "K_: Invalid callsign\n", exit: 1},
		{args: "eth0 netrom dstaddr K1ABCDE", says: "K1ABCDE: Callsign too long\n", exit: 1},
		{args: "eth0 rose broadcast 1", says: "1: Node address must be ten digits\n", exit: 1},
		{args: "eth0 x25 netmask 1/2", says: "1/2: Invalid address\n", exit: 1},
		{args: "eth0 inet6 netmask frob", says: "getaddrinfo: frob: -2\nfrob: Unknown host\n", exit: 1},
		{args: "eth0 unix netmask 1.2.3.4 up", says: none, exit: 1},
		{args: "eth0 ddp broadcast 1.2.3.4 up", says: none, exit: 1},
		{args: "eth0 unspec dstaddr 1.2.3.4 up", says: none, exit: 1},
		{args: "eth0 unix pointopoint 1.2.3.4 up", says: none, exit: 1},
		{args: "eth0 unspec 1.2.3.4 up", says: none, exit: 1},
	})
}

// Whether an address is IPv6 is told by the colon alone, whatever the family
// word. IPv6 has its own socket; IPv4's requests on the device go to the family's.
func TestAddBehindAFamily(t *testing.T) {
	for family, reason := range map[string]string{
		"unix": "Bad file descriptor", "ax25": "Bad file descriptor", "ipx": "Bad file descriptor",
		"unspec": "Inappropriate ioctl for device", // it's standard input that is asked
	} {
		play(t, upCard, []session{
			{args: "eth0 " + family + " add fe80::1/64", log: "SIOCSIFADDR #7 fe80::1/64"},
			{args: "eth0 " + family + " del 10.0.0.2", says: "eth0: error fetching interface information: " + reason + "\n", exit: 1},
		})
	}
	play(t, upCard, []session{
		{args: "eth0 inet6 add fe80::1/64", log: "SIOCSIFADDR #7 fe80::1/64"},
		{args: "eth0 inet6 del 10.0.0.2", says: "SIOCDIFADDR: Cannot assign requested address\n", exit: 1},
	})
}
