package ifenslave

import (
	"bytes"
	"fmt"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/tool"
)

// fakeKernel has interfaces with flags; String is what it was asked to change.
type fakeKernel struct {
	log     strings.Builder
	flags   map[string]ioctl.Flags
	addrs   []ioctl.InterfaceAddr
	refuses map[string]unix.Errno
}

func (k *fakeKernel) call(request, format string, args ...any) error {
	fmt.Fprintf(&k.log, request+format+"\n", args...)
	if errno := k.refuses[request]; errno != 0 {
		return &ioctl.Error{Request: request, Name: "bond0", Err: errno}
	}
	return nil
}

func (k *fakeKernel) there(request, name string) error {
	if _, ok := k.flags[name]; !ok {
		return &ioctl.Error{Request: request, Name: name, Err: unix.ENODEV}
	}
	return nil
}

func (k *fakeKernel) Interfaces() ([]ioctl.InterfaceAddr, error) { return k.addrs, nil }
func (k *fakeKernel) Flags(name string) (ioctl.Flags, error) {
	return k.flags[name], k.there("SIOCGIFFLAGS", name)
}

func (k *fakeKernel) SetFlags(name string, flags ioctl.Flags) error {
	return k.call("SIOCSIFFLAGS", " %s %#x", name, uint16(flags))
}

func (k *fakeKernel) Addr(name string) (netip.Addr, error) {
	for _, a := range k.addrs {
		if a.Name == name {
			return a.Addr, nil
		}
	}
	return netip.Addr{}, &ioctl.Error{Request: "SIOCGIFADDR", Name: name, Err: unix.EADDRNOTAVAIL}
}

func (k *fakeKernel) SetAddr(name string, addr netip.Addr) error {
	return k.call("SIOCSIFADDR", " %s %s", name, addr)
}

func (k *fakeKernel) HardwareAddr(name string) (ioctl.HardwareAddr, error) {
	return ioctl.HardwareAddr{Type: 1, Data: [14]byte{2, 0, 0, 0, 0, 0xfe}}, k.there("SIOCGIFHWADDR", name)
}
func (k *fakeKernel) SetMTU(name string, mtu int32) error {
	return k.call("SIOCSIFMTU", " %s %d", name, mtu)
}

func (k *fakeKernel) Driver(name string) (ioctl.Driver, error) {
	if strings.HasPrefix(name, "odd") {
		return ioctl.Driver{}, &ioctl.Error{Request: "SIOCETHTOOL", Name: name, Err: unix.EOPNOTSUPP}
	}
	return ioctl.Driver{}, k.there("SIOCETHTOOL", name)
}

func (k *fakeKernel) BondEnslave(b, s string) error { return k.call("SIOCBONDENSLAVE", " %s %s", b, s) }
func (k *fakeKernel) BondRelease(b, s string) error { return k.call("SIOCBONDRELEASE", " %s %s", b, s) }
func (k *fakeKernel) BondChangeActive(b, s string) error {
	return k.call("SIOCBONDCHANGEACTIVE", " %s %s", b, s)
}
func (k *fakeKernel) Close() error { return nil }

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
	Log            string
}

const up, master, slave = ioctl.FlagUp, ioctl.FlagMaster, ioctl.FlagSlave

func run(refuses map[string]unix.Errno, line string) result {
	addr := netip.MustParseAddr
	k := fakeKernel{
		flags: map[string]ioctl.Flags{
			"lo": up | ioctl.FlagLoopback, "eth0": up | 0x1002, "eth1": 0x1002, "in0": up | slave | 0x1002, "down": master, "bond0": up | master | 0x1002, "odd0": up,
		},
		addrs: []ioctl.InterfaceAddr{{Name: "lo", Addr: addr("127.0.0.1")}, {Name: "eth0", Addr: addr("10.0.0.1")},
			{Name: "eth0", Addr: addr("10.0.0.2")}, {Name: "bond0", Addr: addr("192.168.7.9")}},
		refuses: refuses,
	}
	var stdout, stderr bytes.Buffer
	e := &Env{Dial: func(int) (Kernel, error) { return &k, nil }, Env: tool.Env{Stdout: &stdout, Stderr: &stderr}}
	status := Main(e, append([]string{"ifenslave"}, strings.Fields(line)...))
	return result{short(stdout.String()), short(stderr.String()), status, k.log.String()}
}

func short(text string) string {
	text = strings.ReplaceAll(text, ifenslave.VersionText(), "(version)\n")
	return strings.ReplaceAll(text, usage(), "(usage)\n")
}

func TestLines(t *testing.T) {
	const eth0 = "The result of SIOCGIFFLAGS on eth0 is 1003.\nThe result of SIOCGIFADDR is 00.00.0a.00.\nThe result of SIOCGIFHWADDR is type 1  02:00:00:00:00:fe.\n"
	const bond0 = "The result of SIOCGIFFLAGS on bond0 is 1403.\nThe result of SIOCGIFADDR is 00.00.ffffffc0.ffffffa8.\n" +
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

		"bond0 eth0 eth1": {Log: "SIOCSIFADDR eth0 0.0.0.0\nSIOCSIFFLAGS eth0 0x1002\nSIOCBONDENSLAVE bond0 eth0\nSIOCBONDENSLAVE bond0 eth1\n"},
		"bond0 nosuch eth1": {Stderr: "Slave 'nosuch': Error: get settings failed: No such device. Skipping\n", Status: 19,
			Log: "SIOCBONDENSLAVE bond0 eth1\n"},
		"bond0 in0": {Stderr: "Illegal operation: The specified slave interface 'in0' is already a slave\n" +
			"Master 'bond0', Slave 'in0': Error: Enslave failed\n", Status: 1},
		"-d bond0 in0":    {Log: "SIOCBONDRELEASE bond0 in0\nSIOCSIFFLAGS in0 0x1802\nSIOCSIFMTU in0 1500\n"},
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
