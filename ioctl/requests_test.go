package ioctl

import (
	"encoding/hex"
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// method is a request on a name: the number and the name of <linux/sockios.h>,
// and what its union is sent with, in hex up to the last byte that isn't zero.
type method struct {
	number uint
	name   string
	sent   string
	call   func(c *Conn, name string) error
}

func u16(v uint16) string  { return hex.EncodeToString(native16(v)) }
func u32(v uint32) string  { return hex.EncodeToString(native32(v)) }
func word(v uint64) string { return hex.EncodeToString(long(v)) }

// asks is a request that only reads.
func asks[T any](f func(*Conn, string) (T, error)) func(*Conn, string) error {
	return func(c *Conn, name string) error {
		_, err := f(c, name)
		return err
	}
}

// methods are all methods that take a name.
func methods() []method {
	addr, inet := netip.MustParseAddr("10.1.2.3"), u16(unix.AF_INET)+"0000"+"0a010203"
	beside := func(kind AddrKind) func(*Conn, string) error {
		return func(c *Conn, name string) error { _, err := c.InetBeside(kind, name, addr); return err }
	}
	other := Sockaddr{}
	other.SetFamily(unix.AF_IPX)
	copy(other.Data(), "\x01\x02\x03")
	return []method{
		{0x8913, "SIOCGIFFLAGS", "", asks((*Conn).Flags)},
		{0x8914, "SIOCSIFFLAGS", u16(0x9041), func(c *Conn, n string) error { return c.SetFlags(n, FlagUp|FlagRunning|FlagMulticast|FlagDynamic) }},
		{0x8915, "SIOCGIFADDR", "", asks((*Conn).Addr)},
		{0x8916, "SIOCSIFADDR", inet, func(c *Conn, n string) error { return c.SetAddr(n, addr) }},
		{0x8917, "SIOCGIFDSTADDR", "", asks((*Conn).DstAddr)},
		{0x8918, "SIOCSIFDSTADDR", inet, func(c *Conn, n string) error { return c.SetDstAddr(n, addr) }},
		{0x8919, "SIOCGIFBRDADDR", "", asks((*Conn).Broadcast)},
		{0x891a, "SIOCSIFBRDADDR", inet, func(c *Conn, n string) error { return c.SetBroadcast(n, addr) }},
		{0x891b, "SIOCGIFNETMASK", "", asks((*Conn).Netmask)},
		{0x891c, "SIOCSIFNETMASK", inet, func(c *Conn, n string) error { return c.SetNetmask(n, addr) }},
		{0x8915, "SIOCGIFADDR", inet, beside(AddrLocal)},
		{0x8917, "SIOCGIFDSTADDR", inet, beside(AddrPeer)},
		{0x8919, "SIOCGIFBRDADDR", inet, beside(AddrBroadcast)},
		{0x891b, "SIOCGIFNETMASK", inet, beside(AddrNetmask)},
		{0x8915, "SIOCGIFADDR", u16(unix.AF_IPX) + "010203", func(c *Conn, n string) error { _, err := c.FamilyAddr(n, other); return err }},
		{0x8916, "SIOCSIFADDR", u16(unix.AF_IPX) + "010203", func(c *Conn, n string) error { return c.SetSockaddr(AddrLocal, n, other) }},
		{0x8918, "SIOCSIFDSTADDR", u16(unix.AF_IPX) + "010203", func(c *Conn, n string) error { return c.SetSockaddr(AddrPeer, n, other) }},
		{0x891a, "SIOCSIFBRDADDR", u16(unix.AF_IPX) + "010203", func(c *Conn, n string) error { return c.SetSockaddr(AddrBroadcast, n, other) }},
		{0x891c, "SIOCSIFNETMASK", u16(unix.AF_IPX) + "010203", func(c *Conn, n string) error { return c.SetSockaddr(AddrNetmask, n, other) }},
		{0x891d, "SIOCGIFMETRIC", "", asks((*Conn).Metric)},
		{0x891e, "SIOCSIFMETRIC", u32(7), func(c *Conn, n string) error { return c.SetMetric(n, 7) }},
		{0x8921, "SIOCGIFMTU", "", asks((*Conn).MTU)},
		{0x8922, "SIOCSIFMTU", u32(0xfffffffb), func(c *Conn, n string) error { return c.SetMTU(n, -5) }},
		{0x8923, "SIOCSIFNAME", hex.EncodeToString([]byte("wan0")), func(c *Conn, n string) error { return c.Rename(n, "wan0") }},
		{0x8924, "SIOCSIFHWADDR", u16(6) + "0102", func(c *Conn, n string) error {
			return c.SetHardwareAddr(n, HardwareAddr{Type: 6, Data: [14]byte{1, 2}})
		}},
		{0x8927, "SIOCGIFHWADDR", "", asks((*Conn).HardwareAddr)},
		{0x8931, "SIOCADDMULTI", "000001005e", func(c *Conn, n string) error { return c.AddMulticast(n, [14]byte{1, 0, 0x5e}) }},
		{0x8932, "SIOCDELMULTI", "000001005e", func(c *Conn, n string) error { return c.DelMulticast(n, [14]byte{1, 0, 0x5e}) }},
		{0x8947, "SIOCGMIIPHY", "", asks((*Conn).MIIPhy)},
		{0x8948, "SIOCGMIIREG", u16(3) + u16(31), func(c *Conn, n string) error { _, err := c.MIIRegister(n, 3, 31); return err }},
		{0x8949, "SIOCSMIIREG", u16(3) + u16(4) + u16(0x1234), func(c *Conn, n string) error { return c.SetMIIRegister(n, 3, 4, 0x1234) }},
		{0x89f0, "SIOCDEVPLIP", word(1), asks((*Conn).PLIP)},
		{0x89f0, "SIOCDEVPLIP", word(2) + word(3000) + word(500), func(c *Conn, n string) error { return c.SetPLIP(n, PLIP{3000, 500}) }},
		{0x8933, "SIOCGIFINDEX", "", asks((*Conn).Index)},
		{0x8942, "SIOCGIFTXQLEN", "", asks((*Conn).TxQueueLen)},
		{0x8943, "SIOCSIFTXQLEN", u32(1000), func(c *Conn, n string) error { return c.SetTxQueueLen(n, 1000) }},
		{0x8970, "SIOCGIFMAP", "", asks((*Conn).Map)},
		{0x8971, "SIOCSIFMAP", word(0xc0000) + word(0xc4000) + u16(0x300) + "050403", func(c *Conn, n string) error {
			return c.SetMap(n, Map{MemStart: 0xc0000, MemEnd: 0xc4000, BaseAddr: 0x300, IRQ: 5, DMA: 4, Port: 3})
		}},
		{0x89a2, "SIOCBRADDIF", u32(258), func(c *Conn, n string) error { return c.AddBridgePort(n, 258) }},
		{0x89a3, "SIOCBRDELIF", u32(258), func(c *Conn, n string) error { return c.DelBridgePort(n, 258) }},
		{0x8990, "SIOCBONDENSLAVE", hex.EncodeToString([]byte("eth7")), func(c *Conn, n string) error { return c.BondEnslave(n, "eth7") }},
		{0x8991, "SIOCBONDRELEASE", hex.EncodeToString([]byte("eth7")), func(c *Conn, n string) error { return c.BondRelease(n, "eth7") }},
		{0x8995, "SIOCBONDCHANGEACTIVE", hex.EncodeToString([]byte("eth7")), func(c *Conn, n string) error { return c.BondChangeActive(n, "eth7") }},
		{0x89f0, "SIOCSKEEPALIVE", word(1<<64 - 5), func(c *Conn, n string) error { return c.SetKeepalive(n, -5) }},
		{0x89f1, "SIOCGKEEPALIVE", "", asks((*Conn).Keepalive)},
		{0x89f2, "SIOCSOUTFILL", word(9), func(c *Conn, n string) error { return c.SetOutfill(n, 9) }},
		{0x89f3, "SIOCGOUTFILL", "", asks((*Conn).Outfill)},
	}
}

// Each method sends its request: a descriptor that is none leaves it as it was
// sent, whatever the one before left behind.
func TestWhatIsSent(t *testing.T) {
	c := Descriptor(-1)
	for _, m := range methods() {
		for i := range c.req.bytes() {
			c.req.bytes()[i] = 0xaa
		}
		refused(t, m.call(c, "eth1:0"), m.name, "eth1:0", unix.EBADF)
		want := make([]byte, unionSize)
		if n := must(hex.Decode(want, []byte(m.sent)))(t); n > unionSize {
			t.Fatalf("%s: %d bytes", m.name, n)
		}
		equal(t, hex.EncodeToString(want), hex.EncodeToString(c.req.union()))
		equal(t, "eth1:0"+strings.Repeat("\x00", nameSize-6), string(c.req.bytes()[:nameSize]))
	}
}

// A name that the kernel would cut isn't sent; an empty one is.
func TestNamesOfAllMethods(t *testing.T) {
	c := Descriptor(-1)
	for _, m := range methods() {
		c.req.set("before")
		for _, name := range []string{"0123456789abcdef", strings.Repeat("x", 1<<17)} {
			refused(t, m.call(c, name), m.name, name, unix.EINVAL)
			equal(t, "before", cString(c.req.bytes()[:nameSize]))
		}
		for _, name := range []string{"", "0123456789abcde"} {
			refused(t, m.call(c, name), m.name, name, unix.EBADF)
			equal(t, name, cString(c.req.bytes()[:nameSize]))
		}
	}
}

// What can't be sent in a sockaddr_in isn't.
func TestAddressesOfAnotherFamily(t *testing.T) {
	c := Descriptor(-1)
	for _, a := range []netip.Addr{{}, netip.MustParseAddr("::1"), netip.MustParseAddr("::ffff:10.0.0.1")} {
		refused(t, c.SetAddr("eth1", a), "SIOCSIFADDR", "eth1", unix.EAFNOSUPPORT)
		refused(t, c.SetDstAddr("eth1", a), "SIOCSIFDSTADDR", "eth1", unix.EAFNOSUPPORT)
		refused(t, c.SetBroadcast("eth1", a), "SIOCSIFBRDADDR", "eth1", unix.EAFNOSUPPORT)
		refused(t, c.SetNetmask("eth1", a), "SIOCSIFNETMASK", "eth1", unix.EAFNOSUPPORT)
		_, err := c.InetBeside(AddrPeer, "eth1", a)
		refused(t, err, "SIOCGIFDSTADDR", "eth1", unix.EAFNOSUPPORT)
	}
}

// The name to be is checked as the name is, and sent in the union.
func TestNamesToBe(t *testing.T) {
	c := Descriptor(-1)
	refused(t, c.Rename("eth1", ""), "SIOCSIFNAME", "eth1", unix.EBADF)
	equal(t, "", cString(c.req.union()[:nameSize]))
	refused(t, c.Rename("eth1", "0123456789abcdef"), "SIOCSIFNAME", "eth1", unix.EINVAL)
	refused(t, c.Rename("eth1", "0123456789abcde"), "SIOCSIFNAME", "eth1", unix.EBADF)
	equal(t, "0123456789abcde\x00", string(c.req.union()[:nameSize]))
}
