package ioctl

import (
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestTunnelParm lays struct ip_tunnel_parm of <linux/if_tunnel.h> out, and reads
// it again.
func TestTunnelParm(t *testing.T) {
	tunnel := Tunnel{
		Name: "gre9", Link: 7, In: TunnelKey | TunnelChecksum, Out: TunnelSequence, InKey: 5, OutKey: 0x01020304,
		TOS: 0x11, TTL: 64, Protocol: 47, Local: netip.MustParseAddr("10.0.0.1"), Remote: netip.MustParseAddr("10.0.0.2"),
	}
	p := tunnel.parm()
	holds(t, p, -1, piece{0, 0, []byte("gre9")}, piece{16, 16, native32(7)}, piece{20, 20, []byte("\xa0\x00\x10\x00")},
		piece{24, 24, []byte("\x00\x00\x00\x05\x01\x02\x03\x04")}, piece{32, 32, []byte("\x45\x11\x00\x00\x00\x00\x40\x00\x40\x2f")},
		piece{44, 44, []byte("\x0a\x00\x00\x01\x0a\x00\x00\x02")})
	equal(t, tunnel, p.tunnel())
	tunnel = Tunnel{Name: strings.Repeat("x", 20), Fragment: true, Local: netip.MustParseAddr("::1")}
	p = tunnel.parm()
	holds(t, p, -1, piece{0, 0, []byte(strings.Repeat("x", 15))}, piece{32, 32, []byte("\x45")})
	equal(t, Tunnel{Name: strings.Repeat("x", 15), Fragment: true, Local: netip.IPv4Unspecified(), Remote: netip.IPv4Unspecified()}, p.tunnel())
}

func TestNamesOfTunnelRequests(t *testing.T) {
	c := Descriptor(-1)
	for name, errno := range map[string]unix.Errno{"gre9": unix.EBADF, "0123456789abcdef": unix.EINVAL} {
		_, err := c.Tunnel(name, Tunnel{})
		refused(t, err, "SIOCGETTUNNEL", name, errno)
		refused(t, c.AddTunnel(name, Tunnel{}), "SIOCADDTUNNEL", name, errno)
		refused(t, c.ChangeTunnel(name, Tunnel{}), "SIOCCHGTUNNEL", name, errno)
		refused(t, c.DelTunnel(name, Tunnel{}), "SIOCDELTUNNEL", name, errno)
	}
	a := netip.MustParseAddr("10.0.0.1")
	refused(t, c.SetRARP(ARPEntry{Addr: a}), "SIOCSRARP", "", unix.EBADF)
	refused(t, c.DelRARP(ARPEntry{Addr: a}), "SIOCDRARP", "", unix.EBADF)
}
