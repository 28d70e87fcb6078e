package ioctl

import (
	"errors"
	"strconv"

	"golang.org/x/sys/unix"

	"classicnet/internal/linktype"
)

// HardwareAddr is a link-layer address as SIOCGIFHWADDR carries it. Ethernet makes
// one of a MAC address.
type HardwareAddr struct {
	// Type is the link type, an ARPHRD_ number of <linux/if_arp.h>.
	Type uint16
	// Data are the address bytes in their order on the wire, zeros beyond the
	// device's address length. The request does not tell that length, and
	// longer addresses are cut.
	Data [14]byte
}

// macSize is how many bytes an Ethernet address has, ETH_ALEN of <linux/if_ether.h>.
const macSize = 6

// Ethernet returns the address of an Ethernet card (ARPHRD_ETHER). mac is a
// net.HardwareAddr, as net.ParseMAC returns one, or any six bytes in their order on
// the wire; another number of bytes is an error.
func Ethernet(mac []byte) (HardwareAddr, error) {
	a := HardwareAddr{Type: unix.ARPHRD_ETHER}
	if len(mac) != macSize {
		return HardwareAddr{}, errors.New("ioctl: an Ethernet address has 6 bytes, not " + strconv.Itoa(len(mac)))
	}
	copy(a.Data[:], mac)
	return a, nil
}

// MAC returns the six bytes of an Ethernet address, to be used as a
// net.HardwareAddr; nil of any other link type.
func (a HardwareAddr) MAC() []byte {
	if a.Type != unix.ARPHRD_ETHER {
		return nil
	}
	return a.Data[:macSize:macSize]
}

// String is what ifconfig shows of the address by its link type:
// "00:0d:61:0b:d9:a0", a call sign on AX.25, "" where it shows none, and the bytes
// with dashes of a type that it doesn't know.
func (a HardwareAddr) String() string {
	t := linktype.Classic.ByNumber(a.Type)
	if t.Append == nil {
		return ""
	}
	return string(t.Append(nil, a.Data[:]))
}

// HardwareAddr returns link type and address of the device (SIOCGIFHWADDR).
// ENODEV: no such interface.
func (c *Conn) HardwareAddr(name string) (HardwareAddr, error) {
	u, err := c.get(idGetHwAddr, name)
	if err != nil {
		return HardwareAddr{}, err
	}
	return HardwareAddr{Type: familyOf(u), Data: [14]byte(u[sockaddrData:])}, nil
}

// SetHardwareAddr sets the link-layer address (SIOCSIFHWADDR). EINVAL: Type is
// not the device's; EBUSY: the device must be down for it; EADDRNOTAVAIL: not
// an address a device may have; EOPNOTSUPP: the device can't change it.
func (c *Conn) SetHardwareAddr(name string, addr HardwareAddr) error {
	if err := c.prepare(idSetHwAddr, name); err != nil {
		return err
	}
	u := c.req.union()
	putFamily(u, addr.Type)
	copy(u[sockaddrData:sockaddrSize], addr.Data[:])
	return c.do(idSetHwAddr, name)
}
