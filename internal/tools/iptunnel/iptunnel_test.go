package iptunnel

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

func run(k *ioctltest.Kernel, args ...string) toolstest.Result {
	return toolstest.Run(k, func(e tool.Env) int {
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return k.Dial(f) }}, append([]string{"iptunnel"}, args...))
	})
}

// parseParm reads struct ip_tunnel_parm.
func parseParm(t *testing.T, text string) ioctl.Tunnel {
	b, err := hex.DecodeString(strings.TrimSpace(text))
	if err != nil || len(b) != 52 {
		t.Fatal(text, err)
	}
	return ioctl.Tunnel{
		Name: strings.TrimRight(string(b[:16]), "\x00"), Link: int(binary.LittleEndian.Uint32(b[16:])),
		In: ioctl.TunnelFlags(binary.BigEndian.Uint16(b[20:])), Out: ioctl.TunnelFlags(binary.BigEndian.Uint16(b[22:])),
		InKey: binary.BigEndian.Uint32(b[24:]), OutKey: binary.BigEndian.Uint32(b[28:]),
		TOS: b[33], Fragment: b[38]&0x40 == 0, TTL: b[40], Protocol: b[41],
		Local: netip.AddrFrom4([4]byte(b[44:48])), Remote: netip.AddrFrom4([4]byte(b[48:52])),
	}
}

// TestVectors: what the original prints of an answer.
func TestVectors(t *testing.T) {
	for name, v := range toolstest.Vectors(t, "iptunnel.txtar") {
		args := strings.Fields(v["args"])
		parm := parseParm(t, v["parm"])
		k := ioctltest.New(ioctltest.Interface{Name: "eth7", Index: 7}, ioctltest.Interface{Name: args[len(args)-1], Index: 8, Tunnel: &parm})
		if diff := cmp.Diff(v.Result(t), run(k, args...)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

func bases() *ioctltest.Kernel {
	k := ioctltest.New(ioctltest.Loopback(), ioctltest.TunnelBase("tunl0"), ioctltest.TunnelBase("gre0"), ioctltest.TunnelBase("sit0"))
	return k
}

// Each message of what is refused before the kernel is asked to change anything.
func TestRefused(t *testing.T) {
	invalid := func(a string) toolstest.Result {
		return toolstest.Result{Stderr: "ip: " + a + " is invalid IPv4 address\n", Status: statusAddress}
	}
	failed := func(text string) toolstest.Result { return toolstest.Result{Stderr: text + "\n", Status: statusFailed} }
	misused := toolstest.Result{Stderr: usage(), Status: statusUsage}
	for line, want := range map[string]toolstest.Result{
		"foo":                              misused,
		"delete t0":                        misused,
		"-x":                               misused,
		"add t0 mode foo":                  misused,
		"add t0 mode":                      misused,
		"add t0 mode gre ttl 256":          misused,
		"add t0 mode gre ttl x":            misused,
		"add t0 mode gre tos 0x100":        misused,
		"add t0 mode gre key x":            misused,
		"add t0 mode gre key 4294967296":   misused,
		"add t0 mode gre remote":           misused,
		"add t0 t1 mode gre":               misused,
		"add t0 mode gre mode ipip":        misused,
		"add t0 mode gre remote x":         invalid("x"),
		"add t0 mode gre remote 1.2.3.4.5": invalid("1.2.3.4.5"),
		"add t0 mode gre remote 256.1.1.1": invalid("256.1.1.1"),
		"add t0 mode gre local 0x1.2":      invalid("0x1.2"),
		"add t0 mode gre key 1.2.x":        invalid("1.2.x"),
		"add":                              failed("cannot determine tunnel mode (ipip, gre or sit)"),
		"change tunl1 ttl 3":               failed("cannot determine tunnel mode (ipip, gre or sit)"),
		"add t0 mode ipip key 5":           failed("Keys are not allowed with ipip and sit."),
		"show sit1 ikey 5":                 failed("Keys are not allowed with ipip and sit."),
		"add t0 mode gre ttl 5 nopmtudisc": failed("ttl != 0 and noptmudisc are incompatible"),
		"add t0 mode gre remote 224.0.0.9": failed("Broadcast tunnel requires a source address."),
		"add t0 mode gre dev nosuch":       failed("ioctl: No such device"),
		"change g9 mode gre ttl 9":         failed("ioctl: No such device"),
		"del nosuch":                       failed("ioctl: No such device"),
		"del lo":                           failed("ioctl: Operation not supported"),
		"del tunl0":                        failed("ioctl: Operation not permitted"),
		"show gre9":                        failed("ioctl: No such device"),
	} {
		k := bases()
		before := k.Changes()
		if diff := cmp.Diff(want, run(k, strings.Fields(line)...)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
		if k.Changes() != before && !strings.HasPrefix(line, "del") && !strings.HasPrefix(line, "change g9") {
			t.Errorf("%s: %s", line, k.Changes())
		}
	}
}

// An empty word is no name yet.
func TestEmptyName(t *testing.T) {
	want := toolstest.Result{Stderr: "ioctl: No such device\n", Status: statusFailed}
	if diff := cmp.Diff(want, run(bases(), "show", "", "gre9")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A tunnel is made on the device of its kind, and changed and deleted by its own
// name.
func TestFlow(t *testing.T) {
	k := bases()
	for _, line := range []string{
		"add g1 mode gre remote 10.0.0.2 local 10.0.0.1 ttl 64", "add t1 mode ipip remote 10.0.0.2 local 10.0.0.1",
		"add sit7 remote 10.0.0", "a aaaaaaaaaaaaaaaaaaaa mode gre remote 9.9.9.9 ikey 1.2.3.4 okey 7 csum seq tos 0x11 dev lo",
		"change g1 mode gre nopmtudisc ttl inherit tos inherit",
	} {
		if got := run(k, strings.Fields(line)...); got != (toolstest.Result{}) {
			t.Fatalf("%s: %+v", line, got)
		}
	}
	want := "tunl0: unknown/ip  remote any  local any  ttl inherit  nopmtudisc\n" +
		"gre0: gre/ip  remote any  local any  ttl inherit  nopmtudisc\n" +
		"sit0: ipv6/ip  remote any  local any  ttl inherit  nopmtudisc\n" +
		"g1: gre/ip  remote 10.0.0.2  local 10.0.0.1  ttl inherit  tos inherit nopmtudisc\n" +
		"t1: ip/ip  remote 10.0.0.2  local 10.0.0.1  ttl inherit \n" +
		"sit7: ipv6/ip  remote 10.0.0.0  local any  ttl inherit \n" +
		"aaaaaaaaaaaaaaa: gre/ip  remote 9.9.9.9  local any  dev lo  ttl inherit  tos inherit/10  ikey 1.2.3.4  okey 0.0.0.7 \n" +
		"  Drop packets out of sequence.\n  Checksum in received packet is required.\n" +
		"  Sequence packets on output.\n  Checksum output packets.\n"
	if diff := cmp.Diff(toolstest.Result{Stdout: want}, run(k)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for line, names := range map[string]string{
		"show dev lo": "aaaaaaaaaaaaaaa", "show local 10.0.0.1": "g1 t1", "show remote 10.0.0.0": "sit7",
		"show key 1.2.3.4": "aaaaaaaaaaaaaaa", "show t1": "t1", "show mode gre": "gre0", "show nosuch": "",
	} {
		var got []string
		for l := range strings.Lines(run(k, strings.Fields(line)...).Stdout) {
			if l[0] != ' ' {
				name, _, _ := strings.Cut(l, ":")
				got = append(got, name)
			}
		}
		if strings.Join(got, " ") != names {
			t.Errorf("%s: %q, want %q", line, got, names)
		}
	}
	if got := run(k, "del", "t1"); got != (toolstest.Result{}) || k.Interface("t1") != nil {
		t.Errorf("%+v", got)
	}
}

const titlesText = "Inter-|   Receive                                                |  Transmit\n" +
	" face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n"

// What is wrong with /proc/net/dev is told, and doesn't make the listing fail.
func TestFiles(t *testing.T) {
	parm := ioctl.Tunnel{Name: "g1", Protocol: 47, Local: netip.IPv4Unspecified(), Remote: netip.IPv4Unspecified()}
	for _, c := range []struct {
		text string
		args []string
		want toolstest.Result
	}{
		{titlesText + "gone: 0\n g1: 0\n", nil, toolstest.Result{Stdout: "g1: gre/ip  remote any  local any  ttl inherit \n", Stderr: "ioctl: No such device\nFailed to get type of [gone]\n"}},
		{titlesText + "junk\n g1: 0\n", nil, toolstest.Result{Stderr: "Wrong format of /proc/net/dev. Sorry.\n"}},
		{titlesText + "plain: 0\n", nil, toolstest.Result{}},
		{titlesText + "odd: 0\n", nil, toolstest.Result{Stderr: "ioctl: Operation not supported\n"}},
		{titlesText + "g1:101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116\n", []string{"-s"}, toolstest.Result{
			Stdout: "g1: gre/ip  remote any  local any  ttl inherit \n" +
				"RX: Packets    Bytes        Errors CsumErrs OutOfSeq Mcasts\n    102        101          103    106      105      107     \n" +
				"TX: Packets    Bytes        Errors DeadLoop NoRoute  NoBufs\n    110        109          111    114      115      112   \n\n",
		}},
		{titlesText + "g1:18446744073709551615 1\n", []string{"-s"}, toolstest.Result{
			Stdout: "g1: gre/ip  remote any  local any  ttl inherit \n" +
				"RX: Packets    Bytes        Errors CsumErrs OutOfSeq Mcasts\n    1          -1           0      0        0        0       \n" +
				"TX: Packets    Bytes        Errors DeadLoop NoRoute  NoBufs\n    0          0            0      0        0        0     \n\n",
		}},
	} {
		k := ioctltest.New(ioctltest.Interface{Name: "plain"}, ioctltest.Interface{Name: "odd", HwAddr: ioctl.HardwareAddr{Type: unix.ARPHRD_SIT}},
			ioctltest.Interface{Name: "g1", HwAddr: ioctl.HardwareAddr{Type: unix.ARPHRD_IPGRE}, Tunnel: &parm})
		k.Files = map[string]string{devFile: c.text}
		if diff := cmp.Diff(c.want, run(k, c.args...)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
	got := toolstest.Run(bases(), func(e tool.Env) int {
		e.Open = toolstest.NoFiles
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return bases().Dial(f) }}, []string{"iptunnel"})
	})
	if diff := cmp.Diff(toolstest.Result{Stderr: "fopen: No such file or directory\n"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestJSON(t *testing.T) {
	k := bases()
	run(k, "add", "g1", "mode", "gre", "remote", "10.0.0.2", "key", "5", "ttl", "9")
	got := run(k, "-s", "--json", "show", "g1")
	var rows []map[string]any
	if err := json.Unmarshal([]byte(got.Stdout), &rows); err != nil || len(rows) != 1 {
		t.Fatalf("%v: %+v", err, got)
	}
	for key, want := range map[string]any{
		"name": "g1", "mode": "gre", "protocol": 47.0, "remote": "10.0.0.2", "local": nil, "dev": nil, "ttl": 9.0, "tos": 0.0,
		"tos_inherit": false, "pmtudisc": true, "ikey": 5.0, "okey": 5.0, "iseq": false, "ocsum": false, "rx_bytes": 0.0,
	} {
		if rows[0][key] != want {
			t.Errorf("%s: %v, want %v", key, rows[0][key], want)
		}
	}
	if got := run(k, "--json", "show", "nosuch"); got.Stdout != "[\n]\n" {
		t.Errorf("%+v", got)
	}
}

func TestWriteError(t *testing.T) {
	k := bases()
	got := toolstest.RunTo(k, toolstest.Full{}, func(e tool.Env) int {
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return k.Dial(f) }}, []string{"iptunnel"})
	})
	if got.Status != statusAddress || !strings.HasPrefix(got.Stderr, "iptunnel: write error: ") {
		t.Errorf("%+v", got)
	}
}
