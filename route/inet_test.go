package route

import (
	"classicnet/internal/tools/toolstest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// What is sent for a command line that makes sense.
func TestInetSends(t *testing.T) {
	tests := []struct{ line, want string }{
		// Without -net and -host a number is a host, a name what it is.
		{"add 10.1.2.3 dev eth0", "ADD 10.1.2.3 flags=0x5 hostmask dev=eth0"},
		{"add 10.0.0.0 dev eth0", "ADD 10.0.0.0 flags=0x5 hostmask dev=eth0"},
		{"add 10 dev eth0", "ADD 0.0.0.10 flags=0x5 hostmask dev=eth0"},
		{"add default gw 10.0.0.1", "ADD 0.0.0.0 flags=0x3 gw=10.0.0.1"},
		{"add gw dev eth0", "ADD 192.168.1.254 flags=0x5 hostmask dev=eth0"},
		{"add office dev eth0", "ADD 192.168.1.0 flags=0x1 dev=eth0"},
		{"add TENS eth0", "ADD 10.0.0.0 flags=0x1 dev=eth0"},
		{"add -host office eth0", "ADD 192.168.1.0 flags=0x5 hostmask dev=eth0"},
		{"add -host default eth0", "ADD 0.0.0.0 flags=0x5 hostmask dev=eth0"},
		{"add -net gw eth0", "ADD 192.168.1.254 flags=0x1 dev=eth0"},
		{"add -net 0 dev eth0", "ADD 0.0.0.0 flags=0x1 dev=eth0"},
		{"add #net 10.0.0.0/8 eth0", "ADD 10.0.0.0 flags=0x1 mask=255.0.0.0 dev=eth0"},
		// Prefixes.
		{"add -net 10.1.0.0/16 dev eth0", "ADD 10.1.0.0 flags=0x1 mask=255.255.0.0 dev=eth0"},
		{"add -net 10.1.2.3/32 dev eth0", "ADD 10.1.2.3 flags=0x1 mask=255.255.255.255 dev=eth0"},
		{"add -host 10.1.2.3/32 dev eth0", "ADD 10.1.2.3 flags=0x5 hostmask dev=eth0"},
		{"add 10.1.2.3/32 dev eth0", "ADD 10.1.2.3 flags=0x5 hostmask dev=eth0"},
		{"add 10.1.2.3/0 dev eth0", "ADD 10.1.2.3 flags=0x5 hostmask dev=eth0"},
		{"add -net 10.0.0.0/0x8 eth0", "ADD 10.0.0.0 flags=0x1 mask=255.0.0.0 dev=eth0"},
		{"add -net 10.0.0.0/010 eth0", "ADD 10.0.0.0 flags=0x1 mask=255.0.0.0 dev=eth0"},
		{"add default/8 dev eth0", "ADD 0.0.0.0 flags=0x1 mask=255.0.0.0 dev=eth0"},
		{"add 0.0.0.0/0 dev eth0", "ADD 0.0.0.0 flags=0x1 mask=0.0.0.0 dev=eth0"},
		{"add -net 0.0.0.0/0 dev eth0", "ADD 0.0.0.0 flags=0x1 mask=0.0.0.0 dev=eth0"},
		{"add -host 0.0.0.0/0 dev eth0", "ADD 0.0.0.0 flags=0x5 hostmask dev=eth0"},
		{"add -net 10.2.0.0/0 netmask 255.255.0.0 eth0", "ADD 10.2.0.0 flags=0x1 mask=255.255.0.0 dev=eth0"},
		{"del 10.1.2.3/32", "DEL 10.1.2.3 flags=0x5"},
		{"del -net 10.1.2.3/32", "DEL 10.1.2.3 flags=0x1 mask=255.255.255.255"},
		// del fills in nothing.
		{"del 10.1.2.3", "DEL 10.1.2.3 flags=0x5"},
		{"delete default", "DEL 0.0.0.0 flags=0x1"},
		{"del 0.0.0.0", "DEL 0.0.0.0 flags=0x5"},
		{"del -net 10.0.0.0 netmask 255.0.0.0 gw 10.0.0.1 eth1", "DEL 10.0.0.0 flags=0x3 gw=10.0.0.1 mask=255.0.0.0 dev=eth1"},
		// Masks.
		{"add -net 10.1.0.0 netmask 255.255.0.0 eth0", "ADD 10.1.0.0 flags=0x1 mask=255.255.0.0 dev=eth0"},
		{"add -net 10.1.0.0 netmask 0xffff0000 eth0", "ADD 10.1.0.0 flags=0x1 mask=255.255.0.0 dev=eth0"},
		{"add -net 10.1.0.0 netmask default netmask 255.255.0.0 eth0", "ADD 10.1.0.0 flags=0x1 mask=255.255.0.0 dev=eth0"},
		{"add 10.1.2.3 netmask 0.0.0.0 eth0", "ADD 10.1.2.3 flags=0x5 mask=0.0.0.0 hostmask dev=eth0"},
		// Everything at once, and repeated words: the last counts.
		{
			"add -net 10.3.0.0/16 gw 10.9.0.2 metric 4 mss 1400 window 5000 irtt 33 mod dyn reinstate dev eth0",
			"ADD 10.3.0.0 flags=0x1fb gw=10.9.0.2 mask=255.255.0.0 mtu=1400 window=5000 irtt=33 metric=5 dev=eth0",
		},
		{"add -net 10.0.0.0/8 metric 3 metric 4 mtu 100 mss 200 eth0", "ADD 10.0.0.0 flags=0x41 mask=255.0.0.0 mtu=200 metric=5 dev=eth0"},
		{"add 10.0.0.1 gateway gw", "ADD 10.0.0.1 flags=0x7 gw=192.168.1.254 hostmask"},
		{"add 10.0.0.1 device eth0", "ADD 10.0.0.1 flags=0x5 hostmask dev=eth0"},
		{"add 10.0.0.1 verylongifname1XYZ", "ADD 10.0.0.1 flags=0x5 hostmask dev=verylongifname1"},
		{"add -net 10.0.0.0/8 eth0:1", "ADD 10.0.0.0 flags=0x1 mask=255.0.0.0 dev=eth0:1"},
		// reject needs no device; lo is sent.
		{"add -net 10.0.0.0/8 reject", "ADD 10.0.0.0 flags=0x201 mask=255.0.0.0 dev=lo"},
		{"add -net 10.0.0.0/8 reject dev eth0", "ADD 10.0.0.0 flags=0x201 mask=255.0.0.0 dev=eth0"},
		{"add 10.0.0.1 reject eth0", "ADD 10.0.0.1 flags=0x205 hostmask dev=eth0"},
		{"del 10.0.0.1 reject", "DEL 10.0.0.1 flags=0x205 dev=lo"},
		// Options stand anywhere, negative numbers behind --.
		{"add 10.1.2.3 -n dev eth0", "ADD 10.1.2.3 flags=0x5 hostmask dev=eth0"},
		{"-F -v -4 add 10.1.2.3 eth0", "ADD 10.1.2.3 flags=0x5 hostmask dev=eth0"},
		{"add -- 10.1.2.3 window -5 eth0", "ADD 10.1.2.3 flags=0x85 hostmask window=18446744073709551611 dev=eth0"},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			request := strings.NewReplacer("ADD", "SIOCADDRT", "DEL", "SIOCDELRT").Replace(test.want)
			want := result{Calls: "socket 2\n" + request + "\nclose\n"}
			if diff := cmp.Diff(want, runLine(test.line).reasoned(want)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// What atoi and the sizes of the fields make of numbers.
func TestInetNumbers(t *testing.T) {
	tests := []struct{ words, want string }{
		{"metric 0", "flags=0x1 metric=1"},
		{"metric 5abc", "flags=0x1 metric=6"},
		{"metric 32766", "flags=0x1 metric=32767"},
		{"metric 32767", "flags=0x1 metric=-32768"},
		{"metric 65534", "flags=0x1 metric=-1"},
		{"metric 65535", "flags=0x1"},
		{"metric 65536", "flags=0x1 metric=1"},
		{"metric 99999999999999999999", "flags=0x1"},
		{"mss 64", "flags=0x41 mtu=64"},
		{"mss 65536", "flags=0x41 mtu=65536"},
		{"window 128", "flags=0x81 window=128"},
		{"window 70000x", "flags=0x81 window=70000"},
		{"window 4294967295", "flags=0x81 window=18446744073709551615"},
		{"irtt abc", "flags=0x101"},
		{"irtt 65537", "flags=0x101 irtt=1"},
	}
	for _, test := range tests {
		want := "socket 2\nSIOCADDRT 0.0.0.0 " + test.want + "\nclose\n"
		if diff := cmp.Diff(result{Calls: want}, runLine("add default "+test.words)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.words, diff)
		}
	}
}

// What is refused before the kernel is asked: the message, the text behind it
// and the status.
func TestInetRefuses(t *testing.T) {
	tests := []struct {
		line, stderr string
		status       int
	}{
		// Wrong syntax.
		{"add", "(inet usage)\n", 4},
		{"del", "(inet usage)\n", 4},
		{"add -net", "(inet usage)\n", 4},
		{"add -host", "(inet usage)\n", 4},
		{"add default gw", "(inet usage)\n", 4},
		{"add default gw 10.0.0.1 gw 10.0.0.2", "(inet usage)\n", 4},
		{"add default netmask", "(inet usage)\n", 4},
		{"add -net 10.0.0.0/8 netmask 255.0.0.0", "(inet usage)\n", 4},
		{"add -net 10.0.0.1/32 netmask nosuch", "(inet usage)\n", 4},
		{"add -net 10.0.0.0 netmask 255.0.0.0 netmask nosuch", "(inet usage)\n", 4},
		{"add default metric", "(inet usage)\n", 4},
		{"add default metric x", "(inet usage)\n", 4},
		{"add default metric +1", "(inet usage)\n", 4},
		{"add default mss", "(inet usage)\n", 4},
		{"add default window", "(inet usage)\n", 4},
		{"add default irtt", "(inet usage)\n", 4},
		{"add default dev", "(inet usage)\n", 4},
		{"add default dev a dev b", "(inet usage)\n", 4},
		{"add default dev a b", "(inet usage)\n", 4},
		{"add default a metric 1", "(inet usage)\n", 4},
		{"add default a b", "(inet usage)\n", 4},
		{"add default Metric 1", "(inet usage)\n", 4},
		// Prefixes: before anything is looked up.
		{"add -net nosuch/33", "(inet usage)\n", 4},
		{"add -net 10.0.0.0/", "(inet usage)\n", 4},
		{"add -net -- 10.0.0.0/-24", "(inet usage)\n", 4},
		{"add -net 10.0.0.0/8x", "(inet usage)\n", 4},
		{"add -net 10.0.0.0/32/5", "(inet usage)\n", 4},
		{"add -net 10.0.0.0/255.0.0.0", "(inet usage)\n", 4},
		{"add -net 10.0.0.0/4294967304", "(inet usage)\n", 4},
		{"del -net 10.0.0.0/99999999999999999999", "(inet usage)\n", 4},
		// Look-ups.
		{"add nosuch", "nosuch: Unknown host\n", 1},
		{"add nosuch/24 gw nosuch", "nosuch: Unknown host\n", 1},
		{"del -net nosuch", "nosuch: Unknown host\n", 1},
		{"add -host 10.2.0.300", "10.2.0.300: Unknown host\n", 1},
		{"add Default", "Default: Unknown host\n", 1},
		{"add -net -net 10.0.0.0/8", "#net: Unknown host\n", 1},
		{"add default gw nosuch", "nosuch: Unknown host\n", 6},
		{"add default netmask nosuch", "nosuch: Unknown host\n", 6},
		{"add default netmask dev eth0", "dev: Unknown host\n", 6},
		// Requests that make no sense.
		{"add default gw default", "route: default: cannot use a NETWORK as gateway!\n(usage)\n", 4},
		{"add default gw office", "route: office: cannot use a NETWORK as gateway!\n(usage)\n", 4},
		{"add default mss 63", "route: Invalid MSS/MTU.\n(usage)\n", 4},
		{"add default mtu 65537", "route: Invalid MSS/MTU.\n(usage)\n", 4},
		{"add default mss x", "route: Invalid MSS/MTU.\n(usage)\n", 4},
		{"add default window 127", "route: Invalid window.\n(usage)\n", 4},
		{"add default window x", "route: Invalid window.\n(usage)\n", 4},
		{"add 10.1.0.0/16 dev eth0", "route: netmask 0000ffff doesn't make sense with host route\n(usage)\n", 4},
		{"add -host 10.1.2.3/8 dev eth0", "route: netmask 00ffffff doesn't make sense with host route\n(usage)\n", 4},
		{"del 10.0.0.0/8", "route: netmask 00ffffff doesn't make sense with host route\n(usage)\n", 4},
		{"add -host 10.1.2.3 netmask 255.255.255.255", "route: netmask 00000000 doesn't make sense with host route\n(usage)\n", 4},
		{"add -host 10.1.2.3/32 netmask 255.0.0.0", "route: netmask 00ffffff doesn't make sense with host route\n(usage)\n", 4},
		{"add -net 10.0.0.0 netmask 255.0.255.0", "route: bogus netmask 255.0.255.0\n(usage)\n", 4},
		{"add -net 10.0.0.0 netmask 16", "route: bogus netmask 16\n(usage)\n", 4},
		{"add -net 10 netmask 255.0.0.0", "route: netmask doesn't match route address\n(usage)\n", 4},
		{"add -net 10.1.0.0/8", "route: netmask doesn't match route address\n(usage)\n", 4},
		// The first wrong word ends it, in the order of the line.
		{"add nosuch gw default mss 1", "nosuch: Unknown host\n", 1},
		{"add default mss 1 gw nosuch", "route: Invalid MSS/MTU.\n(usage)\n", 4},
		{"add default gw nosuch mss 1", "nosuch: Unknown host\n", 6},
		{"add 10.0.0.0/8 metric x", "(inet usage)\n", 4},
		// What the table can't.
		{"flush", "Flushing `inet' routing table not supported\n(inet usage)\n", 4},
		{"-C flush -net 10.0.0.0/8", "Flushing `inet' routing table not supported\n(inet usage)\n", 4},
		{"-C add default eth0", "Modifying `inet' routing cache not supported\n(inet usage)\n", 4},
		{"-FC del default", "Modifying `inet' routing cache not supported\n(inet usage)\n", 4},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			want := result{Stderr: test.stderr, Status: test.status}
			if diff := cmp.Diff(want, runLine(test.line).reasoned(want)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// What the kernel refuses ends with status 7 and its reason.
func TestInetKernelErrors(t *testing.T) {
	tests := []struct {
		line, request string
		errno         unix.Errno
		stderr, calls string
	}{
		{"add default eth0", "SIOCADDRT", unix.EPERM, "SIOCADDRT: Operation not permitted\n",
			"socket 2\nSIOCADDRT 0.0.0.0 flags=0x1 dev=eth0\nclose\n"},
		{"del default", "SIOCDELRT", unix.ESRCH, "SIOCDELRT: No such process\n",
			"socket 2\nSIOCDELRT 0.0.0.0 flags=0x1\nclose\n"},
		{"del default", "socket", unix.EAFNOSUPPORT, "socket: Address family not supported by protocol\n", "socket 2\n"},
	}
	for _, test := range tests {
		w := newWorld()
		w.kernel.Fail(test.request, test.errno)
		want := result{Stderr: test.stderr, Status: 7, Calls: test.calls}
		if diff := cmp.Diff(want, w.runWords(test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}

// An empty device, as of an unset variable, is sent as one: the kernel has none
// of that name, and doesn't take it for any device at all.
func TestInetEmptyDevice(t *testing.T) {
	want := result{Calls: "socket 2\nSIOCDELRT 0.0.0.0 flags=0x1 dev=''\nclose\n"}
	if diff := cmp.Diff(want, newWorld().run("del", "default", "dev", "")); diff != "" {
		t.Errorf("dev '': (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(want, newWorld().run("del", "default", "")); diff != "" {
		t.Errorf("'': (-want +got)\n%s", diff)
	}
	want = result{Calls: "socket 2\nSIOCADDRT 0.0.0.0 flags=0x201 dev=''\nclose\n"}
	if diff := cmp.Diff(want, newWorld().run("add", "default", "reject", "dev", "")); diff != "" {
		t.Errorf("reject: (-want +got)\n%s", diff)
	}
}

// Names with white space or none at all, and some longer than the room.
func TestInetOddTargets(t *testing.T) {
	long := strings.Repeat("x", 200)
	tests := []struct {
		args   []string
		stderr string
		status int
	}{
		{[]string{"add", ""}, "Unknown host\n", 1},
		{[]string{"add", "/8"}, "Unknown host\n", 1},
		{[]string{"add", "default", "gw", ""}, "Unknown host\n", 6},
		{[]string{"add", " 10.2.0.3"}, " 10.2.0.3: Unknown host\n", 1},
		{[]string{"add", long}, long[:127] + ": Unknown host\n", 1},
		{[]string{"add", "default", "gw", long}, long[:127] + ": Unknown host\n", 6},
		{[]string{"add", "default", "netmask", long}, long[:127] + ": Unknown host\n", 6},
	}
	for _, test := range tests {
		want := result{Stderr: test.stderr, Status: test.status}
		if diff := cmp.Diff(want, newWorld().run(test.args...)); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.args, diff)
		}
	}
	want := result{Calls: "socket 2\nSIOCADDRT 10.2.0.3 flags=0x5 hostmask\nclose\n"}
	if diff := cmp.Diff(want, newWorld().run("add", "10.2.0.3 foo")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// The reason shown is that of the last place that was asked: networks for a
// gateway, whatever DNS said.
func TestInetReasonsWithDNS(t *testing.T) {
	tests := []struct {
		line, stderr string
		status       int
	}{
		{"add down", "down: Host name lookup failure\n", 1},
		{"add v6only", "v6only: No address associated with name\n", 1},
		{"add -host down", "down: Unknown host\n", 1},
		{"add default gw down", "down: Unknown host\n", 6},
		{"add default netmask down", "down: Host name lookup failure\n", 6},
		{"add nosuch", "nosuch: Unknown host\n", 1},
	}
	for _, test := range tests {
		w := newWorld()
		w.files["/etc/nsswitch.conf"] = "hosts: files dns\n"
		w.dns = toolstest.Names{"down": "dead", "v6only": "empty"}
		want := result{Stderr: test.stderr, Status: test.status}
		if diff := cmp.Diff(want, w.runWords(test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}
