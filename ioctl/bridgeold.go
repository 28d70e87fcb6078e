package ioctl

import (
	"math"
	"unsafe"

	"golang.org/x/sys/unix"
)

// BridgeSetting is a number of a bridge, or of a port of it, that
// SetBridge changes: a command of SIOCDEVPRIVATE, BRCTL_ in
// <linux/if_bridge.h>.
type BridgeSetting uintptr

// The settings. Times are in 1/100 s.
const (
	BridgeForwardDelay BridgeSetting = 8  // in the states listening and learning
	BridgeHelloTime    BridgeSetting = 9  // between two messages of the root
	BridgeMaxAge       BridgeSetting = 10 // of a message
	BridgeAgeingTime   BridgeSetting = 11 // after which a silent address is forgotten
	BridgeSTP          BridgeSetting = 14 // 1 on, 0 off
	BridgePriority     BridgeSetting = 15 // 0 to 65535, the lowest is the root
	BridgePortPriority BridgeSetting = 16 // of a port
	BridgePathCost     BridgeSetting = 17 // of a port
)

// The commands that ask.
const (
	bridgeGetBridges = 1
	bridgeGetInfo    = 6
	bridgeGetPorts   = 7
	bridgeGetPort    = 13
	bridgeGetMACs    = 18
)

// bridgeChange are the four words of a command that changes something.
type bridgeChange struct {
	command BridgeSetting
	arg     [3]uintptr
}

// bridgeQuestion are the four words of a command that fills a buffer.
type bridgeQuestion struct {
	command uintptr
	buf     unsafe.Pointer
	arg     [2]uintptr
}

// bridgeList is the argument of SIOCGIFBR.
type bridgeList struct {
	command uintptr
	buf     unsafe.Pointer
	room    uintptr
}

// SetBridge changes a setting of a bridge by the requests that kernels before
// 2.6 had (SIOCDEVPRIVATE): what brctl(8) sends where there is no /sys.
// ERANGE: not a value it takes; EOPNOTSUPP: no bridge.
func (c *Conn) SetBridge(bridge string, setting BridgeSetting, value uint64) error {
	return c.changeBridge(bridge, bridgeChange{setting, [3]uintptr{uintptr(value)}})
}

// SetBridgePort is SetBridge for the port with a number of BridgePorts.
// EINVAL: the bridge has no such port.
func (c *Conn) SetBridgePort(bridge string, setting BridgeSetting, port int, value uint64) error {
	return c.changeBridge(bridge, bridgeChange{setting, [3]uintptr{uintptr(port), uintptr(value)}})
}

func (c *Conn) changeBridge(bridge string, arg bridgeChange) error {
	return c.callData(idBridge, bridge, unsafe.Pointer(&arg))
}

// askBridge has buf filled, and returns how many entries it then holds where
// the command tells that.
func (c *Conn) askBridge(bridge string, command uintptr, buf unsafe.Pointer, arg ...uintptr) (int, error) {
	if err := checkName(bridge); err != nil {
		return 0, failure(idBridge.name, bridge, err)
	}
	question := bridgeQuestion{command: command, buf: buf}
	copy(question.arg[:], arg)
	request := dataRequest{data: unsafe.Pointer(&question)}
	copy(request.name[:nameSize-1], bridge)
	return c.callCount(idBridge, bridge, unsafe.Pointer(&request))
}

// BridgePorts returns the numbers of the interfaces that are ports of a
// bridge; the place in the slice is the port's number, 0 stands where there is
// none. EOPNOTSUPP: no bridge.
func (c *Conn) BridgePorts(bridge string) ([]int, error) {
	const most = 1024 // BR_MAX_PORTS
	ports := make([]int32, most)
	n, err := c.askBridge(bridge, bridgeGetPorts, unsafe.Pointer(&ports[0]), most)
	if err != nil {
		return nil, err
	}
	return integers(ports[:min(n, most)]), nil
}

// Bridges returns the numbers of all bridges of the namespace, in the order in
// which they were made (SIOCGIFBR). ENOPKG: the kernel has no bridges.
func (c *Conn) Bridges() ([]int, error) {
	for room := 64; room < math.MaxInt32/4; room *= 4 {
		buf := make([]int32, room)
		arg := bridgeList{bridgeGetBridges, unsafe.Pointer(&buf[0]), uintptr(room)}
		n, err := c.callCount(idGetBridges, "", unsafe.Pointer(&arg))
		if err != nil {
			return nil, err
		}
		if n < room {
			return integers(buf[:n]), nil
		}
	}
	return nil, failure(idGetBridges.name, "", unix.EIO)
}

func integers(list []int32) []int {
	numbers := make([]int, len(list))
	for i, v := range list {
		numbers[i] = int(v)
	}
	return numbers
}
