package ifenslave

import (
	"net/netip"
	"slices"
	"strconv"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// show tells what SIOCGIFFLAGS, SIOCGIFADDR and SIOCGIFHWADDR say of an
// interface.
func (c *command) show(k Kernel, name string) {
	if flags, err := k.Flags(name); err == nil {
		c.Out.WriteString("The result of SIOCGIFFLAGS on " + name + " is " + strconv.FormatUint(uint64(flags), 16) + ".\n") //nolint:errcheck // Close tells
	} else {
		c.say(name + ": unknown interface: " + frame.Reason(err))
		return
	}
	addr, err := k.Addr(name)
	if err != nil {
		c.say(name + ": unknown interface.")
		return
	}
	c.Out.WriteString("The result of SIOCGIFADDR is " + string(appendData(nil, addr)) + ".\n") //nolint:errcheck // Close tells
	if hw, err := k.HardwareAddr(name); err == nil {
		c.Out.WriteString("The result of SIOCGIFHWADDR is " + string(appendHw(nil, hw)) + ".\n") //nolint:errcheck // Close tells
	}
}

// appendData appends the first four bytes of sa_data: the port, which is 0, and
// half of the address. Each is a char that became an int: 192 is ffffffc0.
func appendData(b []byte, addr netip.Addr) []byte {
	quad := addr.As4()
	for i, octet := range []byte{0, 0, quad[0], quad[1]} {
		if i > 0 {
			b = append(b, '.')
		}
		b = appendHex(b, uint32(int32(int8(octet))))
	}
	return b
}

func appendHw(b []byte, hw ioctl.HardwareAddr) []byte {
	const octets = 6
	b = append(append(b, "type "...), strconv.Itoa(int(hw.Type))...)
	b = append(b, "  "...)
	for i, octet := range hw.Data[:octets] {
		if i > 0 {
			b = append(b, ':')
		}
		b = appendHex(b, uint32(octet))
	}
	return b
}

// appendHex appends %02x.
func appendHex(b []byte, v uint32) []byte {
	if v < 0x10 {
		b = append(b, '0')
	}
	return strconv.AppendUint(b, uint64(v), 16)
}

// showAll shows the interfaces that have an address, but the loopback.
func (c *command) showAll(k Kernel) error {
	list, err := k.Interfaces()
	if err != nil {
		return frame.Failed("SIOCGIFCONF: " + frame.Reason(err))
	}
	list = slices.CompactFunc(list, func(a, b ioctl.InterfaceAddr) bool { return a.Name == b.Name })
	for _, i := range list {
		if flags, err := k.Flags(i.Name); err == nil && flags&ioctl.FlagLoopback != 0 {
			continue
		}
		c.show(k, i.Name)
	}
	return nil
}
