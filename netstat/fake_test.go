package netstat

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/netip"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/ifconfig"
	"classicnet/ioctl"
	"classicnet/tool"
)

// fakeKernel is a machine of a few interfaces that can be listed. Its String is
// the log of the calls.
type fakeKernel struct {
	ifconfig.Kernel // nil: what a listing has no business with panics
	flags           map[string]ioctl.Flags
	log             strings.Builder
}

func (k *fakeKernel) String() string { return k.log.String() }

func (k *fakeKernel) call(words ...string) { k.log.WriteString(strings.Join(words, " ") + "\n") }

func (k *fakeKernel) Flags(name string) (ioctl.Flags, error) {
	k.call("SIOCGIFFLAGS", name)
	device, _, _ := strings.Cut(name, ":")
	flags, ok := k.flags[device]
	if !ok {
		return 0, &ioctl.Error{Request: "SIOCGIFFLAGS", Name: name, Err: unix.ENODEV}
	}
	return flags, nil
}

func (k *fakeKernel) Interfaces() ([]ioctl.InterfaceAddr, error) {
	k.call("SIOCGIFCONF")
	return []ioctl.InterfaceAddr{
		{Name: "eth1", Addr: netip.MustParseAddr("192.168.1.1")},
		{Name: "eth1:0", Addr: netip.MustParseAddr("192.168.0.1")},
	}, nil
}

func (k *fakeKernel) MTU(name string) (int32, error) {
	k.call("SIOCGIFMTU", name)
	return 1500, nil
}

func (k *fakeKernel) Metric(name string) (int32, error) {
	k.call("SIOCGIFMETRIC", name)
	return 0, nil
}

func (k *fakeKernel) Close() error {
	k.call("close")
	return nil
}

// The rest is for blocks alone.

func (k *fakeKernel) TxQueueLen(string) (int32, error) { return 1000, nil }
func (k *fakeKernel) Map(string) (ioctl.Map, error)    { return ioctl.Map{}, nil }

func (k *fakeKernel) HardwareAddr(string) (ioctl.HardwareAddr, error) {
	return ioctl.HardwareAddr{Type: 1, Data: [14]byte{0, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}}, nil
}

func (k *fakeKernel) Netmask(string) (netip.Addr, error) {
	return netip.MustParseAddr("255.255.255.0"), nil
}

func (k *fakeKernel) Broadcast(string) (netip.Addr, error) {
	return netip.MustParseAddr("192.168.1.255"), nil
}

func (k *fakeKernel) Addr(name string) (netip.Addr, error) {
	if name == "eth1" {
		return netip.MustParseAddr("192.168.1.1"), nil
	}
	return netip.MustParseAddr("192.168.0.1"), nil
}

func (k *fakeKernel) Index(string) (int, error) { return 2, nil }

const (
	routeFile = "/proc/net/route"
	devFile   = "/proc/net/dev"
)

// world is what a test command runs in.
type world struct {
	kernel  fakeKernel
	files   map[string]string
	environ map[string]string
	stdout  io.Writer // nil: kept
	sleep   func(time.Duration)
}

// newWorld has two interfaces, one of them down, an alias and two routes. The
// addresses of routes are the same in both byte orders.
func newWorld() *world {
	return &world{
		kernel: fakeKernel{flags: map[string]ioctl.Flags{
			"eth1": ioctl.FlagUp | ioctl.FlagRunning | ioctl.FlagBroadcast | ioctl.FlagMulticast,
			"eth0": ioctl.FlagBroadcast,
		}},
		files: map[string]string{
			"/etc/nsswitch.conf": "hosts: files\n",
			"/etc/hosts":         "9.9.9.9 gate\n",
			"/etc/networks":      "sevens 7.7.7.7\n",
			routeFile: "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n" +
				"eth1\t00000000\t09090909\t0003\t0\t0\t0\t00000000\t0\t0\t0\n" +
				"eth1\t07070707\t00000000\t0001\t0\t5\t1\tFFFFFFFF\t40\t500\t3\n",
			devFile: "Inter-|   Receive\n face |bytes packets errs drop fifo frame compressed multicast|bytes packets errs drop fifo colls carrier compressed\n" +
				"  eth0: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n" +
				"  eth1: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n",
			"/proc/net/if_inet6": "",
		},
	}
}

func (w *world) open(path string) (io.ReadCloser, error) {
	text, ok := w.files[path]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
}

// reasoned drops the reason in front of a usage text where want doesn't say which
// it is; there must be one.
func (r result) reasoned(want result) result {
	reason, rest, ok := strings.Cut(r.Stderr, "\n")
	if ok && strings.HasPrefix(want.Stderr, "(") && rest == want.Stderr && strings.HasPrefix(reason, "netstat: ") {
		r.Stderr = rest
	}
	return r
}

// run runs a command line.
func (w *world) run(args ...string) result {
	var stdout, stderr bytes.Buffer
	e := &Env{
		Env: ifconfig.Env{
			Env: tool.Env{
				Stdout: &stdout, Stderr: &stderr, Open: w.open,
				Getenv: func(key string) string { return w.environ[key] },
			},
			Dial: w.dial,
		},
		Sleep: w.sleep,
	}
	if w.stdout != nil {
		e.Stdout = w.stdout
	}
	status := Main(e, append([]string{"netstat"}, args...))
	usage := usage()
	return result{stdout.String(), strings.ReplaceAll(stderr.String(), usage, "(usage)\n"), status}
}

var errFamily = errors.New("no such family")

// dial knows inet alone.
func (w *world) dial(family int) (ifconfig.Kernel, error) {
	if family != unix.AF_INET {
		return nil, errFamily
	}
	return &w.kernel, nil
}

// runLine runs a command line that is written as words.
func runLine(line string) result { return newWorld().run(strings.Fields(line)...) }
