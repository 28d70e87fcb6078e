package route

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The families that current kernels don't have, where they aren't there.
func TestOtherFamiliesMissing(t *testing.T) {
	const none = ": No such file or directory\n"
	tests := []struct {
		line string
		want result
	}{
		{"--ipx", result{Stdout: "IPX not configured in this system.\n", Stderr: "/proc/net/ipx_route" + none, Status: 1}},
		{"--ax25", result{Stdout: "AX.25 not configured in this system.\n", Stderr: "/proc/net/ax25_route" + none, Status: 1}},
		{"--x25", result{Stdout: "X.25 not configured in this system.\n", Status: 1}},
		{"--ddp", result{
			Stderr: "Error opening /proc/net/atalk_route" + none + "DDP (AppleTalk) not configured on this system.\n", Status: 1,
		}},
		{"--netrom", result{
			Stdout: "NET/ROM not configured in this system.\n",
			Stderr: "/proc/net/nr_nodes" + none + "/proc/net/nr_neigh" + none, Status: 1,
		}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, runLine(test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
	w := newWorld()
	w.files["/proc/net/nr_nodes"] = ""
	want := result{Stdout: "NET/ROM not configured in this system.\n", Stderr: "/proc/net/nr_neigh" + none, Status: 1}
	if diff := cmp.Diff(want, w.runWords("--netrom")); diff != "" {
		t.Errorf("one of two: (-want +got)\n%s", diff)
	}
}

// Their tables, as net-tools print them; under the file's newer name too.
func TestOtherFamilies(t *testing.T) {
	tests := []struct{ line, file, newer, text, want string }{
		{"--ipx", "/proc/net/ipx_route", "/proc/net/ipx/route", `Network    Router_Net   Router_Node
0000AB03   Directly     Connected
0000AB04   0000AB03     132333435363
00000000   00000000     000000000000
broken
`, "Kernel IPX routing table\n" +
			"Destination               Router Net                Router Node\n" +
			"0000AB03                  Directly                  Connected                \n" +
			"0000AB04                  0000AB03                  132333435363             \n" +
			"                                                                             \n"},
		{"--ax25", "/proc/net/ax25_route", "", `callsign  dev  mode digipeaters
N0CALL-1  ax0    vc
default   ax1    5
N0CALL-15 ???    * DIGI1 DIGI2
`, "Kernel AX.25 routing table\n" +
			"Destination  Iface    Use\n" +
			"N0CALL-1     ax0        0\n" +
			"default      ax1        5\n" +
			"N0CALL-15    ???        0\n"},
		{"--x25", "/proc/net/x25_routes", "/proc/net/x25/route", `Address          Digits  Device
1234567890       4       x25tap0
123456789012345  15      lapb0
                 0       eth0
1234567890       18      eth0
`, "Kernel X.25 routing table\n" +
			"Destination          Iface\n" +
			"1234/4               x25tap0\n" +
			"123456789012345/15   lapb0\n" +
			"*                    eth0 \n" +
			"1234567890     /15   eth0 \n"},
		{"--ddp", "/proc/net/atalk_route", "/proc/net/atalk/route", `Target        Router  Flags Dev
Default     FF00:80  1    eth0
0001:00     0002:03  3    eth1
ABCD:12     0000:00  5    averylongdevicename
0002:00     0000:00  65535    lt0
`, "Destination     Gateway         Device          Flags\n" +
			"Default         FF00:80         eth0            U\n" +
			"0001:00         0002:03         eth1            UG\n" +
			"ABCD:12         0000:00         averylongdevicenameUH\n" +
			"0002:00         0000:00         lt0             UG!HRDMuwin\n"},
	}
	for _, test := range tests {
		for _, path := range []string{test.file, test.newer} {
			if path == "" {
				continue
			}
			w := newWorld()
			w.files[path] = test.text
			if diff := cmp.Diff(result{Stdout: test.want}, w.runWords(test.line)); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", path, diff)
			}
		}
	}
}

// A node is shown with the route in use, and the neighbour where it starts.
func TestNetrom(t *testing.T) {
	w := newWorld()
	w.files["/proc/net/nr_nodes"] = `callsign  mnemonic w n qual obs neigh qual obs neigh qual obs neigh
N0CALL-1  NODE1    1 2  192   6 00001  100   5 00002
N0CALL-2  *        2 2  192   6 00001  100   5 00002
N0CALL-3  NODE3    3 1  192   6 00001
N0CALL-4  NODE4    1 1    2   6 00009
broken
`
	w.files["/proc/net/nr_neigh"] = `addr  callsign  dev  qual lock count failed digipeaters
00001 N1CALL-5  ax0   192    0    2      0
00002 N2CALL-11 ax1   100    1    1      3 DIGI1 DIGI2-3
`
	want := "Kernel NET/ROM routing table\n" +
		"Destination  Mnemonic  Quality  Neighbour  Iface\n" +
		"N0CALL-1     NODE1     192      N1CALL-5   ax0 \n" +
		"N0CALL-2     *         100      N2CALL-11  ax1 \n" +
		"N0CALL-3     NODE3       0                     \n" +
		"N0CALL-4     NODE4       2                     \n"
	if diff := cmp.Diff(result{Stdout: want}, w.runWords("--netrom")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
