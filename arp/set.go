package arp

import (
	"classicnet/internal/frame"
	"classicnet/internal/linktype"
	"classicnet/ioctl"
)

// set makes the entry of the command line.
func (c *command) set(operands []string) error {
	return c.connect(func(k Kernel) error { return c.setEntry(k, operands) })
}

// setEntry makes an entry: a host, a hardware address or with -D an interface
// that has it, and words.
func (c *command) setEntry(k Kernel, operands []string) error {
	r, err := c.request(operands, ioctl.ARPPermanent|ioctl.ARPComplete)
	if err != nil {
		return err
	}
	if len(operands) < 2 {
		return frame.Failed("arp: need hardware address")
	}
	if r.entry.Hw, err = c.hardware(k, operands[1]); err != nil {
		return err
	}
	if err := c.words(r, operands[2:], func(string) {}); err != nil {
		return err
	}
	c.say("arp: SIOCSARP()")
	if err := k.SetARP(r.entry); err != nil {
		return frame.Refused("SIOCSARP", err)
	}
	return nil
}

func (c *command) hardware(k Kernel, text string) (ioctl.HardwareAddr, error) {
	if c.options.UseDevice {
		return c.deviceAddress(k, text)
	}
	return parseHardware(c.hardwareType(), text)
}

// hardwareType is the type of -H, or Ethernet.
func (c *command) hardwareType() *linktype.Type {
	if c.hw == nil {
		return types.ByKeyword("ether")
	}
	return c.hw
}

func parseHardware(t *linktype.Type, text string) (ioctl.HardwareAddr, error) {
	hw := ioctl.HardwareAddr{Type: t.ARPHRD}
	if t.Parse == nil {
		return hw, frame.Failed("arp: " + t.Keyword + ": hardware type without address syntax.")
	}
	data, err := t.Parse(text)
	if err != nil {
		return hw, frame.Failed("arp: invalid hardware address")
	}
	copy(hw.Data[:], data)
	return hw, nil
}

// deviceAddress is the address of an interface, which must be of -H's type if
// that was given.
func (c *command) deviceAddress(k Kernel, name string) (ioctl.HardwareAddr, error) {
	hw, err := k.HardwareAddr(cutDevice(name))
	if err != nil {
		return hw, frame.Failed("arp: cant get HW-Address for `" + name + "': " + frame.Reason(err) + ".")
	}
	if c.hw != nil && c.hw.ARPHRD != hw.Type {
		return hw, frame.Failed("arp: protocol type mismatch.")
	}
	t := printable(hw.Type)
	c.say("arp: device `" + name + "' has HW address " + t.Keyword + " `" + string(t.Append(nil, hw.Data[:])) + "'.")
	return hw, nil
}

// printable is a type with an address to show: of those that have none, the
// bytes are shown.
func printable(arphrd uint16) *linktype.Type {
	if t := types.ByNumber(arphrd); t.Append != nil {
		return t
	}
	return types.ByKeyword("unspec")
}
