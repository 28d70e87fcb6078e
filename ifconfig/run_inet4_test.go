package ifconfig

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

func TestAddMakesTheNextAlias(t *testing.T) {
	play(t, upCard, []session{
		{args: "eth0 add 10.0.0.2", log: lines("SIOCSIFADDR eth0:0 10.0.0.2", "SIOCSIFNETMASK eth0:0 255.255.255.0",
			"SIOCSIFBRDADDR eth0:0 10.0.0.255", "SIOCSIFFLAGS eth0:0 UP|BROADCAST|RUNNING|MULTICAST")},
		{args: "eth0 add nohost mtu 1400", log: "SIOCSIFMTU eth0 1400", says: "nohost: Unknown host\n", exit: 1},
		{args: "eth0 add 10.0.0.2/24", says: "10.0.0.2/24: Unknown host\n", exit: 1},
		{args: "eth0 del 10.0.0.2", says: "SIOCDIFADDR: Cannot assign requested address\n", exit: 1},
		{args: "nosuch add 10.0.0.2 mtu 1", log: "SIOCSIFMTU nosuch 1",
			says: "nosuch: error fetching interface information: Device not found\nSIOCSIFMTU: No such device\n", exit: 1},
		{args: "nosuch del 10.0.0.2", says: "nosuch: error fetching interface information: Device not found\n", exit: 1},
	})
}

// An alias of a card that is down must not be deleted by the flags that follow.
func TestAddOnACardThatIsDown(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 add 10.0.0.2", log: "SIOCSIFADDR eth0:0 10.0.0.2"},
		{args: "eth0 add 10.0.0.2 up", log: lines("SIOCSIFADDR eth0:0 10.0.0.2", up)},
	})
}

// aliases is a card with labels of many kinds.
func aliases() *ioctltest.Kernel {
	k := newKernel("eth1", "eth10")
	for line := range strings.Lines("eth1 10.0.0.1\neth1:0 10.0.0.2\neth1:2 10.0.0.3\neth1:b 10.0.0.4\neth1:-1 10.0.0.5\neth1:a 10.0.0.6\neth10:1 10.0.0.7\n") {
		start(k, etc(), words(line+" netmask 255.255.255.0")...)
	}
	k.Forget()
	return k
}

func TestLabels(t *testing.T) {
	const upFlags = " UP|BROADCAST|RUNNING|MULTICAST"
	made := func(label, addr string) string {
		return lines("SIOCSIFADDR "+label+" "+addr, "SIOCSIFNETMASK "+label+" 255.255.255.0", "SIOCSIFBRDADDR "+label+" 10.0.0.255", "SIOCSIFFLAGS "+label+upFlags)
	}
	play(t, aliases, []session{
		{args: "eth1 add 10.9.9.9", log: made("eth1:1", "10.9.9.9")},
		{args: "eth1 add 10.9.9.9 add 10.9.9.10", log: lines(made("eth1:1", "10.9.9.9"), made("eth1:3", "10.9.9.10"))},
		{args: "eth1 add 10.0.0.3", log: "SIOCSIFFLAGS eth1:2" + upFlags},
		{args: "eth1 del 10.0.0.3", log: "SIOCSIFFLAGS eth1:2 BROADCAST|RUNNING|MULTICAST"},
		{args: "eth1 del 10.0.0.4", log: "SIOCSIFFLAGS eth1:b BROADCAST|RUNNING|MULTICAST"},
		{args: "eth1 del 10.0.0.6", log: "SIOCSIFFLAGS eth1:a BROADCAST|RUNNING|MULTICAST"},
		{args: "eth1 del 10.0.0.5", says: "SIOCDIFADDR: Cannot assign requested address\n", exit: 1},
		{args: "eth1 del 10.0.0.1", says: "SIOCDIFADDR: Cannot assign requested address\n", exit: 1},
		{args: "eth1 del 10.0.0.7", says: "SIOCDIFADDR: Cannot assign requested address\n", exit: 1},
		{args: "eth1 del 10.0.0.2 del 10.0.0.2", log: "SIOCSIFFLAGS eth1:0 BROADCAST|RUNNING|MULTICAST",
			says: "SIOCDIFADDR: Cannot assign requested address\n", exit: 1},
		{args: "eth1:2 add 10.9.9.9", log: made("eth1:2:0", "10.9.9.9")},
		{args: "eth1:2 add 10.9.9.9 add 10.9.9.10", log: lines(made("eth1:2:0", "10.9.9.9"), made("eth1:2:1", "10.9.9.10"))},
		{args: "eth1:2 del 10.0.0.3", log: "SIOCSIFFLAGS eth1:2 BROADCAST|RUNNING|MULTICAST"},
	})
}

func TestAllAliasNumbersInUse(t *testing.T) {
	k := upCard()
	d := k.Interface("eth0")
	for i := range aliasNumbers {
		d.Addrs = append(d.Addrs, labelled("eth0:"+strconv.Itoa(i), fmt.Sprint("10.1.0.", i), "10.1.0.255", "255.255.255.0"))
	}
	got := start(k, etc(), "eth0", "add", "10.9.9.9")
	if want := "ifconfig: eth0: all alias numbers are in use\n1\n"; got.String() != want || changes(k) != "" {
		t.Errorf("%s%s", got, k)
	}
}

func TestRefusedAliasIsToldOnce(t *testing.T) {
	for request, says := range map[string]string{
		"SIOCSIFADDR":    "SIOCSIFADDR: Operation not permitted\n1\n",
		"SIOCSIFNETMASK": "SIOCSIFNETMASK: Operation not permitted\n1\n",
		"SIOCSIFBRDADDR": "SIOCSIFBRDADDR: Operation not permitted\n1\n",
		"SIOCSIFFLAGS":   "SIOCSIFFLAGS: Operation not permitted\n1\n",
		"SIOCGIFCONF":    "SIOCGIFCONF: Operation not permitted\n1\n",
	} {
		k := upCard()
		k.Fail(request, unix.EPERM)
		if got := start(k, etc(), "eth0", "add", "10.0.0.2"); got.String() != says {
			t.Errorf("%s: %s", request, got)
		}
	}
}

// The family's socket takes the request, and inet's tells the addresses.
func TestAliasOfAnotherFamily(t *testing.T) {
	const noSocket = "eth0: error fetching interface information: Bad file descriptor\n"
	play(t, upCard, []session{
		{args: "eth0 ax25 add 10.0.0.2", says: noSocket, exit: 1},
		{args: "eth0 ax25 del 10.0.0.2", says: noSocket, exit: 1},
	})
	got, inet, inet6 := &terminal{}, upCard(), newKernel("eth0")
	inet6.Fail("SIOCSIFADDR", unix.ENODEV)
	e := got.env(inet, etc())
	e.Dial = func(family int) (Kernel, error) {
		if family == unix.AF_INET6 {
			return socket(inet6, family), nil
		}
		return socket(inet, family), nil
	}
	got.status = Main(e, words("ifconfig eth0 inet6 add 10.0.0.2"))
	if want := "SIOCSIFADDR: No such device\n1\n"; got.String() != want || changes(inet) != "" || changes(inet6) != "SIOCSIFADDR eth0:0 10.0.0.2" {
		t.Errorf("%s%s\n%s", got, inet, inet6)
	}
}

func TestAddWithoutProc(t *testing.T) {
	k := upCard()
	got := start(k, files{}, "eth0", "add", "10.0.0.2")
	if got.String() != "0\n" || !strings.HasPrefix(changes(k), "SIOCSIFADDR eth0:0 10.0.0.2") {
		t.Errorf("%s%s", got, k)
	}
}

// On a point-to-point link it is the peer's address that is looked for.
func TestPeerIsWhatAnAliasIsFoundBy(t *testing.T) {
	k := newKernel("ppp0")
	d := k.Interface("ppp0")
	d.Flags |= ioctl.FlagUp | ioctl.FlagPointToPoint
	d.Addrs = []ioctltest.Addr{labelled("ppp0:4", "10.0.0.1", "0.0.0.0", "255.255.255.255")}
	d.Addrs[0].Peer = netip.MustParseAddr("10.0.0.2")
	if got := start(k, etc(), "ppp0", "del", "10.0.0.2"); got.status != 0 || len(d.Addrs) != 0 {
		t.Errorf("%s%s", got, k)
	}
}

// TestNoRoomForAnAlias is a device with the longest of names, as systemd gives USB
// adapters: an alias's, cut, is the device's own, which nobody has named.
func TestNoRoomForAnAlias(t *testing.T) {
	const name = "enx001122334455"
	for _, test := range []struct{ name, args, says string }{
		{name, name + ":1 10.9.9.9 netmask 255.0.0.0", name + ":1"},
		{name, name + ":1 down", name + ":1"},
		{name, name + ":web up", name + ":web"},
		{name, name + " add 10.9.9.9", name + ":0"},
		{name[:14], name[:14] + " add 10.9.9.9 add 10.9.9.10", name[:14] + ":1"},
	} {
		k := newKernel(test.name)
		start(k, etc(), test.name, "10.0.0.1", "netmask", "255.255.255.0")
		got := start(k, etc(), strings.Fields(test.args)...)
		if want := "ifconfig: " + test.says + ": the device's name leaves an alias no room\n1\n"; got.String() != want {
			t.Errorf("%s: %s, want %s", test.args, got, want)
		}
		d := k.Interface(test.name)
		if first := d.Addrs[0]; first.Label != test.name || first.Local.String() != "10.0.0.1" || d.Flags&ioctl.FlagUp == 0 {
			t.Errorf("%s changed the device:\n%s", test.args, k)
		}
	}
}
