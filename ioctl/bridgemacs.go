package ioctl

import (
	"encoding/binary"
	"unsafe"
)

// BridgeMAC is an entry of a bridge's forwarding table, struct __fdb_entry of
// <linux/if_bridge.h>.
type BridgeMAC struct {
	Addr  [6]byte // in its order on the wire
	Port  uint16  // number of the port that leads to it
	Local bool    // the address of a port
	Age   uint32  // 1/100 s since it was seen last
}

// bridgeMACSize is the size of struct __fdb_entry: address, port (low byte),
// local, age, port (high byte) and three bytes of nothing.
const bridgeMACSize = 16

// ParseBridgeMACs reads entries as SIOCDEVPRIVATE and the file brforward of a
// bridge's folder in /sys have them. What doesn't fill an entry at the end is
// left out.
func ParseBridgeMACs(data []byte) []BridgeMAC {
	list := make([]BridgeMAC, 0, len(data)/bridgeMACSize)
	for ; len(data) >= bridgeMACSize; data = data[bridgeMACSize:] {
		list = append(list, BridgeMAC{
			Addr:  [6]byte(data),
			Port:  uint16(data[12])<<8 | uint16(data[6]),
			Local: data[7] != 0,
			Age:   binary.NativeEndian.Uint32(data[8:]),
		})
	}
	return list
}

// BridgeMACs returns the forwarding table of a bridge, in the kernel's order
// (SIOCDEVPRIVATE). EOPNOTSUPP: no bridge.
func (c *Conn) BridgeMACs(bridge string) ([]BridgeMAC, error) {
	const room = 128
	var list []BridgeMAC
	buf := make([]byte, room*bridgeMACSize)
	for {
		n, err := c.askBridge(bridge, bridgeGetMACs, unsafe.Pointer(&buf[0]), room, uintptr(len(list)))
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return list, nil
		}
		list = append(list, ParseBridgeMACs(buf[:min(n, room)*bridgeMACSize])...)
	}
}
