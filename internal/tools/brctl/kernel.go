package brctl

import (
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Kernel is what brctl asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	Index(name string) (int, error)
	Name(index int) (string, error)
	AddBridge(name string) error
	DelBridge(name string) error
	AddBridgePort(bridge string, index int) error
	DelBridgePort(bridge string, index int) error
	Bridges() ([]int, error)
	BridgeInfo(bridge string) (ioctl.BridgeInfo, error)
	BridgePorts(bridge string) ([]int, error)
	BridgePort(bridge string, port int) (ioctl.BridgePort, error)
	BridgeMACs(bridge string) ([]ioctl.BridgeMAC, error)
	SetBridge(bridge string, setting ioctl.BridgeSetting, value uint64) error
	SetBridgePort(bridge string, setting ioctl.BridgeSetting, port int, value uint64) error
	Close() error
}

// anyFamily is that of the socket: the requests are the same on every one.
const anyFamily = unix.AF_LOCAL
