package ioctl

import (
	"encoding/binary"
	"net/netip"
	"unsafe"
)

// TunnelFlags are the bits of one direction of a GRE tunnel, GRE_ of
// <linux/if_tunnel.h>.
type TunnelFlags uint16

// The bits of TunnelFlags.
const (
	TunnelSequence TunnelFlags = 0x1000 // packets are numbered
	TunnelKey      TunnelFlags = 0x2000 // packets carry a key
	TunnelChecksum TunnelFlags = 0x8000 // packets carry a checksum
)

// Tunnel is a tunnel of IP packets over IPv4, struct ip_tunnel_parm of
// <linux/if_tunnel.h>.
type Tunnel struct {
	Name          string      // at most 15 bytes; %d is numbered
	Link          int         // the device that packets go out by, 0 for any
	In, Out       TunnelFlags // of packets that come, and that go
	InKey, OutKey uint32      // the keys, with TunnelKey
	TOS           uint8       // bit 0: that of the packet inside, where it has one
	TTL           uint8       // 0: that of the packet inside
	Protocol      uint8       // of the outer header: 4 IPv4, 41 IPv6, 47 GRE, 0 not known
	Fragment      bool        // the outer packet may be fragmented on its way
	Local, Remote netip.Addr  // IPv4; 0.0.0.0 and the zero Addr are any
}

// tunnelParm is struct ip_tunnel_parm. Its flags, keys and header are in network
// byte order.
type tunnelParm struct {
	name          [nameSize]byte
	link          int32
	in, out       [2]byte
	inKey, outKey [4]byte
	header        [20]byte // of IPv4
}

// Where the fields of an IPv4 header are, and what stands in those of a tunnel.
const (
	headTOS, headFragment, headTTL, headProtocol, headLocal, headRemote = 1, 6, 8, 9, 12, 16

	versionAndLength = 0x45
	dontFragment     = 0x4000
)

// Tunnel returns the settings of a tunnel (SIOCGETTUNNEL); on the device that a
// kind of tunnels begins with (tunl0, gre0, sit0) those of the tunnel that like
// names. EOPNOTSUPP: the device is no tunnel.
func (c *Conn) Tunnel(device string, like Tunnel) (Tunnel, error) {
	arg, err := c.tunnel(idGetTunnel, device, like)
	return arg.tunnel(), err
}

// AddTunnel makes a tunnel; device is the one that its kind begins with
// (SIOCADDTUNNEL). EEXIST: there is one of these addresses, or the name is taken;
// ENOBUFS: no more can be made; ENODEV: the kernel hasn't that kind.
func (c *Conn) AddTunnel(device string, t Tunnel) error { return c.setTunnel(idAddTunnel, device, t) }

// ChangeTunnel gives the tunnel device other settings (SIOCCHGTUNNEL). EEXIST:
// another one has these addresses; EINVAL: this kind can't have these.
func (c *Conn) ChangeTunnel(device string, t Tunnel) error {
	return c.setTunnel(idChangeTunnel, device, t)
}

// DelTunnel deletes the tunnel device, or on the one that its kind begins with the
// one that t names (SIOCDELTUNNEL). EPERM: those stay.
func (c *Conn) DelTunnel(device string, t Tunnel) error { return c.setTunnel(idDelTunnel, device, t) }

func (c *Conn) setTunnel(id requestID, device string, t Tunnel) error {
	_, err := c.tunnel(id, device, t)
	return err
}

func (c *Conn) tunnel(id requestID, device string, t Tunnel) (*tunnelParm, error) {
	arg := t.parm()
	err := c.callData(id, device, unsafe.Pointer(arg))
	return arg, err
}

func (t *Tunnel) parm() *tunnelParm {
	p := &tunnelParm{link: int32(t.Link)}
	copy(p.name[:nameSize-1], t.Name)
	binary.BigEndian.PutUint16(p.in[:], uint16(t.In))
	binary.BigEndian.PutUint16(p.out[:], uint16(t.Out))
	binary.BigEndian.PutUint32(p.inKey[:], t.InKey)
	binary.BigEndian.PutUint32(p.outKey[:], t.OutKey)
	p.header[0], p.header[headTOS] = versionAndLength, t.TOS
	if !t.Fragment {
		binary.BigEndian.PutUint16(p.header[headFragment:], dontFragment)
	}
	p.header[headTTL], p.header[headProtocol] = t.TTL, t.Protocol
	putTunnelEnd(p.header[headLocal:], t.Local)
	putTunnelEnd(p.header[headRemote:], t.Remote)
	return p
}

func putTunnelEnd(b []byte, addr netip.Addr) {
	if addr.Is4() {
		a := addr.As4()
		copy(b, a[:])
	}
}

func (p *tunnelParm) tunnel() Tunnel {
	h := p.header[:]
	return Tunnel{
		Name: cString(p.name[:]), Link: int(p.link),
		In: TunnelFlags(binary.BigEndian.Uint16(p.in[:])), Out: TunnelFlags(binary.BigEndian.Uint16(p.out[:])),
		InKey: binary.BigEndian.Uint32(p.inKey[:]), OutKey: binary.BigEndian.Uint32(p.outKey[:]),
		TOS: h[headTOS], TTL: h[headTTL], Protocol: h[headProtocol],
		Fragment: binary.BigEndian.Uint16(h[headFragment:])&dontFragment == 0,
		Local:    netip.AddrFrom4([4]byte(h[headLocal:])), Remote: netip.AddrFrom4([4]byte(h[headRemote:])),
	}
}
