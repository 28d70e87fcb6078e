package ipmaddr

import (
	"encoding/binary"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

func run(k *ioctltest.Kernel, args ...string) toolstest.Result {
	return toolstest.Run(k, func(e tool.Env) int {
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return k.Dial(f) }}, append([]string{"ipmaddr"}, args...))
	})
}

func TestParseGroup(t *testing.T) {
	for text, want := range map[string]string{
		"": "00", "01:00:5e": "01005e", "01.00.5e": "01005e", "01005e": "01005e", "0x01": "0001", "1:2:03": "010203",
		"1-0203": "010203", "01::02": "0102", "01:.02": "0102", ":": "00", "1:": "01", "FF": "ff",
		"01:0": "no", "01-02": "no", "01_00": "no", "zz": "no", "1:0:5e:1:2:4": "no", "224.1.2.3": "no", "01 02": "no", "g1": "no",
		strings.Repeat("01", 14): strings.Repeat("01", 14), strings.Repeat("01", 15): "no",
	} {
		group, ok := parseGroup(text)
		got := "no"
		if ok {
			got = hex.EncodeToString(group[:max(len(want)/2, 1)])
			for _, b := range group[len(want)/2:] {
				if b != 0 && want != "no" {
					t.Errorf("%q: %x", text, group)
				}
			}
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// Each message, with its status and what was sent.
func TestChange(t *testing.T) {
	failed := func(text string) toolstest.Result {
		return toolstest.Result{Stderr: "ioctl: " + text + "\n", Status: statusFailed}
	}
	misused := toolstest.Result{Stderr: usage(), Status: statusUsage}
	for line, want := range map[string]toolstest.Result{
		"add 01:00:5e:01:02:03 dev eth0":      {},
		"a dev eth0 01005e":                   {},
		"add dev eth0":                        {},
		"add 01 dev nosuch":                   failed("No such device"),
		"add 01 dev lo":                       failed("Invalid argument"),
		"add 01 dev aaaaaaaaaaaaaaaaaaaaaaaa": failed("No such device"),
		"del 01 dev eth0":                     failed("No such file or directory"),
		"add":                                 misused,
		"add 01:00:5e:01:02:03":               misused,
		"add 01 02 dev eth0":                  misused,
		"add 01 dev":                          misused,
		"add 01 dev eth0 dev lo":              misused,
		"foo":                                 misused,
		"show dev":                            misused,
		"show abcdefghijklmnop":               misused,
		"-f ipx show":                         misused,
		"add " + strings.Repeat("01", 15) + " dev eth0": misused,
	} {
		k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("eth0", [6]byte{2}))
		if diff := cmp.Diff(want, run(k, strings.Fields(line)...)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
		if want.Status == statusUsage && k.String() != "" {
			t.Errorf("%s: %s", line, k)
		}
	}
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}))
	if got := run(k, "add", "01", "dev", ""); got.Status != statusUsage {
		t.Errorf("an empty name: %+v", got)
	}
	k.Unprivileged = true
	if diff := cmp.Diff(failed("Operation not permitted"), run(k, "add", "01", "dev", "eth0")); diff != "" {
		t.Error(diff)
	}
	k.Fail("socket", unix.EMFILE)
	if got := run(k, "add", "01", "dev", "eth0"); got.Stderr != "socket: Too many open files\n" || got.Status != statusFailed {
		t.Errorf("%+v", got)
	}
}

// files are groups with a device whose name leaves no blank in front of a colon,
// lines without an address, and lines that are none.
var files = map[string]string{
	"/proc/net/dev_mcast": "1    lo              1     0     01005e000001\n2    longname00a     3     1     333300000001\n" +
		"2    longname00a     1     0     \njunk\n3    ib0             1     0     00ffffffff12401bffff000000010203040506\n",
	"/proc/net/igmp": "Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n1\tlo        :     1      V3\n" +
		"\t\t\t\t010000E0     1 0:00000000\t\t0\n2\tlongname00a:     2      V3\n\t\t\t\t" + allHosts + "     2 0:00000000\t\t0\n\t\t\t\tzz\n",
	"/proc/net/igmp6": "2    longname00a     ff020000000000000000000000000001     1 0000000C 0\n4 x ff02 1\n",
}

const allHosts = "010000E0"

const listed = "1:\tlo\n\tlink  01:00:5e:00:00:01\n\tinet  224.0.0.1\n" +
	"2:\tlongname00a\n\tlink  33:33:00:00:00:01 users 3 static\n\tinet  224.0.0.1 users 2\n\tinet6 ff02::1\n" +
	"3:\tib0\n\tlink  00:ff:ff:ff:ff:12:40:1b:ff:ff:00:00:00:01:02:03\n"

func TestShow(t *testing.T) {
	if wordOrder() {
		t.Skip("the file is one of a little-endian kernel")
	}
	k := &ioctltest.Kernel{Files: files}
	for line, want := range map[string]string{
		"": listed, "-s l": listed, "show all": listed,
		"show ipv4 dev longname00a": "2:\tlongname00a\n\tinet  224.0.0.1 users 2\n",
		"show ib0":                  "3:\tib0\n\tlink  00:ff:ff:ff:ff:12:40:1b:ff:ff:00:00:00:01:02:03\n",
		"show ipv4 ipv6":            "2:\tlongname00a\n\tinet6 ff02::1\n",
		"show nosuch":               "",
		"--json show ipv6":          "[\n" + `{"ifindex":2,"interface":"longname00a","family":"inet6","address":"ff02::1","users":1,"static":false}` + "\n]\n",
	} {
		if diff := cmp.Diff(toolstest.Result{Stdout: want}, run(k, strings.Fields(line)...)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", line, diff)
		}
	}
	// An unset variable is no interface.
	for _, words := range [][]string{{"show", ""}, {"show", "", "ib0"}, {"show", "ib0", ""}, {"show", "dev", ""}, {"show", "dev", "", "dev", "ib0"}} {
		if got := run(k, words...); got.Status != statusUsage || got.Stdout != "" {
			t.Errorf("%q: %+v", words, got)
		}
	}
	k.Files = map[string]string{"/proc/net/dev_mcast": "2    v0              1     0     zz\n"}
	if got, want := run(k, "--json").Stdout, "[\n"+`{"ifindex":2,"interface":"v0","family":"link","address":null,"users":1,"static":false}`+"\n]\n"; got != want {
		t.Errorf("without an address: %s", got)
	}
	k.Files = nil
	if got := run(k); got != (toolstest.Result{}) {
		t.Errorf("without files: %+v", got)
	}
}

// wordOrder tells whether the machine's is that of the network.
func wordOrder() bool {
	return binary.NativeEndian.Uint16([]byte{1, 0}) != 1
}

func TestWriteError(t *testing.T) {
	k := &ioctltest.Kernel{Files: files}
	got := toolstest.RunTo(k, toolstest.Full{}, func(e tool.Env) int { return Main(&Env{Env: e}, []string{"ipmaddr"}) })
	if got.Status != statusFailed || !strings.HasPrefix(got.Stderr, "ipmaddr: write error: ") {
		t.Errorf("%+v", got)
	}
}
