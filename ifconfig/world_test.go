package ifconfig

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// newKernel has cards that are down. What is set of a card but IPv4's addresses and
// flags is taken as it is, and addresses are asked for one by one: netlink is
// refused.
func newKernel(names ...string) *ioctltest.Kernel {
	k := ioctltest.New()
	for i, name := range names {
		d := ioctltest.Ethernet(name, [6]byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0})
		d.Index = 7 + i
		k.Add(d)
	}
	for _, request := range []string{
		"SIOCSIFHWADDR", "SIOCSIFMTU", "SIOCSIFTXQLEN", "SIOCSIFMAP", "SIOCSKEEPALIVE", "SIOCSOUTFILL",
		"SIOCSIFADDR #7", "SIOCDIFADDR #7", "SIOCSIFDSTADDR #7",
	} {
		k.Accept(request)
	}
	k.Fail("RTM_GETADDR", unix.EPERM)
	return k
}

// changes is what a kernel was told to change, a line each.
func changes(k *ioctltest.Kernel) string { return strings.TrimSuffix(k.Changes(), "\n") }

func firstChange(k *ioctltest.Kernel) string {
	line, _, _ := strings.Cut(k.Changes(), "\n")
	return line
}

func lastChange(k *ioctltest.Kernel) string {
	list := strings.Split(changes(k), "\n")
	return list[len(list)-1]
}

// labelled is an address under a label.
func labelled(label, local, broadcast, mask string) ioctltest.Addr {
	a := netip.MustParseAddr
	return ioctltest.Addr{Label: label, Local: a(local), Peer: a(local), Broadcast: a(broadcast), Mask: a(mask)}
}

// requests are all that it was asked.
func requests(k *ioctltest.Kernel) []string {
	return slices.DeleteFunc(strings.Split(k.Requests(), "\n"), func(line string) bool { return line == "" })
}

// socket is one of a family, which the kernel must have.
func socket(k *ioctltest.Kernel, family int) Kernel {
	c, err := k.Dial(family)
	if err != nil {
		panic(err)
	}
	return c
}

// files are what Open finds.
type files map[string]string

func (f files) open(path string) (io.ReadCloser, error) {
	text, ok := f[path]
	if !ok {
		return nil, openError(path, unix.ENOENT)
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

func openError(path string, errno unix.Errno) error {
	return &fs.PathError{Op: "open", Path: path, Err: errno}
}

// terminal is a run of the command as one sees it.
type terminal struct {
	stdout, stderr bytes.Buffer
	status         int
}

// start runs the command on a kernel in memory.
func start(k *ioctltest.Kernel, f files, args ...string) *terminal {
	t := &terminal{}
	t.status = Main(t.env(k, f), append([]string{"ifconfig"}, args...))
	return t
}

// env is the world of a command that is seen on the terminal.
func (t *terminal) env(k *ioctltest.Kernel, f files) *Env {
	return &Env{
		Env: tool.Env{
			Stdout: &t.stdout, Stderr: &t.stderr, Open: f.open,
			Getenv: func(key string) string { return f["$"+key] },
		},
		Dial: func(family int) (Kernel, error) {
			c, err := k.Dial(family)
			if err != nil {
				return nil, err
			}
			return c, nil
		},
	}
}

// String is what the terminal shows, stderr first, and the status.
func (t *terminal) String() string {
	return fmt.Sprintf("%s%s%d\n", t.stderr.String(), t.stdout.String(), t.status)
}

// etc is a machine with name service by files alone.
func etc() files {
	return files{
		"/etc/nsswitch.conf": "hosts: files\nnetworks: files\n",
		"/etc/hosts":         "127.0.0.1 localhost\n10.0.0.9 nine\n",
		"/etc/networks":      "loopback 127.0.0.0\n",
		"/proc/net":          "",
		"/proc/net/if_inet6": "",
		"/proc/net/dev":      "Inter-|   Receive\n face |bytes packets errs drop fifo frame compressed multicast|bytes packets errs drop fifo colls carrier compressed\n",
	}
}
