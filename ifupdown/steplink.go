package ifupdown

import (
	"errors"
	"io"

	"golang.org/x/sys/unix"

	"classicnet/internal/linktype"
	"classicnet/ioctl"
)

const randomAddress = "random"

func (s hardwareAddress) do(c *command) error {
	k, err := c.dial(familyInet)
	if err != nil {
		return err
	}
	hw, err := k.HardwareAddr(s.Device)
	if err != nil {
		return err
	}
	address, err := c.linkAddress(hw.Type, s.Addr)
	if err != nil {
		return err
	}
	old := hw
	hw.Data = [14]byte{}
	copy(hw.Data[:], address)
	if hw == old {
		return nil
	}
	if t := linktype.Classic.ByNumber(hw.Type); t.Parse != nil && t.Append != nil {
		c.noteMade(wasHardware+s.Device, string(t.Append(nil, old.Data[:len(address)])))
	}
	err = k.SetHardwareAddr(s.Device, hw)
	if errors.Is(err, unix.EBUSY) && c.made.find(wasUsed+s.Device) == nil {
		if err = setUp(k, s.Device, false); err == nil {
			err = k.SetHardwareAddr(s.Device, hw)
		}
	}
	return err
}

// linkAddress is the address of a link type that a text stands for.
func (c *command) linkAddress(arphrd uint16, text string) ([]byte, error) {
	if text == randomAddress {
		address := make([]byte, 6)
		_, err := io.ReadFull(c.env.Random, address)
		address[0] = address[0]&^1 | 2 // one device's, and nobody's by registration
		return address, err
	}
	t := linktype.Classic.ByNumber(arphrd)
	if t.Parse == nil {
		return nil, errors.New("link type " + t.Title + " has no hardware address to set")
	}
	address, err := t.Parse(text)
	if err != nil {
		return nil, errors.New("not a hardware address: " + text)
	}
	return address, nil
}

func (s setMTU) do(c *command) error {
	k, err := c.dial(familyInet)
	if err != nil {
		return err
	}
	old, err := k.MTU(s.Device)
	if err != nil || int(old) == s.Bytes {
		return err
	}
	c.noteMade(wasMTU+s.Device, itoa(int(old)))
	return k.SetMTU(s.Device, int32(s.Bytes))
}

func (s setMTU6) do(c *command) error {
	k, err := c.dial(familyInet)
	if err != nil {
		return err
	}
	mtu, err := k.MTU(s.Device)
	switch {
	case err != nil:
		return err
	case int(mtu) < s.Bytes:
		return setMTU(s).do(c)
	}
	return sysctl{s.Device, "mtu", itoa(s.Bytes)}.do(c)
}

func (s setLinkUp) do(c *command) error {
	return c.setUp(s.Device, true, s.MayFail)
}

func (s setLinkDown) do(c *command) error {
	return c.setUp(s.Device, false, s.MayFail)
}

func (c *command) setUp(device string, up, mayFail bool) error {
	k, err := c.dial(familyInet)
	if err == nil {
		err = setUp(k, device, up)
	}
	if mayFail {
		return unless(err, unix.ENODEV)
	}
	return err
}

// setUp sets or clears the flag UP and leaves the others. What is up needs no request:
// each waits for all that others have the kernel change.
func setUp(k Kernel, device string, up bool) error {
	flags, err := k.Flags(device)
	if err != nil {
		return err
	}
	if up && flags&ioctl.FlagUp != 0 {
		return nil
	}
	if up {
		return k.SetFlags(device, flags|ioctl.FlagUp)
	}
	return k.SetFlags(device, flags&^ioctl.FlagUp)
}
