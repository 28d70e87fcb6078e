package ioctl

import "unsafe"

// Map is struct ifmap: where a card sits on its bus (SIOCGIFMAP, in
// netdevice(7)).
type Map struct {
	MemStart uint64 // first address of the shared memory
	MemEnd   uint64 // last address of the shared memory
	BaseAddr uint16 // first I/O port
	IRQ      uint8  // interrupt line
	DMA      uint8  // DMA channel
	Port     uint8  // connector (media): 0 unknown, 1 10base2, 2 10baseT, 3 AUI, 4 100baseT, 5 100baseTX, 6 100baseFX
}

// ifmap is Map as the kernel lays it out: unsigned long has the pointer's size.
type ifmap struct {
	memStart, memEnd uintptr
	baseAddr         uint16
	irq, dma, port   uint8
	_                [3]byte
}

// Map returns the card's place on the bus (SIOCGIFMAP); all zero for devices
// without one.
func (c *Conn) Map(name string) (Map, error) {
	if _, err := c.get(idGetMap, name); err != nil {
		return Map{}, err
	}
	m := c.ifmap()
	return Map{
		MemStart: uint64(m.memStart), MemEnd: uint64(m.memEnd),
		BaseAddr: m.baseAddr, IRQ: m.irq, DMA: m.dma, Port: m.port,
	}, nil
}

// SetMap asks the driver to change the card's place or connector (SIOCSIFMAP).
// EOPNOTSUPP: the driver can't. EPERM also for root of a user namespace.
func (c *Conn) SetMap(name string, m Map) error {
	if err := c.prepare(idSetMap, name); err != nil {
		return err
	}
	*c.ifmap() = ifmap{
		memStart: uintptr(m.MemStart), memEnd: uintptr(m.MemEnd),
		baseAddr: m.BaseAddr, irq: m.IRQ, dma: m.DMA, port: m.Port,
	}
	return c.do(idSetMap, name)
}

// ifmap is the request's union seen as one. The union is aligned for it:
// unix.Ifreq starts on 8 bytes and the name takes 16.
func (c *Conn) ifmap() *ifmap { return (*ifmap)(unsafe.Pointer(&c.req.union()[0])) }
