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
		w.kernel.refuses = map[string]unix.Errno{"socket": unix.EAFNOSUPPORT}
		if diff := cmp.Diff(test.want, w.runWords("--x25 "+test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}
