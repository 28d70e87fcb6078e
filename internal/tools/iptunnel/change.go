package iptunnel

import (
	"classicnet/internal/frame"
)

// complete checks a request as all commands do, and asks for what is missing.
func (r *request) complete(k Kernel) error {
	if (r.In|r.Out)&keyFlags != 0 && r.mode != nil && r.mode.word != "gre" {
		return frame.Failed("Keys are not allowed with ipip and sit.")
	}
	if r.dev != "" {
		index, err := k.Index(r.dev[:min(len(r.dev), room)])
		if err != nil {
			return frame.Refused("ioctl", err)
		}
		r.Link = index
	}
	if !r.Remote.IsMulticast() {
		return nil
	}
	if r.InKey == 0 {
		r.InKey, r.In = number(r.Remote), r.In|keyFlags
	}
	if r.OutKey == 0 {
		r.OutKey, r.Out = number(r.Remote), r.Out|keyFlags
	}
	if r.Local.IsUnspecified() {
		return frame.Failed("Broadcast tunnel requires a source address.")
	}
	return nil
}

// made checks what a tunnel is to be.
func (r *request) made() error {
	switch {
	case r.TTL != 0 && r.Fragment:
		return frame.Failed("ttl != 0 and noptmudisc are incompatible")
	case r.mode == nil:
		return frame.Failed("cannot determine tunnel mode (ipip, gre or sit)")
	}
	return nil
}

func (c *command) add(r *request) error {
	if err := r.made(); err != nil {
		return err
	}
	return refused(c.k.AddTunnel(r.mode.base, r.Tunnel))
}

// change changes what the words say of the tunnel of that name; the rest stays.
// Without a name it is the device that the kind begins with, whose settings the
// kernel changes or refuses to.
func (c *command) change(r *request) error {
	if err := r.made(); err != nil {
		return err
	}
	if r.Name != "" {
		was, err := c.k.Tunnel(r.Name, r.Tunnel)
		if err != nil {
			return refused(err)
		}
		if r, err = parse(r.words, was); err == nil {
			err = r.complete(c.k)
		}
		if err != nil {
			return err
		}
	}
	return refused(c.k.ChangeTunnel(r.device(), r.Tunnel))
}

func (c *command) remove(r *request) error { return refused(c.k.DelTunnel(r.device(), r.Tunnel)) }

// device is the tunnel, or the base device of the mode.
func (r *request) device() string {
	if r.Name == "" && r.mode != nil {
		return r.mode.base
	}
	return r.Name
}

func refused(err error) error {
	if err == nil {
		return nil
	}
	return frame.Refused("ioctl", err)
}
