package route

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

func TestX25(t *testing.T) {
	const socket = "socket 9\n"
	tests := []struct {
		line string
		want result
	}{
		{"flush", result{Stderr: "Flushing `x25' routing table not supported\n(x25 usage)\n", Status: 4}},
		{"-C add 123 eth0", result{Stderr: "Modifying `x25' routing cache not supported\n(x25 usage)\n", Status: 4}},
		{"add", result{Stderr: "(x25 usage)\n", Status: 4}},
		{"-h", result{Stderr: "(x25 usage)\n", Status: 4}},
		{"add 1234567890123456789 eth0", result{
			Stderr: "1234567890123456789: Address can't exceed eighteen digits with sigdigits\n", Status: 1,
		}},
		{"add 123/9 eth0", result{Stderr: "123/9: Invalid address\n", Status: 1}},
		{"add 1234567890123456 eth0", result{Stderr: "1234567890123456: Invalid address\n", Status: 1}},
		{"add 123", result{Stderr: "(x25 usage)\n", Status: 4}},
		{"add 123 dev", result{Stderr: "(x25 usage)\n", Status: 4}},
		{"add 123 gw eth0", result{Stderr: "(x25 usage)\n", Status: 4}},
		{"add 123 dev a dev b", result{Stderr: "(x25 usage)\n", Status: 4}},
		{"add 123 eth0", result{
			Stderr: "socket: Address family not supported by protocol\n", Status: 7, Calls: socket,
		}},
		{"del 123/2 dev eth0", result{
			Stderr: "socket: Address family not supported by protocol\n", Status: 7, Calls: socket,
		}},
	}
	for _, test := range tests {
		w := newWorld()
		w.kernel.Families = nil
		if diff := cmp.Diff(test.want, w.runWords("--x25 "+test.line).reasoned(test.want)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}

// A kernel with X.25 gets the digits, how many of them count and the device.
func TestX25Sends(t *testing.T) {
	const socket, closed = "socket 9\n", "close\n"
	for line, want := range map[string]string{
		"add 123 eth0":               "SIOCADDRT {Address:123 Digits:3 Device:eth0}\n",
		"add 123456789012345/2 eth0": "SIOCADDRT {Address:123456789012345 Digits:2 Device:eth0}\n",
		"add 12/ dev eth0":           "SIOCADDRT {Address:12 Digits:0 Device:eth0}\n",
		"add abc/1/2 device eth0":    "SIOCADDRT {Address:abc Digits:1 Device:eth0}\n",
		"delete 12/1x eth0":          "SIOCDELRT {Address:12 Digits:1 Device:eth0}\n",
	} {
		w := newWorld()
		if diff := cmp.Diff(result{Calls: socket + want + closed}, w.runWords("--x25 "+line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", line, diff)
		}
	}
	for verb, request := range map[string]string{"add": "SIOCADDRT", "del": "SIOCDELRT"} {
		w := newWorld()
		w.kernel.Fail(request, unix.EINVAL)
		want := result{
			Stderr: request + ": Invalid argument\n", Status: 7,
			Calls: socket + request + " {Address:1 Digits:1 Device:eth0}\n" + closed,
		}
		if diff := cmp.Diff(want, w.runWords("--x25 "+verb+" 1 eth0")); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", verb, diff)
		}
	}
	// An empty device is none yet.
	want := result{Calls: socket + "SIOCADDRT {Address:1 Digits:1 Device:eth0}\n" + closed}
	if diff := cmp.Diff(want, newWorld().run("--x25", "add", "1", "dev", "", "dev", "eth0")); diff != "" {
		t.Errorf("dev '': (-want +got)\n%s", diff)
	}
}
