package ioctl

import "unsafe"

// BridgeID is what a spanning tree calls a bridge or its root: two bytes of
// priority, then a hardware address, all in their order on the wire.
type BridgeID [8]byte

// BridgeInfo is the state of a bridge, struct __bridge_info of
// <linux/if_bridge.h>. Times and timers are in 1/100 s, but for ForwardDelay,
// BridgeMaxAge and BridgeHelloTime, which the kernel tells in its own ticks.
type BridgeInfo struct {
	DesignatedRoot         BridgeID // who this one takes for the root
	ID                     BridgeID // of the bridge itself
	RootPathCost           uint32   // of the way to the root
	MaxAge                 uint32   // in force, the root's
	HelloTime              uint32   // between two messages of the root
	ForwardDelay           uint32   // in the states listening and learning
	BridgeMaxAge           uint32   // set here, in force while this is the root
	BridgeHelloTime        uint32   // as BridgeMaxAge
	BridgeForwardDelay     uint32   // as BridgeMaxAge
	TopologyChange         bool     // the root says that there was one
	TopologyChangeDetected bool     // this one has seen one
	RootPort               uint8    // number of the port that leads to the root, 0 on the root
	STP                    bool     // the spanning tree is on
	AgeingTime             uint32   // after which a silent address is forgotten
	GCInterval             uint32   // between two looks for such
	HelloTimer             uint32   // until the next message
	TCNTimer               uint32   // until the next notice of a change
	TopologyChangeTimer    uint32   // until a change is over
	GCTimer                uint32   // until the next look
}

// bridgeInfo is BridgeInfo as the kernel lays it out.
type bridgeInfo struct {
	root, id                                           BridgeID
	rootPathCost, maxAge, helloTime, forwardDelay      uint32
	bridgeMaxAge, bridgeHelloTime, bridgeForwardDelay  uint32
	change, detected, rootPort, stp                    uint8
	ageingTime, gcInterval                             uint32
	helloTimer, tcnTimer, topologyChangeTimer, gcTimer uint32
}

// BridgeInfo returns the state of a bridge (SIOCDEVPRIVATE). EOPNOTSUPP: no
// bridge.
func (c *Conn) BridgeInfo(bridge string) (BridgeInfo, error) {
	var b bridgeInfo
	if _, err := c.askBridge(bridge, bridgeGetInfo, unsafe.Pointer(&b)); err != nil {
		return BridgeInfo{}, err
	}
	return BridgeInfo{
		DesignatedRoot: b.root, ID: b.id, RootPathCost: b.rootPathCost,
		MaxAge: b.maxAge, HelloTime: b.helloTime, ForwardDelay: b.forwardDelay,
		BridgeMaxAge: b.bridgeMaxAge, BridgeHelloTime: b.bridgeHelloTime, BridgeForwardDelay: b.bridgeForwardDelay,
		TopologyChange: b.change != 0, TopologyChangeDetected: b.detected != 0, RootPort: b.rootPort, STP: b.stp != 0,
		AgeingTime: b.ageingTime, GCInterval: b.gcInterval,
		HelloTimer: b.helloTimer, TCNTimer: b.tcnTimer, TopologyChangeTimer: b.topologyChangeTimer, GCTimer: b.gcTimer,
	}, nil
}

// PortState is what a port does with frames, BR_STATE_ of
// <linux/if_bridge.h>.
type PortState uint8

// The states.
const (
	PortDisabled   PortState = iota // it takes no frames
	PortListening                   // it takes part in the spanning tree alone
	PortLearning                    // it learns addresses, too
	PortForwarding                  // it forwards
	PortBlocking                    // the spanning tree keeps it out
)

var portStates = [...]string{"disabled", "listening", "learning", "forwarding", "blocking"}

// String is the state's name, "" for a number that is none.
func (s PortState) String() string {
	if int(s) < len(portStates) {
		return portStates[s]
	}
	return ""
}

// BridgePort is the state of a port of a bridge, struct __port_info of
// <linux/if_bridge.h>. Timers are in 1/100 s.
type BridgePort struct {
	DesignatedRoot    BridgeID  // who this one takes for the root
	DesignatedBridge  BridgeID  // who forwards for the segment
	ID                uint16    // priority and number
	DesignatedPort    uint16    // of DesignatedBridge
	PathCost          uint32    // of this port
	DesignatedCost    uint32    // from DesignatedBridge to the root
	State             PortState // what it does with frames
	TopologyChangeAck bool      // a notice of a change is to be answered
	ConfigPending     bool      // a message is to be sent
	MessageAgeTimer   uint32    // until what it knows of the root is too old
	ForwardDelayTimer uint32    // until the next state
	HoldTimer         uint32    // until the next message may be sent
}

// bridgePort is BridgePort as the kernel lays it out: 64-bit kernels fill 48
// bytes, for 32-bit programs too, whose own struct may have 44.
type bridgePort struct {
	root, bridge                   BridgeID
	id, designatedPort             uint16
	pathCost, designatedCost       uint32
	state, ack, pending, _         uint8
	messageAge, forwardDelay, hold uint32
	_                              uint32
}

// BridgePort returns the state of the port with a number of BridgePorts
// (SIOCDEVPRIVATE). EINVAL: the bridge has no such port.
func (c *Conn) BridgePort(bridge string, port int) (BridgePort, error) {
	var p bridgePort
	if _, err := c.askBridge(bridge, bridgeGetPort, unsafe.Pointer(&p), uintptr(port)); err != nil {
		return BridgePort{}, err
	}
	return BridgePort{
		DesignatedRoot: p.root, DesignatedBridge: p.bridge, ID: p.id, DesignatedPort: p.designatedPort,
		PathCost: p.pathCost, DesignatedCost: p.designatedCost,
		State: PortState(p.state), TopologyChangeAck: p.ack != 0, ConfigPending: p.pending != 0,
		MessageAgeTimer: p.messageAge, ForwardDelayTimer: p.forwardDelay, HoldTimer: p.hold,
	}, nil
}
