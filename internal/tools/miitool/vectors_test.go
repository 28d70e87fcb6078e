package miitool

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// card is a kernel whose eth0 has a transceiver.
func card(m *ioctltest.MII) *ioctltest.Kernel {
	k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("eth0", [6]byte{2}))
	k.Interface("eth0").MII = m
	return k
}

func run(k *ioctltest.Kernel, change func(*Env), args ...string) toolstest.Result {
	return toolstest.Run(k, func(e tool.Env) int {
		env := &Env{Env: e, Dial: func(family int) (Kernel, error) { return k.Dial(family) }}
		if change != nil {
			change(env)
		}
		return Main(env, append([]string{"mii-tool"}, args...))
	})
}

// parseRegisters reads "0=1000 1=782d fail=5 writefail".
func parseRegisters(t *testing.T, text string) *ioctltest.MII {
	m := &ioctltest.MII{PHY: 1}
	for _, word := range strings.Fields(text) {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "fail":
			n, err := strconv.Atoi(value)
			if err != nil {
				t.Fatal(err)
			}
			m.NoRead = append(m.NoRead, uint16(n))
		case "writefail":
			m.NoWrite = true
		default:
			n, err := strconv.Atoi(name)
			v, errValue := strconv.ParseUint(value, 16, 16)
			if err != nil || errValue != nil {
				t.Fatal(text)
			}
			m.Registers[n] = uint16(v)
		}
	}
	return m
}

// writes are what the log has of writing registers: "4 0061".
func writes(k *ioctltest.Kernel) (text string) {
	for line := range strings.Lines(k.Requests()) {
		f := strings.Fields(line)
		if f[0] == "SIOCSMIIREG" {
			text += f[3] + " " + f[4] + "\n"
		}
	}
	return text
}

// TestVectors: what the original makes of registers.
func TestVectors(t *testing.T) {
	for name, v := range toolstest.Vectors(t, "mii.txtar") {
		m := parseRegisters(t, v["registers"])
		k := card(m)
		got := run(k, nil, append(strings.Fields(v["args"]), "eth0")...)
		if diff := cmp.Diff(v.Result(t), v.Mask(got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
		// A write that fails is recorded as none.
		if got := writes(k); !m.NoWrite && got != v["writes"] {
			t.Errorf("%s: writes %q, want %q", name, got, v["writes"])
		}
	}
}

var good = ioctltest.MII{PHY: 1, Registers: [32]uint16{0x1000, 0x782d, 0x0141, 0x0c22, 0x01e1, 0x45e1}}

// Each message of a wrong line, with its status; nothing is asked or written.
func TestMisuse(t *testing.T) {
	invalid := func(list string) string { return "Invalid media specification '" + list + "'.\n" }
	for _, c := range []struct {
		line   []string
		stderr string // in front of the usage text, or all of it behind a !
	}{
		{[]string{}, "No interface specified\n"},
		{[]string{"-v"}, "No interface specified\n"},
		{[]string{"-x", "eth0"}, "mii-tool: invalid option -- 'x'\n"},
		{[]string{"-h"}, "mii-tool: invalid option -- 'h'\n"},
		{[]string{"--help"}, ""},
		{[]string{"-F"}, "mii-tool: option requires an argument -- 'F'\n"},
		{[]string{"-xy", "--bogus", "-h", "eth0", "-p"}, "mii-tool: invalid option -- 'x'\nmii-tool: invalid option -- 'y'\n" +
			"mii-tool: unrecognized option '--bogus'\nmii-tool: invalid option -- 'h'\nmii-tool: option requires an argument -- 'p'\n"},
		{[]string{"-V", "-x"}, "mii-tool: invalid option -- 'x'\n"},
		{[]string{"-V", "--help"}, ""},
		{[]string{"-V", "-r", "-F", "100"}, ""},
		{[]string{"-V", "-A", "foo"}, "!" + invalid("foo")},
		{[]string{"--help", "-F", "foo"}, "!" + invalid("foo")},
		{[]string{"-x", "-F", "foo"}, "!mii-tool: invalid option -- 'x'\n" + invalid("foo")},
		{[]string{"-F", "100baseTx", "eth0"}, ""},
		{[]string{"-F", "120", "eth0"}, ""},
		{[]string{"-F", "10baseT-FD", "-A", "10baseT-HD", "eth0"}, ""},
		{[]string{"-F", "10baseT-FD", "-r", "eth0"}, ""},
		{[]string{"-x", "-F", "foo", "-y"}, "!mii-tool: invalid option -- 'x'\n" + invalid("foo") + "mii-tool: invalid option -- 'y'\n"},
		{[]string{"-A", "foo", "-F", "bar", "-A", "10baseT-HD", "eth0"}, "!" + invalid("foo") + invalid("bar")},
		{[]string{"-A", "foo", "-A", "10baseT-HD"}, invalid("foo") + "No interface specified\n"},
		{[]string{"-A", "foo", "eth0"}, "!" + invalid("foo")},
		{[]string{"-A", "100baseTx-FD,foo", "eth0"}, "!" + invalid("100baseTx-FD")},
		{[]string{"-A", ",foo", "eth0"}, "!" + invalid(",foo")},
		{[]string{"-A", ",", "eth0"}, "!" + invalid(",")},
		{[]string{"-F", "", "eth0"}, "!" + invalid("")},
		{[]string{"-A", "800", "eth0"}, "!" + invalid("800")},
		{[]string{"-A", "0", "eth0"}, "!" + invalid("0")},
		{[]string{"-A", "20,40", "eth0"}, "!" + invalid("20")},
		{[]string{"-F", "1000baseTx-FD", "eth0"}, "!" + invalid("1000baseTx-FD")},
	} {
		m := good
		k := card(&m)
		want := toolstest.Result{Stderr: c.stderr + usage(), Status: statusUsage}
		if whole, ok := strings.CutPrefix(c.stderr, "!"); ok {
			want.Stderr = whole
		}
		if diff := cmp.Diff(want, run(k, nil, c.line...)); diff != "" || k.String() != "" {
			t.Errorf("%q (-want +got)\n%s%s", c.line, diff, k)
		}
	}
}

// A bond answers one register, that of its link, and leaves the others as they were
// asked: they are zeros, not the answer before.
func TestBond(t *testing.T) {
	m := ioctltest.MII{Registers: [32]uint16{1: 4}}
	want := toolstest.Result{Stdout: "eth0: 10 Mbit, half duplex, link ok\n" +
		"  product info: vendor 00:00:00 or 00:00:00, model 0 rev 0\n  basic mode:   10 Mbit, half duplex\n" +
		"  basic status: link ok\n  capabilities:\n  advertising: \n"}
	if diff := cmp.Diff(want, run(card(&m), nil, "-v", "eth0")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Who doesn't answer is told, the others are shown, and the status says so.
func TestNoTransceiver(t *testing.T) {
	long := strings.Repeat("a", 24)
	m := good
	k := card(&m)
	want := toolstest.Result{
		Stdout: "eth0: negotiated 100baseTx-FD, link ok\n",
		Stderr: "SIOCGMIIPHY on 'lo' failed: Operation not supported\nSIOCGMIIPHY on '" + long + "' failed: No such device\n",
		Status: statusFailed,
	}
	if diff := cmp.Diff(want, run(k, nil, "lo", "eth0", long)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	k.Unprivileged = true
	want = toolstest.Result{Stderr: "SIOCGMIIPHY on 'eth0' failed: Operation not permitted\n", Status: statusFailed}
	if diff := cmp.Diff(want, run(k, nil, "-w", "eth0")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want = toolstest.Result{Stderr: "socket: Address family not supported by protocol\n", Status: statusFailed}
	none := func(int) (Kernel, error) {
		return nil, &ioctl.Error{Request: "socket", Err: unix.EAFNOSUPPORT}
	}
	if diff := cmp.Diff(want, run(k, func(e *Env) { e.Dial = none }, "eth0")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What -w sees is shown once, and again when it has changed.
func TestWatch(t *testing.T) {
	m := good
	looks := 0
	watch := func(e *Env) {
		looks = 0
		m = good
		e.Clock = func() string { return fmt.Sprintf("12:00:0%d", looks) }
		e.Wait = func() bool {
			looks++
			if looks == 3 {
				m.Registers[regStatus] = 0x7809
			}
			return looks < 5
		}
	}
	want := toolstest.Result{Stdout: "12:00:00 eth0: negotiated 100baseTx-FD, link ok\n12:00:03 eth0: no link\n"}
	if diff := cmp.Diff(want, run(card(&m), watch, "-w", "eth0")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var logged []string
	got := run(card(&m), func(e *Env) { watch(e); e.Log = func(s string) { logged = append(logged, s) } }, "-wl", "eth0")
	if diff := cmp.Diff(toolstest.Result{}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"eth0: negotiated 100baseTx-FD, link ok", "eth0: no link"}, logged); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRefusedWrite(t *testing.T) {
	m := good
	m.NoWrite = true
	text := "SIOCSMIIREG on eth0 failed: Operation not permitted\n"
	want := toolstest.Result{Stdout: "restarting autonegotiation...\n", Stderr: text + text + text}
	if diff := cmp.Diff(want, run(card(&m), nil, "-A", "1e0", "eth0")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFullDisk(t *testing.T) {
	m := good
	k := card(&m)
	got := toolstest.RunTo(k, toolstest.Full{}, func(e tool.Env) int {
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return k.Dial(f) }}, []string{"mii-tool", "eth0"})
	})
	if got.Status != statusFailed || !strings.HasPrefix(got.Stderr, "mii-tool: write error: ") {
		t.Errorf("%+v", got)
	}
}

func TestJSON(t *testing.T) {
	m := good
	m.NoRead = []uint16{6}
	want := "[\n" + `{"interface":"eth0","phy":1,"status":"negotiated 100baseTx-FD, link ok","link":true,"autonegotiation":true,` +
		`"negotiated":true,"remote_fault":false,"product":"Yukon 88E1011 rev 2",` +
		`"capabilities":["100baseTx-FD","100baseTx-HD","10baseT-FD","10baseT-HD"],` +
		`"advertising":["100baseTx-FD","100baseTx-HD","10baseT-FD","10baseT-HD"],` +
		`"partner":["100baseTx-FD","100baseTx-HD","10baseT-FD","10baseT-HD","flow-control"],` +
		`"registers":[4096,30765,321,3106,481,17889,null,0,0,0,0]}` + "\n]\n"
	k := card(&m)
	k.Fail("SIOCGMIIREG eth0 1 6", unix.EIO)
	got := run(k, nil, "--json", "-vv", "eth0")
	if got.Stdout != want || got.Status != 0 {
		t.Errorf("%s\nwant\n%s%+v", got.Stdout, want, got)
	}
	s, err := jsonschema.NewCompiler().Compile("../../../docs/json.schema.json#/$defs/mii-tool")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(got.Stdout))
	if err == nil {
		err = s.Validate(value)
	}
	if err != nil {
		t.Errorf("not what the schema says: %v", err)
	}
}
