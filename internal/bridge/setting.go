// Package bridge has what tools that set up bridges share: their settings, how
// each is written, and how the words for them are read.
package bridge

import (
	"errors"
	"strconv"

	"golang.org/x/sys/unix"

	"classicnet/internal/sysfs"
	"classicnet/ioctl"
)

// Setting is a number of a bridge or of a port. It is written to its file in
// /sys or, where that can't be opened, sent by the request of old kernels.
type Setting struct {
	Port      bool // of a port
	Attribute string
	Number    ioctl.BridgeSetting // 0: no request knows it
}

// The settings. Times are in 1/100 s.
var (
	AgeingTime   = Setting{Attribute: "ageing_time", Number: ioctl.BridgeAgeingTime}
	Priority     = Setting{Attribute: "priority", Number: ioctl.BridgePriority}
	ForwardDelay = Setting{Attribute: "forward_delay", Number: ioctl.BridgeForwardDelay}
	HelloTime    = Setting{Attribute: "hello_time", Number: ioctl.BridgeHelloTime}
	MaxAge       = Setting{Attribute: "max_age", Number: ioctl.BridgeMaxAge}
	STP          = Setting{Attribute: "stp_state", Number: ioctl.BridgeSTP}
	PathCost     = Setting{Port: true, Attribute: "path_cost", Number: ioctl.BridgePathCost}
	PortPriority = Setting{Port: true, Attribute: "priority", Number: ioctl.BridgePortPriority}
	Hairpin      = Setting{Port: true, Attribute: "hairpin_mode"}
	VLANFilter   = Setting{Attribute: "vlan_filtering"}
)

// Kernel is what a setting asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	Index(name string) (int, error)
	BridgePorts(bridge string) ([]int, error)
	SetBridge(bridge string, setting ioctl.BridgeSetting, value uint64) error
	SetBridgePort(bridge string, setting ioctl.BridgeSetting, port int, value uint64) error
}

// Path is the setting's file.
func (s Setting) Path(bridge, port string) string {
	if s.Port {
		return sysfs.Path(port, "brport/"+s.Attribute)
	}
	return sysfs.Path(bridge, "bridge/"+s.Attribute)
}

// Write tries the file first. The bridge of a port's isn't looked at then: the
// port is in one alone. EOPNOTSUPP: there is no other way. Of a port that isn't
// in this bridge the error is that of the file.
func (s Setting) Write(fs sysfs.FS, k Kernel, bridge, port string, v uint64) error {
	err := fs.Write(s.Path(bridge, port), strconv.FormatUint(v, 10)+"\n")
	if !sysfs.Unreachable(err) {
		return err
	}
	if s.Port {
		return s.sendPort(k, bridge, port, v, err)
	}
	if s.Number == 0 {
		return unix.EOPNOTSUPP
	}
	return k.SetBridge(Cut(bridge), s.Number, v)
}

func (s Setting) sendPort(k Kernel, bridge, port string, v uint64, unopened error) error {
	number, err := portNumber(k, Cut(bridge), port)
	switch {
	case err == errNoPort:
		return unopened
	case err != nil:
		return err
	case s.Number == 0:
		return unix.EOPNOTSUPP
	}
	return k.SetBridgePort(Cut(bridge), s.Number, number, v)
}

// portNumber is the number that a bridge has for a port.
func portNumber(k Kernel, bridge, port string) (int, error) {
	index, err := Index(k, port)
	if err != nil {
		return 0, err
	}
	indexes, err := k.BridgePorts(bridge)
	if err != nil {
		return 0, err
	}
	for number, i := range indexes {
		if i == index {
			return number, nil
		}
	}
	return 0, errNoPort
}

var errNoPort = errors.New("no port of the bridge")

// Index is the number of an interface. One whose name is too long isn't there.
func Index(k interface {
	Index(name string) (int, error)
}, name string) (int, error) {
	if len(name) > room {
		return 0, unix.ENODEV
	}
	return k.Index(name)
}

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

// Cut is as much of a bridge's name as the kernel takes: the rest was always
// left out silently.
func Cut(name string) string { return name[:min(len(name), room)] }

// TooLong tells whether a name is longer than the kernel takes.
func TooLong(name string) bool { return len(name) > room }
