package route

import (
	"classicnet/internal/tools/toolstest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// What is sent for a command line that makes sense.
func TestInet6Sends(t *testing.T) {
	const index = "SIOCGIFINDEX eth0\n"
	tests := []struct{ line, want string }{
		{"add 2001:db8:1::/48 eth0", index + "ADD 2001:db8:1::/48 flags=0x1 metric=1 index=7"},
		{"add 2001:db8:1::/48 gw fe80::2 dev eth0", index + "ADD 2001:db8:1::/48 flags=0x3 metric=1 gw=fe80::2 index=7"},
		{"add 2001:db8::1 gateway 2001:db8::2", "ADD 2001:db8::1/128 flags=0x7 metric=1 gw=2001:db8::2"},
		{"add 2001:db8::1/128 device eth0", index + "ADD 2001:db8::1/128 flags=0x5 metric=1 index=7"},
		{"add default gw fe80::2 eth0", index + "ADD ::/0 flags=0x3 metric=1 gw=fe80::2 index=7"},
		{"add ::/0 eth0", index + "ADD ::/0 flags=0x1 metric=1 index=7"},
		{"add sixhost eth0", index + "ADD 2001:db8:7::1/128 flags=0x5 metric=1 index=7"},
		{"add sixhost/64 eth0", index + "ADD 2001:db8:7::1/64 flags=0x1 metric=1 index=7"},
		{"add fe80::1%9 eth0", index + "ADD fe80::1/128 flags=0x5 metric=1 index=7"},
		{"add ::1.2.3.4/96 eth0", index + "ADD ::102:304/96 flags=0x1 metric=1 index=7"},
		// Bits behind the prefix are the kernel's to mask.
		{"add 2001:db8:1::1/48 eth0", index + "ADD 2001:db8:1::1/48 flags=0x1 metric=1 index=7"},
		// The prefix is read by atol.
		{"add 2001:db8::/32x eth0", index + "ADD 2001:db8::/32 flags=0x1 metric=1 index=7"},
		{"add 2001:db8::/+32 eth0", index + "ADD 2001:db8::/32 flags=0x1 metric=1 index=7"},
		{"add 2001:db8::/032/5 eth0", index + "ADD 2001:db8::/32 flags=0x1 metric=1 index=7"},
		// del has metric 1 too.
		{"del 2001:db8::/32", "DEL 2001:db8::/32 flags=0x1 metric=1"},
		{"del 2001:db8::/32 metric 0", "DEL 2001:db8::/32 flags=0x1 metric=0"},
		{"delete default metric 1024", "DEL ::/0 flags=0x1 metric=1024"},
		{"add ::/0 metric 4294967295", "ADD ::/0 flags=0x1 metric=4294967295"},
		{"add ::/0 metric 5abc", "ADD ::/0 flags=0x1 metric=5"},
		{"add ::/0 mod dyn", "ADD ::/0 flags=0x31 metric=1"},
		// The last device counts.
		{"add ::/0 dev eth1 dev eth0", index + "ADD ::/0 flags=0x1 metric=1 index=7"},
		{"add ::/0 dev eth1 eth0", index + "ADD ::/0 flags=0x1 metric=1 index=7"},
		{"add ::/0 verylongifname1XYZ", "SIOCGIFINDEX verylongifname1\nADD ::/0 flags=0x1 metric=1 index=8"},
		// What only IPv4 knows is a device.
		{"add ::/0 reject", "SIOCGIFINDEX reject\nADD ::/0 flags=0x1 metric=1 index=9"},
		// The cache makes no difference.
		{"-C add ::/0", "ADD ::/0 flags=0x1 metric=1"},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			calls := strings.NewReplacer("ADD", "SIOCADDRT", "DEL", "SIOCDELRT").Replace(test.want)
			want := result{Calls: "socket 10\n" + calls + "\nclose\n"}
			if diff := cmp.Diff(want, runLine("-A inet6 "+test.line)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// What is refused before the kernel is asked.
func TestInet6Refuses(t *testing.T) {
	const none = "Resolver Error 0 (no error)\n"
	tests := []struct {
		line, stderr string
		status       int
	}{
		{"add", "(inet6 usage)\n", 4},
		{"del", "(inet6 usage)\n", 4},
		{"add ::/0 gw", "(inet6 usage)\n", 4},
		{"add ::/0 gw fe80::1 gw fe80::2", "(inet6 usage)\n", 4},
		{"add ::/0 metric", "(inet6 usage)\n", 4},
		{"add ::/0 metric +1", "(inet6 usage)\n", 4},
		{"add ::/0 dev", "(inet6 usage)\n", 4},
		{"add ::/0 eth0 metric 1", "(inet6 usage)\n", 4},
		{"add ::/0 mss 1400", "(inet6 usage)\n", 4},
		{"flush", "Flushing `inet6' routing table not supported\n(inet6 usage)\n", 4},
		{"-C flush x", "Flushing `inet6' routing table not supported\n(inet6 usage)\n", 4},
		// Prefixes: nothing is looked up or done.
		{"add nosuch/129", "(inet6 usage)\n", 4},
		{"add 2001:db8::/65600", "(inet6 usage)\n", 4},
		{"add 2001:db8::/-1", "(inet6 usage)\n", 4},
		{"add 2001:db8::/99999999999999999999", "(inet6 usage)\n", 4},
		{"add 2001:db8::/", "(inet6 usage)\n", 4},
		{"del 2001:db8::/abc", "(inet6 usage)\n", 4},
		{"del 2001:db8::/-", "(inet6 usage)\n", 4},
		// Look-ups.
		{"add nosuch", "getaddrinfo: nosuch: -2\nnosuch: Unknown host\n", 1},
		{"add default/0", "getaddrinfo: default: -2\ndefault: Unknown host\n", 1},
		{"add -net ::/0", "getaddrinfo: #net: -2\n#net: Unknown host\n", 1},
		{"add gw", "getaddrinfo: gw: -2\ngw: Unknown host\n", 1},
		{"add 10.0.0.1", "getaddrinfo: 10.0.0.1: -9\n10.0.0.1: " + none, 1},
		{"add ::/0 gw nosuch", "nosuch: " + none, 6},
		{"add default gw default", "default: " + none, 6},
		{"add sixhost gw sixhost", "sixhost: Unknown host\n", 6},
		{"add ::/0 gw fe80::1%eth0", "fe80::1%eth0: " + none, 6},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			want := result{Stderr: test.stderr, Status: test.status}
			if diff := cmp.Diff(want, runLine("--inet6 "+test.line).reasoned(want)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The codes of getaddrinfo where DNS is asked.
func TestInet6ReasonsWithDNS(t *testing.T) {
	tests := []struct {
		line, stderr string
		status       int
	}{
		{"add down", "getaddrinfo: down: -3\ndown: Host name lookup failure\n", 1},
		{"add v4only", "getaddrinfo: v4only: -5\nv4only: No address associated with name\n", 1},
		{"add six.example gw x", "x: Resolver Error 0 (no error)\n", 6},
	}
	for _, test := range tests {
		w := newWorld()
		w.files["/etc/nsswitch.conf"] = "hosts: files dns\n"
		w.dns = toolstest.Names{"down": "dead", "v4only": "empty", "six.example": "2001:db8::6"}
		want := result{Stderr: test.stderr, Status: test.status}
		if diff := cmp.Diff(want, w.runWords("-6 "+test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}

// What the kernel refuses. SIOGIFINDEX is how the classic tool spells it.
func TestInet6KernelErrors(t *testing.T) {
	tests := []struct {
		line, request string
		errno         unix.Errno
		stderr, calls string
	}{
		{"add ::/0 nosuch", "SIOCGIFINDEX", unix.ENODEV, "SIOGIFINDEX: No such device\n",
			"socket 10\nSIOCGIFINDEX nosuch\nclose\n"},
		{"add ::/0", "SIOCADDRT", unix.EHOSTUNREACH, "SIOCADDRT: No route to host\n",
			"socket 10\nSIOCADDRT ::/0 flags=0x1 metric=1\nclose\n"},
		{"del ::/0", "SIOCDELRT", unix.ESRCH, "SIOCDELRT: No such process\n",
			"socket 10\nSIOCDELRT ::/0 flags=0x1 metric=1\nclose\n"},
		{"del ::/0", "socket", unix.EAFNOSUPPORT, "socket: Address family not supported by protocol\n", "socket 10\n"},
	}
	for _, test := range tests {
		w := newWorld()
		w.kernel.Fail(test.request, test.errno)
		want := result{Stderr: test.stderr, Status: 7, Calls: test.calls}
		if diff := cmp.Diff(want, w.runWords("-6 "+test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}

// Texts longer than the room for them are cut, and an empty one is shown as
// the reason alone.
func TestInet6OddTexts(t *testing.T) {
	long := strings.Repeat("x", 200)
	tests := []struct {
		args []string
		want result
	}{
		{[]string{"add", ""}, result{Stderr: "getaddrinfo: : -2\nUnknown host\n", Status: 1}},
		{[]string{"add", long}, result{
			Stderr: "getaddrinfo: " + long[:127] + ": -2\n" + long[:127] + ": Unknown host\n", Status: 1,
		}},
		{[]string{"add", "::/0", "gw", long}, result{
			Stderr: long[:127] + ": Resolver Error 0 (no error)\n", Status: 6,
		}},
		{[]string{"add", "::/0", "dev", ""}, result{
			Stderr: "SIOGIFINDEX: No such device\n", Status: 7, Calls: "socket 10\nSIOCGIFINDEX\nclose\n",
		}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, newWorld().run(append([]string{"-6"}, test.args...)...)); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.args, diff)
		}
	}
}
