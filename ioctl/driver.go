package ioctl

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// Driver is what drives a device, struct ethtool_drvinfo of
// <linux/ethtool.h>.
type Driver struct {
	Name     string // of the driver: "e1000e"
	Version  string // of the driver, or the kernel's
	Firmware string // its version, "" or "N/A" where there is none
	Bus      string // where the card sits: "0000:00:1f.6"
}

// Driver tells which driver a device has (SIOCETHTOOL with ETHTOOL_GDRVINFO).
// EOPNOTSUPP: it doesn't say.
func (c *Conn) Driver(name string) (Driver, error) {
	arg := unix.EthtoolDrvinfo{Cmd: unix.ETHTOOL_GDRVINFO}
	if err := c.callData(idEthtool, name, unsafe.Pointer(&arg)); err != nil {
		return Driver{}, err
	}
	return Driver{cString(arg.Driver[:]), cString(arg.Version[:]), cString(arg.Fw_version[:]), cString(arg.Bus_info[:])}, nil
}
