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
	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// newKernel has two interfaces, one of them down, and an alias.
func newKernel() *ioctltest.Kernel {
	a := netip.MustParseAddr
	mac := [6]byte{0, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}
	down, up := ioctltest.Ethernet("eth0", mac), ioctltest.Ethernet("eth1", mac)
	down.Flags = ioctl.FlagBroadcast
	up.Flags |= ioctl.FlagUp
	up.Addrs = []ioctltest.Addr{
		{Local: a("192.168.1.1"), Mask: ioctl.Mask(24)},
		{Label: "eth1:0", Local: a("192.168.0.1"), Mask: ioctl.Mask(24), Broadcast: a("192.168.1.255")},
	}
	return ioctltest.New(down, up)
}

const (
	routeFile = "/proc/net/route"
	devFile   = "/proc/net/dev"
)

// world is what a test command runs in.
type world struct {
	kernel   *ioctltest.Kernel
	files    map[string]string
	environ  map[string]string
	stdout   io.Writer // nil: kept
	sleep    func(time.Duration)
	owners   func([]uint64) (Owners, error)
	terminal bool   // stdout is one
	fails    string // a file that can't be read
}

// newWorld has two interfaces, one of them down, an alias and two routes. The
// addresses of routes are the same in both byte orders.
func newWorld() *world {
	return &world{
		kernel: newKernel(),
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
	if path == w.fails {
		return failing{}, nil
	}
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
	r.Stderr = toolstest.Reasoned("netstat", r.Stderr, want.Stderr)
	return r
}

// run runs a command line.
func (w *world) run(args ...string) result {
	var stdout, stderr bytes.Buffer
	e := w.env(&stdout, &stderr)
	if w.stdout != nil {
		e.Stdout = w.stdout
	}
	status := Main(e, append([]string{"netstat"}, args...))
	usage := usage()
	return result{stdout.String(), strings.ReplaceAll(stderr.String(), usage, "(usage)\n"), status}
}

// env is the world as the command takes it.
func (w *world) env(stdout, stderr io.Writer) *Env {
	return &Env{
		Env: ifconfig.Env{
			Env: tool.Env{
				Stdout: stdout, Stderr: stderr, Open: w.open,
				Getenv:   func(key string) string { return w.environ[key] },
				Terminal: func(io.Writer) bool { return w.terminal },
			},
			Dial: w.dial,
		},
		Sleep: w.sleep, FindOwners: w.owners,
	}
}

var errFamily = errors.New("no such family")

// dial knows inet alone.
func (w *world) dial(family int) (ifconfig.Kernel, error) {
	if family != unix.AF_INET {
		return nil, errFamily
	}
	return w.kernel.Dial(family)
}

// runLine runs a command line that is written as words.
func runLine(line string) result { return newWorld().run(strings.Fields(line)...) }
