package ifupdown

import (
	"errors"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/internal/sysfs"
	"classicnet/ioctl"
)

// Devices are the requests that make and delete bridges, VLANs and bonds, as
// *ioctl.Conn has them.
type Devices interface {
	Name(index int) (string, error)
	AddBridge(name string) error
	DelBridge(name string) error
	AddBridgePort(bridge string, index int) error
	DelBridgePort(bridge string, index int) error
	BridgeInfo(bridge string) (ioctl.BridgeInfo, error)
	BridgePorts(bridge string) ([]int, error)
	BridgePort(bridge string, port int) (ioctl.BridgePort, error)
	SetBridge(bridge string, setting ioctl.BridgeSetting, value uint64) error
	SetBridgePort(bridge string, setting ioctl.BridgeSetting, port int, value uint64) error
	AddVLAN(device string, id uint32) error
	DelVLAN(name string) error
	VLANParent(name string) (string, error)
	VLANID(name string) (int, error)
	BondEnslave(bond, slave string) error
	BondRelease(bond, slave string) error
}

// sys is the way to attributes of /sys.
func (c *command) sys() sysfs.FS {
	return sysfs.FS{Open: c.env.Open, ReadDir: c.env.ReadDir, Write: c.env.WriteFile}
}

// exists tells whether there is an interface of that name.
func exists(k Kernel, name string) bool {
	if name == "" || len(name) > maxLabel {
		return false
	}
	_, err := k.Index(name)
	return err == nil
}

// there is exists for who has no socket yet.
func (c *command) there(name string) bool {
	k, err := c.dial(familyInet)
	return err == nil && exists(k, name)
}

// portsOf are the names of a bridge's ports, in the order of their numbers.
func portsOf(k Kernel, bridge string) (names []string, err error) {
	indexes, err := k.BridgePorts(bridge)
	for _, index := range indexes {
		if index == 0 {
			continue // most of a thousand are
		}
		if name, err := k.Name(index); err == nil {
			names = append(names, name)
		}
	}
	return names, err
}

func isPort(k Kernel, bridge, port string) bool {
	index, missing := k.Index(port)
	indexes, err := k.BridgePorts(bridge)
	return err == nil && missing == nil && slices.Contains(indexes, index)
}

// gone is err, or nil where its reason is that there is no such interface.
func gone(err error) error { return unless(err, unix.ENODEV, unix.ENXIO) }

// because adds what a request's errno can't say.
func because(err error, errno unix.Errno, text string) error {
	if errors.Is(err, errno) {
		return errors.New(text)
	}
	return err
}
