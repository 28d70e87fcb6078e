package brctl

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/internal/bridge"
	"classicnet/internal/frame"
)

func (c *command) addBridge(words []string) error {
	err := c.kernel.AddBridge(bridge.Cut(words[0]))
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EEXIST):
		return frame.Failed("device " + words[0] + " already exists; can't create bridge with the same name")
	}
	return frame.Failed("add bridge failed: " + frame.Reason(err))
}

func (c *command) delBridge(words []string) error {
	err := c.kernel.DelBridge(bridge.Cut(words[0]))
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.ENXIO):
		return frame.Failed("bridge " + words[0] + " doesn't exist; can't delete it")
	case errors.Is(err, unix.EBUSY):
		return frame.Failed("bridge " + words[0] + " is still up; can't delete it")
	}
	return frame.Failed("can't delete bridge " + words[0] + ": " + frame.Reason(err))
}

// addPorts stops at the first that can't be added.
func (c *command) addPorts(words []string) error {
	return c.eachPort(words, Kernel.AddBridgePort, func(bridge, port string, err error) string {
		switch {
		case errors.Is(err, unix.EBUSY):
			return "device " + port + " is already a member of a bridge; can't add it to bridge " + bridge + "."
		case errors.Is(err, unix.ELOOP):
			return "device " + port + " is a bridge device itself; can't add a bridge device to a bridge device."
		}
		return "can't add " + port + " to bridge " + bridge + ": " + frame.Reason(err)
	})
}

// delPorts stops at the first that can't be released.
func (c *command) delPorts(words []string) error {
	return c.eachPort(words, Kernel.DelBridgePort, func(bridge, port string, err error) string {
		if errors.Is(err, unix.EINVAL) {
			return "device " + port + " is not a port of " + bridge
		}
		return "can't delete " + port + " from " + bridge + ": " + frame.Reason(err)
	})
}

func (c *command) eachPort(words []string, act func(k Kernel, bridge string, index int) error, why func(bridge, port string, err error) string) error {
	name := words[0]
	for _, port := range words[1:] {
		index, err := bridge.Index(c.kernel, port)
		if err != nil {
			return frame.Failed("interface " + port + " does not exist!")
		}
		err = act(c.kernel, bridge.Cut(name), index)
		switch {
		case errors.Is(err, unix.ENODEV):
			return frame.Failed("bridge " + name + " does not exist!")
		case err != nil:
			return frame.Failed(why(name, port, err))
		}
	}
	return nil
}

func (c *command) hairpin(words []string) error {
	name, port := words[0], words[1]
	v, ok := bridge.OnOff(words[2])
	if !ok {
		return frame.Failed(badOnOff)
	}
	if _, err := bridge.Index(c.kernel, port); err != nil {
		return frame.Failed("interface " + port + " does not exist!")
	}
	if _, err := bridge.Index(c.kernel, name); err != nil {
		return frame.Failed("bridge " + name + " does not exist!")
	}
	if err := bridge.Hairpin.Write(c.sys, c.kernel, name, port, v); err != nil {
		return frame.Failed("can't set " + port + " to hairpin on bridge " + name + ": " + frame.Reason(err))
	}
	return nil
}
