package ioctl

import (
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// A request says which device it was for, however its name is sent.
func TestNamesOfBridgeRequests(t *testing.T) {
	c := Descriptor(-1)
	refused(t, c.AddBridge("br0"), "SIOCBRADDBR", "br0", unix.EBADF)
	refused(t, c.DelBridge("br0"), "SIOCBRDELBR", "br0", unix.EBADF)
	refused(t, c.SetBridge("br0", BridgeSTP, 1), "SIOCDEVPRIVATE", "br0", unix.EBADF)
	refused(t, c.SetBridgePort("br0", BridgePathCost, 1, 9), "SIOCDEVPRIVATE", "br0", unix.EBADF)
	for _, ask := range bridgeQuestions(c) {
		refused(t, ask("br0"), "SIOCDEVPRIVATE", "br0", unix.EBADF)
	}
	_, err := c.Bridges()
	refused(t, err, "SIOCGIFBR", "", unix.EBADF)
}

func bridgeQuestions(c *Conn) []func(string) error {
	return []func(string) error{
		func(b string) error { _, err := c.BridgeInfo(b); return err },
		func(b string) error { _, err := c.BridgePorts(b); return err },
		func(b string) error { _, err := c.BridgePort(b, 1); return err },
		func(b string) error { _, err := c.BridgeMACs(b); return err },
	}
}

// What the kernel would cut isn't sent.
func TestLongNamesOfBridges(t *testing.T) {
	c, long := Descriptor(-1), strings.Repeat("x", 16)
	refused(t, c.AddBridge(long), "SIOCBRADDBR", long, unix.EINVAL)
	refused(t, c.DelBridge(long), "SIOCBRDELBR", long, unix.EINVAL)
	refused(t, c.SetBridge(long, BridgeSTP, 1), "SIOCDEVPRIVATE", long, unix.EINVAL)
	for _, ask := range bridgeQuestions(c) {
		refused(t, ask(long), "SIOCDEVPRIVATE", long, unix.EINVAL)
	}
	refused(t, c.BondEnslave("bond0", long), "SIOCBONDENSLAVE", "bond0", unix.EINVAL)
}

// TestBridgeStructs lays the structs of <linux/if_bridge.h> out, and the words
// of its commands.
func TestBridgeStructs(t *testing.T) {
	info := bridgeInfo{
		root: BridgeID{0x80, 0, 2}, id: BridgeID{0x90}, rootPathCost: 1, maxAge: 2, helloTime: 3, forwardDelay: 4, bridgeMaxAge: 5,
		bridgeHelloTime: 6, bridgeForwardDelay: 7, change: 8, detected: 9, rootPort: 10, stp: 11, ageingTime: 12, gcInterval: 13,
		helloTimer: 14, tcnTimer: 15, topologyChangeTimer: 16, gcTimer: 17,
	}
	want := []piece{{0, 0, []byte{0x80, 0, 2}}, {8, 8, []byte{0x90}}, {44, 44, []byte{8, 9, 10, 11}}}
	for i := range 7 {
		want = append(want, piece{16 + 4*i, 16 + 4*i, native32(uint32(1 + i))})
	}
	for i := range 6 {
		want = append(want, piece{48 + 4*i, 48 + 4*i, native32(uint32(12 + i))})
	}
	holds(t, &info, -1, want...)

	port := bridgePort{
		root: BridgeID{0x80}, bridge: BridgeID{0x90}, id: 0x8001, designatedPort: 0x8002, pathCost: 3, designatedCost: 4,
		state: 5, ack: 6, pending: 7, messageAge: 8, forwardDelay: 9, hold: 10,
	}
	holds(t, &port, -1, piece{0, 0, []byte{0x80}}, piece{8, 8, []byte{0x90}}, piece{16, 16, native16(0x8001)}, piece{18, 18, native16(0x8002)},
		piece{20, 20, native32(3)}, piece{24, 24, native32(4)}, piece{28, 28, []byte{5, 6, 7}},
		piece{32, 32, native32(8)}, piece{36, 36, native32(9)}, piece{40, 40, native32(10)})

	holds(t, &bridgeChange{BridgePathCost, [3]uintptr{1, 2}}, -1, piece{0, 0, long(17)}, piece{8, 4, long(1)}, piece{16, 8, long(2)})
	holds(t, &bridgeQuestion{18, unsafe.Pointer(&port), [2]uintptr{128, 256}}, pointerSize, piece{0, 0, long(18)}, piece{16, 8, long(128)}, piece{24, 12, long(256)})
	holds(t, &bridgeList{1, unsafe.Pointer(&port), 64}, pointerSize, piece{0, 0, long(1)}, piece{16, 8, long(64)})
	request := dataRequest{data: unsafe.Pointer(&port)}
	copy(request.name[:], "br0")
	holds(t, &request, nameSize, piece{0, 0, []byte("br0")})
}

// Entries are of 16 bytes; the port's number has two places.
func TestParseBridgeMACs(t *testing.T) {
	entry := string("\x02\x00\x00\x00\x00\x01\x02\x01") + string(native32(1234)) + "\x03\x00\x00\x00"
	equal(t, []BridgeMAC{{[6]byte{2, 0, 0, 0, 0, 1}, 0x302, true, 1234}, {Port: 9}},
		ParseBridgeMACs([]byte(entry+"\x00\x00\x00\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00\x00\x00\x00rest")))
	equal(t, []BridgeMAC{}, ParseBridgeMACs(nil))
}

func FuzzParseBridgeMACs(f *testing.F) {
	f.Add(make([]byte, 33))
	f.Fuzz(func(t *testing.T, data []byte) {
		if n := len(ParseBridgeMACs(data)); n != len(data)/16 {
			t.Errorf("%d entries in %d bytes", n, len(data))
		}
	})
}

func TestPortStates(t *testing.T) {
	for state, want := range map[PortState]string{0: "disabled", 1: "listening", 2: "learning", 3: "forwarding", 4: "blocking", 5: "", 255: ""} {
		equal(t, want, state.String())
	}
}
