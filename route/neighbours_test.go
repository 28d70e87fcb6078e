package route

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/procnet"
)

const someNeighbours = "fe800000000000000000000000000001 00 80 01 02 00000100 00000500 00004000 5000 0001 0080     dum0 020000000001\n" +
	"fe800000000000000000000000000002 00 80 01 04 00000300 00000500 00004000 1000 0000 000e     eth0 020000000002\n" +
	"fe800000000000000000000000000003 00 80 01 02 00001000 00000200 00000004 5000 0000 0000 verylongname 020000000003\n" +
	"garbage\n"

func TestNeighbours(t *testing.T) {
	const (
		title = "Kernel IPv6 Neighbour Cache\nNeighbour                                   HW Address        Iface    Flags Ref State"
		full  = title + "            Stale(sec) Delete(sec)\n"
	)
	tests := []struct{ line, want string }{
		{"-6Cn", full +
			"fe80::1/128                                 02:00:00:00:00:01 dum0     R     1   REACHABLE        151        * \n" +
			"fe80::2/128                                 02:00:00:00:00:02 eth0     xhP   0   STALE            0          28      \n" +
			"fe80::3/128                                 02:00:00:00:00:03 verylongname       0   REACHABLE        0          199     \n"},
		{"-6Ceee", full +
			"router/128                                  02:00:00:00:00:01 dum0     R     1   REACHABLE        151        * \n" +
			"fe80::2/128                                 02:00:00:00:00:02 eth0     xhP   0   STALE            0          28      \n" +
			"fe80::3/128                                 02:00:00:00:00:03 verylongname       0   REACHABLE        0          199     \n"},
		{"-6Cne", title + "\n" +
			"fe80::1/128                                 02:00:00:00:00:01 dum0     R     1   REACHABLE       \n" +
			"fe80::2/128                                 02:00:00:00:00:02 eth0     xhP   0   STALE           \n" +
			"fe80::3/128                                 02:00:00:00:00:03 verylongname       0   REACHABLE       \n"},
		{"-6FCne", plain6 + title + "\n" +
			"fe80::1/128                                 02:00:00:00:00:01 dum0     R     1   REACHABLE       \n" +
			"fe80::2/128                                 02:00:00:00:00:02 eth0     xhP   0   STALE           \n" +
			"fe80::3/128                                 02:00:00:00:00:03 verylongname       0   REACHABLE       \n"},
	}
	for _, test := range tests {
		w := newWorld()
		w.files["/etc/hosts"] += "fe80::1 router\n"
		w.files["/proc/net/ndisc"], w.files["/proc/net/ipv6_route"] = someNeighbours, ""
		if diff := cmp.Diff(result{Stdout: test.want}, w.runWords(test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}

// Every state has its name, and every flag its letter.
func TestNeighbourStates(t *testing.T) {
	want := "NONE INCOMPLETE REACHABLE STALE DELAY PROBE FAILED NOARP PERM UNKNOWN(03) UNKNOWN(99) UNKNOWN(100)"
	var got []string
	for _, state := range []uint32{0, 1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 3, 0x99, 0x100} {
		got = append(got, string(putState(nil, &neighbourRow{Neighbour: procnet.Neighbour{State: state}})))
	}
	if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	flags := neighbourRow{Neighbour: procnet.Neighbour{Flags: 0xff}}
	if got := string(putNeighbourFlags(nil, &flags)); got != "RxhP" {
		t.Errorf("flags %q", got)
	}
}
