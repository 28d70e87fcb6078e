package ifenslave

import (
	"bytes"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// newKernel has bonds that are up and down, a slave, and odd0, whose driver
// doesn't answer.
func newKernel() *ioctltest.Kernel {
	a := netip.MustParseAddr
	card := func(name string, flags ioctl.Flags, addrs ...ioctltest.Addr) ioctltest.Interface {
		d := ioctltest.Ethernet(name, [6]byte{2, 0, 0, 0, 0, 0xfe})
		d.Flags |= flags
		d.Driver, d.Addrs = &ioctl.Driver{Name: "e1000"}, addrs
		return d
	}
	lo, odd, down, bond := ioctltest.Loopback(), card("odd0", up), card("down", master), card("bond0", up|master, ioctltest.Addr{Local: a("192.168.7.9")})
	lo.Flags |= up
	odd.Driver = nil
	down.Bond = &ioctltest.Bond{}
	bond.Bond = &ioctltest.Bond{Mode: 1, Slaves: []string{"in0"}}
	return ioctltest.New(lo, card("eth0", up, ioctltest.Addr{Local: a("10.0.0.1")}, ioctltest.Addr{Local: a("10.0.0.2")}),
		card("eth1", 0), card("in0", up|slave), down, bond, odd)
}

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
	Log            string
}

const up, master, slave = ioctl.FlagUp, ioctl.FlagMaster, ioctl.FlagSlave

func run(refuses map[string]unix.Errno, line string) result {
	k := newKernel()
	for request, errno := range refuses {
		k.Fail(request, errno)
	}
	var stdout, stderr bytes.Buffer
	e := &Env{Dial: func(family int) (Kernel, error) { return k.Dial(family) }, Env: tool.Env{Stdout: &stdout, Stderr: &stderr}}
	status := Main(e, append([]string{"ifenslave"}, strings.Fields(line)...))
	return result{short(stdout.String()), short(stderr.String()), status, k.Changes()}
}

func short(text string) string {
	text = strings.ReplaceAll(text, ifenslave.VersionText(), "(version)\n")
	return strings.ReplaceAll(text, usage(), "(usage)\n")
}

func TestLines(t *testing.T) {
	const eth0 = "The result of SIOCGIFFLAGS on eth0 is 1043.\nThe result of SIOCGIFADDR is 00.00.0a.00.\nThe result of SIOCGIFHWADDR is type 1  02:00:00:00:00:fe.\n"
	const bond0 = "The result of SIOCGIFFLAGS on bond0 is 1443.\nThe result of SIOCGIFADDR is 00.00.ffffffc0.ffffffa8.\n" +
		"The result of SIOCGIFHWADDR is type 1  02:00:00:00:00:fe.\n"
	for line, want := range map[string]result{
		"eth0":             {Stdout: eth0},
		"-a":               {Stdout: eth0 + bond0},
		"--all-interfaces": {Stdout: eth0 + bond0},
		"eth1":             {Stdout: "The result of SIOCGIFFLAGS on eth1 is 1002.\n", Stderr: "eth1: unknown interface.\n"},
		"nosuch":           {Stderr: "Master 'nosuch': Error: handshake with driver failed. Aborting\n", Status: 1},
		"-c nosuch":        {Stderr: "Master 'nosuch': Error: handshake with driver failed. Aborting\n", Status: 1},
		"-d nosuch eth0":   {Stderr: "Master 'nosuch': Error: handshake with driver failed. Aborting\n", Status: 1},
		"eth0 eth1":        {Stderr: "Illegal operation; the specified interface 'eth0' is not a master. Aborting\n", Status: 1},
		"odd0 eth1":        {Stderr: "Illegal operation; the specified interface 'odd0' is not a master. Aborting\n", Status: 1},
		"down eth1":        {Stderr: "Illegal operation; the specified master interface 'down' is not up.\n", Status: 1},

		"bond0 eth0 eth1": {Log: "SIOCSIFADDR eth0 0.0.0.0\nSIOCSIFFLAGS eth0 BROADCAST|RUNNING|MULTICAST\nSIOCBONDENSLAVE bond0 eth0\nSIOCBONDENSLAVE bond0 eth1\n"},
		"bond0 nosuch eth1": {Stderr: "Slave 'nosuch': Error: get settings failed: No such device. Skipping\n", Status: 19,
			Log: "SIOCBONDENSLAVE bond0 eth1\n"},
		"bond0 in0": {Stderr: "Illegal operation: The specified slave interface 'in0' is already a slave\n" +
			"Master 'bond0', Slave 'in0': Error: Enslave failed\n", Status: 1},
		"-d bond0 in0":    {Log: "SIOCBONDRELEASE bond0 in0\nSIOCSIFFLAGS in0 BROADCAST|MULTICAST\nSIOCSIFMTU in0 1500\n"},
		"-d bond0 nosuch": {Stderr: "Slave 'nosuch': Error: get flags failed. Skipping\n", Status: 255},
		"-d bond0 eth0": {Stderr: "Illegal operation: The specified slave interface 'eth0' is not a slave\n" +
			"Master 'bond0', Slave 'eth0': Error: Release failed\n", Status: 1},
		"-c bond0 in0":    {Log: "SIOCBONDCHANGEACTIVE bond0 in0\n"},
		"-c bond0 nosuch": {Stderr: "Slave 'nosuch': Error: get flags failed. Aborting\n", Status: 1},

		"":               {Stderr: "(usage)\n", Status: 2},
		"-x":             {Stderr: "ifenslave: invalid option -- 'x'\n(usage)\n", Status: 2},
		"-a eth0":        {Stderr: "(usage)\n", Status: 2},
		"-c bond0":       {Stderr: "(usage)\n", Status: 2},
		"-d bond0":       {Stderr: "(usage)\n", Status: 2},
		"-c bond0 a b":   {Stderr: "(usage)\n", Status: 2},
		"-h":             {Stdout: "(usage)\n"},
		"--usage":        {Stdout: "(usage)\n"},
		"-V":             {Stdout: "(version)\n"},
		"-v":             {Stdout: "(version)\n", Stderr: "(usage)\n", Status: 2},
		"-v -f odd0 eth": {Stdout: "(version)\n", Stderr: "Illegal operation; the specified interface 'odd0' is not a master. Aborting\n", Status: 1},
	} {
		if diff := cmp.Diff(want, run(nil, line)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", line, diff)
		}
	}
}

// What the kernel refuses is told in short, and with -v by the request's name.
func TestRefused(t *testing.T) {
	for line, want := range map[string]string{
		"bond0 eth1":    "Master 'bond0', Slave 'eth1': Error: Enslave failed\n",
		"-d bond0 in0":  "Master 'bond0', Slave 'in0': Error: Release failed\n",
		"-c bond0 in0":  "Master 'bond0', Slave 'in0': Error: Change active failed\n",
		"-vc bond0 in0": "ifenslave: SIOCBONDCHANGEACTIVE bond0: Operation not permitted\nMaster 'bond0', Slave 'in0': Error: Change active failed\n",
		"bond0 eth0":    "Slave 'eth0': Error: bring interface down failed: Operation not permitted\nMaster 'bond0', Slave 'eth0': Error: Enslave failed\n",
	} {
		got := run(map[string]unix.Errno{"SIOCBONDENSLAVE": unix.EPERM, "SIOCBONDRELEASE": unix.EPERM, "SIOCBONDCHANGEACTIVE": unix.EPERM,
			"SIOCSIFFLAGS": unix.EPERM}, line)
		if got.Stderr != want || got.Status != 1 {
			t.Errorf("%s: %+v", line, got)
		}
	}
}
