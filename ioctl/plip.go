package ioctl

import "encoding/binary"

// PLIP are the two times of a parallel line (plipconfig(8)), in microseconds.
type PLIP struct {
	Nibble  uint64 // to wait for half a byte
	Trigger uint64 // to wait for the other side's answer
}

// The commands of SIOCDEVPLIP, PLIP_ of <linux/if_plip.h>.
const (
	plipGet = 1
	plipSet = 2
)

// PLIP returns the times of a parallel line (SIOCDEVPLIP, a private request).
// Other drivers refuse it, mostly with EOPNOTSUPP.
func (c *Conn) PLIP(name string) (PLIP, error) {
	if err := c.plip(name, plipGet, PLIP{}); err != nil {
		return PLIP{}, err
	}
	u := c.req.union()[pointerSize:]
	return PLIP{Nibble: getLong(u), Trigger: getLong(u[pointerSize:])}, nil
}

// SetPLIP sets both times (SIOCDEVPLIP).
func (c *Conn) SetPLIP(name string, times PLIP) error { return c.plip(name, plipSet, times) }

// plip sends struct plipconf, which is the union itself: an unsigned short and two
// unsigned longs.
func (c *Conn) plip(name string, command uint16, times PLIP) error {
	if err := c.prepare(idPLIP, name); err != nil {
		return err
	}
	u := c.req.union()
	binary.NativeEndian.PutUint16(u, command)
	putLong(u[pointerSize:], times.Nibble)
	putLong(u[2*pointerSize:], times.Trigger)
	return c.do(idPLIP, name)
}

// putLong writes an unsigned long.
func putLong(b []byte, v uint64) {
	if pointerSize == 8 {
		binary.NativeEndian.PutUint64(b, v)
	} else {
		binary.NativeEndian.PutUint32(b, uint32(v))
	}
}

func getLong(b []byte) uint64 {
	if pointerSize == 8 {
		return binary.NativeEndian.Uint64(b)
	}
	return uint64(binary.NativeEndian.Uint32(b))
}
