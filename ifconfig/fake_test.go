package ifconfig

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/tool"
)

// device is an interface of the fake kernel.
type device struct {
	flags  ioctl.Flags
	hw     ioctl.HardwareAddr
	mtu    int32
	qlen   int32
	fill   uint32
	alive  uint32
	bus    ioctl.Map
	labels []label
}

// label is an IPv4 address with its name.
type label struct {
	name                        string
	addr, peer, broadcast, mask netip.Addr
}

// fakeKernel is a machine of a few devices. Its String is the log of the calls
// that change something or, with reads set, of all.
type fakeKernel struct {
	names   []string
	devices map[string]*device
	refuse  map[string]unix.Errno     // by request
	vanish  map[string]int            // a device's calls until it is gone
	others  map[int]bool              // families that there are besides inet
	answers map[string]ioctl.Sockaddr // of these, by what is asked
	reads   bool
	log     []string
}

func newFake(names ...string) *fakeKernel {
	k := &fakeKernel{devices: map[string]*device{}, refuse: map[string]unix.Errno{}, others: map[int]bool{unix.AF_INET6: true}}
	for _, name := range names {
		k.add(name, device{
			flags: ioctl.FlagBroadcast | ioctl.FlagMulticast, mtu: 1500, qlen: 1000,
			hw: ioctl.HardwareAddr{Type: 1, Data: [14]byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}},
		})
	}
	return k
}

func (k *fakeKernel) add(name string, d device) {
	k.names = append(k.names, name)
	k.devices[name] = &d
}

func (k *fakeKernel) String() string { return strings.Join(k.log, "\n") }

// call logs a request and refuses it where it must.
func (k *fakeKernel) call(change bool, request, name string, args ...any) (*device, error) {
	if change || k.reads {
		k.log = append(k.log, strings.TrimRight(fmt.Sprintln(append([]any{request, name}, args...)...), "\n"))
	}
	if name == "" || len(name) > 15 {
		return nil, &ioctl.Error{Request: request, Name: name, Err: unix.ENODEV}
	}
	d := k.devices[deviceOf(name)]
	if n, dying := k.vanish[deviceOf(name)]; dying {
		if k.vanish[deviceOf(name)]--; n <= 0 {
			d = nil
		}
	}
	if d == nil {
		return nil, &ioctl.Error{Request: request, Name: name, Err: unix.ENODEV}
	}
	if errno, refused := k.refuse[request]; refused {
		return nil, &ioctl.Error{Request: request, Name: name, Err: errno}
	}
	return d, nil
}

func (k *fakeKernel) get(request, name string) (*device, error) { return k.call(false, request, name) }

// at finds the address that carries a label.
func (k *fakeKernel) at(change bool, request, name string, args ...any) (*device, *label, error) {
	d, err := k.call(change, request, name, args...)
	if err != nil {
		return nil, nil, err
	}
	for i := range d.labels {
		if d.labels[i].name == name {
			return d, &d.labels[i], nil
		}
	}
	return d, nil, &ioctl.Error{Request: request, Name: name, Err: unix.EADDRNOTAVAIL}
}

func (k *fakeKernel) Interfaces() (list []ioctl.InterfaceAddr, err error) {
	if errno, refused := k.refuse["SIOCGIFCONF"]; refused {
		return nil, &ioctl.Error{Request: "SIOCGIFCONF", Err: errno}
	}
	for _, name := range k.names {
		if n, dying := k.vanish[name]; dying && n <= 0 {
			continue
		}
		for _, l := range k.devices[name].labels {
			list = append(list, ioctl.InterfaceAddr{Name: l.name, Addr: l.addr})
		}
	}
	return list, nil
}

func (k *fakeKernel) Flags(name string) (ioctl.Flags, error) {
	d, err := k.get("SIOCGIFFLAGS", name)
	if err != nil {
		return 0, err
	}
	return d.flags, nil
}

func (k *fakeKernel) SetFlags(name string, flags ioctl.Flags) error {
	if !strings.Contains(name, ":") {
		d, err := k.call(true, "SIOCSIFFLAGS", name, flagText(flags))
		if err == nil {
			d.flags = flags
		}
		return err
	}
	d, l, err := k.at(true, "SIOCSIFFLAGS", name, flagText(flags))
	if err == nil && flags&ioctl.FlagUp == 0 {
		d.labels = slices.DeleteFunc(d.labels, func(x label) bool { return x == *l })
	}
	return err
}

func flagText(flags ioctl.Flags) string { return string(flags.Append(nil, '|')) }

func (k *fakeKernel) HardwareAddr(name string) (ioctl.HardwareAddr, error) {
	d, err := k.get("SIOCGIFHWADDR", name)
	if err != nil {
		return ioctl.HardwareAddr{}, err
	}
	return d.hw, nil
}

func (k *fakeKernel) SetHardwareAddr(name string, addr ioctl.HardwareAddr) error {
	_, err := k.call(true, "SIOCSIFHWADDR", name, addr.Type, fmt.Sprintf("%x", addr.Data))
	return err
}

func (k *fakeKernel) Metric(name string) (int32, error) {
	_, err := k.get("SIOCGIFMETRIC", name)
	return 0, err
}

func (k *fakeKernel) SetMetric(name string, v int32) error {
	if _, err := k.call(true, "SIOCSIFMETRIC", name, v); err != nil {
		return err
	}
	return &ioctl.Error{Request: "SIOCSIFMETRIC", Name: name, Err: unix.EOPNOTSUPP}
}

func (k *fakeKernel) MTU(name string) (int32, error) {
	d, err := k.get("SIOCGIFMTU", name)
	if err != nil {
		return 0, err
	}
	return d.mtu, nil
}

func (k *fakeKernel) SetMTU(name string, v int32) error {
	_, err := k.call(true, "SIOCSIFMTU", name, v)
	return err
}

func (k *fakeKernel) TxQueueLen(name string) (int32, error) {
	d, err := k.get("SIOCGIFTXQLEN", name)
	if err != nil {
		return 0, err
	}
	return d.qlen, nil
}

func (k *fakeKernel) SetTxQueueLen(name string, v int32) error {
	_, err := k.call(true, "SIOCSIFTXQLEN", name, v)
	return err
}

func (k *fakeKernel) Map(name string) (ioctl.Map, error) {
	d, err := k.get("SIOCGIFMAP", name)
	if err != nil {
		return ioctl.Map{}, err
	}
	return d.bus, nil
}

func (k *fakeKernel) SetMap(name string, m ioctl.Map) error {
	_, err := k.call(true, "SIOCSIFMAP", name, fmt.Sprintf("%+v", m))
	return err
}

func (k *fakeKernel) Keepalive(name string) (uint32, error) {
	d, err := k.get("SIOCGKEEPALIVE", name)
	if err != nil {
		return 0, err
	}
	return d.alive, nil
}

func (k *fakeKernel) SetKeepalive(name string, v int32) error {
	_, err := k.call(true, "SIOCSKEEPALIVE", name, v)
	return err
}

func (k *fakeKernel) Outfill(name string) (uint32, error) {
	d, err := k.get("SIOCGOUTFILL", name)
	if err != nil {
		return 0, err
	}
	return d.fill, nil
}

func (k *fakeKernel) SetOutfill(name string, v int32) error {
	_, err := k.call(true, "SIOCSOUTFILL", name, v)
	return err
}

func (k *fakeKernel) Rename(name, to string) error {
	_, err := k.call(true, "SIOCSIFNAME", name, to)
	return err
}

func (k *fakeKernel) inet(request, name string, field func(*label) netip.Addr) (netip.Addr, error) {
	_, l, err := k.at(false, request, name)
	if err != nil {
		return netip.Addr{}, err
	}
	return field(l), nil
}

func (k *fakeKernel) Addr(name string) (netip.Addr, error) {
	return k.inet("SIOCGIFADDR", name, func(l *label) netip.Addr { return l.addr })
}

func (k *fakeKernel) DstAddr(name string) (netip.Addr, error) {
	return k.inet("SIOCGIFDSTADDR", name, func(l *label) netip.Addr { return l.peer })
}

func (k *fakeKernel) Broadcast(name string) (netip.Addr, error) {
	return k.inet("SIOCGIFBRDADDR", name, func(l *label) netip.Addr { return l.broadcast })
}

func (k *fakeKernel) Netmask(name string) (netip.Addr, error) {
	return k.inet("SIOCGIFNETMASK", name, func(l *label) netip.Addr { return l.mask })
}

// InetBeside looks through the labels for the address, as the kernel does.
func (k *fakeKernel) InetBeside(kind ioctl.AddrKind, name string, addr netip.Addr) (netip.Addr, error) {
	request := strings.Replace(kind.String(), "SIOCS", "SIOCG", 1)
	d, first, err := k.at(false, request, name)
	if err != nil {
		return netip.Addr{}, err
	}
	l := *first
	for _, x := range d.labels {
		if x.name == name && x.addr == addr {
			l = x
		}
	}
	switch kind {
	case ioctl.AddrPeer:
		return l.peer, nil
	case ioctl.AddrBroadcast:
		return l.broadcast, nil
	case ioctl.AddrNetmask:
		return l.mask, nil
	}
	return l.addr, nil
}

func (k *fakeKernel) FamilyAddr(name string, ask ioctl.Sockaddr) (ioctl.Sockaddr, error) {
	if _, err := k.get("SIOCGIFADDR", name); err != nil {
		return ioctl.Sockaddr{}, err
	}
	sa, known := k.answers[ask.String()]
	if !known {
		return sa, &ioctl.Error{Request: "SIOCGIFADDR", Name: name, Err: unix.EADDRNOTAVAIL}
	}
	return sa, nil
}

// SetSockaddr keeps what it is told, and makes a /24 of a new address.
func (k *fakeKernel) SetSockaddr(kind ioctl.AddrKind, name string, sa ioctl.Sockaddr) error {
	d, l, err := k.at(true, kind.String(), name, sa)
	addr, _ := netip.ParseAddr(sa.String())
	switch {
	case kind == ioctl.AddrLocal && d != nil:
		d.setLocal(name, addr, l)
		return nil
	case err != nil:
		return err
	case kind == ioctl.AddrPeer:
		l.peer = addr
	case kind == ioctl.AddrBroadcast:
		l.broadcast = addr
	case kind == ioctl.AddrNetmask:
		l.mask = addr
	}
	return nil
}

func (d *device) setLocal(name string, addr netip.Addr, l *label) {
	if l != nil {
		d.labels = slices.DeleteFunc(d.labels, func(x label) bool { return x.name == name })
	}
	if !addr.Is4() || addr.IsUnspecified() {
		return
	}
	b := addr.As4()
	b[3] = 255
	d.labels = append(d.labels, label{name, addr, addr, netip.AddrFrom4(b), netip.MustParseAddr("255.255.255.0")})
}

func (k *fakeKernel) Index(name string) (int, error) {
	_, err := k.get("SIOCGIFINDEX", name)
	return 7, err
}

func (k *fakeKernel) AddAddr6(index int, a netip.Addr, bits uint32) error {
	return k.inet6("SIOCSIFADDR", index, a, bits)
}

func (k *fakeKernel) DelAddr6(index int, a netip.Addr, bits uint32) error {
	return k.inet6("SIOCDIFADDR", index, a, bits)
}

func (k *fakeKernel) SetDstAddr6(index int, a netip.Addr, bits uint32) error {
	return k.inet6("SIOCSIFDSTADDR", index, a, bits)
}

func (k *fakeKernel) inet6(request string, index int, a netip.Addr, bits uint32) error {
	k.log = append(k.log, fmt.Sprintf("%s #%d %s/%d", request, index, a, bits))
	if errno, refused := k.refuse[request]; refused {
		return &ioctl.Error{Request: request, Err: errno}
	}
	return nil
}

func (k *fakeKernel) Close() error { return nil }

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

// start runs the command on the fake kernel.
func start(k *fakeKernel, f files, args ...string) *terminal {
	t := &terminal{}
	t.status = Main(t.env(k, f), append([]string{"ifconfig"}, args...))
	return t
}

// env is the world of a command that is seen on the terminal.
func (t *terminal) env(k *fakeKernel, f files) *Env {
	return &Env{
		Env: tool.Env{
			Stdout: &t.stdout, Stderr: &t.stderr, Open: f.open,
			Getenv: func(key string) string { return f["$"+key] },
		},
		Dial: func(family int) (Kernel, error) {
			if family == unix.AF_INET || k.others[family] {
				return k, nil
			}
			return nil, &ioctl.Error{Request: "socket", Err: unix.EAFNOSUPPORT}
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

func TestFakeIsAKernel(t *testing.T) {
	var k Kernel = newFake("eth0")
	if _, err := k.MTU("eth1"); !errors.Is(err, unix.ENODEV) {
		t.Errorf("missing device: %v", err)
	}
}
