package brctl

import (
	"encoding/binary"
	"io"
	"strconv"
	"strings"

	"classicnet/internal/frame"
	"classicnet/internal/sysfs"
	"classicnet/ioctl"
)

// attributes reads the attributes of one device in a folder of /sys, and keeps
// the first error.
type attributes struct {
	fs     sysfs.FS
	device string
	folder string
	err    error
}

func (a *attributes) text(name string) string {
	text, err := a.fs.Text(a.device, a.folder+name)
	a.keep(err)
	return text
}

func (a *attributes) number(name string) uint32 {
	v, err := a.fs.Uint(a.device, a.folder+name)
	a.keep(err)
	return uint32(v)
}

func (a *attributes) flag(name string) bool { return a.number(name) != 0 }

// id reads "8000.020000000001".
func (a *attributes) id(name string) (id ioctl.BridgeID) {
	digits := strings.Replace(a.text(name), ".", "", 1)
	v, err := strconv.ParseUint(digits[:min(len(digits), 2*len(id))], 16, 64)
	binary.BigEndian.PutUint64(id[:], v)
	if err != nil || len(digits) < 2*len(id) {
		a.keep(frame.Failed("no bridge id in " + a.folder + name))
	}
	return id
}

func (a *attributes) keep(err error) {
	if a.err == nil {
		a.err = err
	}
}

// briefSys is brief by /sys.
func (s *source) briefSys(name string) (*shown, error) {
	a := attributes{fs: s.sys, device: name, folder: "bridge/"}
	b := &shown{name: name}
	b.ID, b.STP = a.id("bridge_id"), a.flag("stp_state")
	for _, p := range s.portsSys(name) {
		b.ports = append(b.ports, port{name: p})
	}
	return b, a.err
}

// portsSys are the names of the ports in byte order.
func (s *source) portsSys(bridge string) []string {
	names, _ := s.sys.ReadDir(sysfs.Path(bridge, "brif")) // kernels without ports have no folder
	return names
}

// wholeSys is whole by /sys. What the bridge asks for itself isn't there: the
// values in force stand for it.
func (s *source) wholeSys(name string) (*shown, error) {
	a := attributes{fs: s.sys, device: name, folder: "bridge/"}
	b := &shown{name: name, BridgeInfo: ioctl.BridgeInfo{
		DesignatedRoot: a.id("root_id"), ID: a.id("bridge_id"), RootPathCost: a.number("root_path_cost"),
		MaxAge: a.number("max_age"), HelloTime: a.number("hello_time"), ForwardDelay: a.number("forward_delay"),
		TopologyChange: a.flag("topology_change"), TopologyChangeDetected: a.flag("topology_change_detected"),
		RootPort: uint8(a.number("root_port")), STP: a.flag("stp_state"), AgeingTime: a.number("ageing_time"),
		HelloTimer: a.number("hello_timer"), TCNTimer: a.number("tcn_timer"),
		TopologyChangeTimer: a.number("topology_change_timer"), GCTimer: a.number("gc_timer"),
	}}
	b.BridgeMaxAge, b.BridgeHelloTime, b.BridgeForwardDelay = b.MaxAge, b.HelloTime, b.ForwardDelay
	for _, p := range s.portsSys(name) {
		if p, err := s.portSys(p); err == nil { // else it has just gone
			b.ports = append(b.ports, p)
		}
	}
	return b, a.err
}

func (s *source) portSys(name string) (port, error) {
	a := attributes{fs: s.sys, device: name, folder: "brport/"}
	p := port{name: name, number: int(a.number("port_no")), BridgePort: ioctl.BridgePort{
		DesignatedRoot: a.id("designated_root"), DesignatedBridge: a.id("designated_bridge"),
		ID: uint16(a.number("port_id")), DesignatedPort: uint16(a.number("designated_port")),
		PathCost: a.number("path_cost"), DesignatedCost: a.number("designated_cost"),
		State: ioctl.PortState(a.number("state")), TopologyChangeAck: a.flag("change_ack"), ConfigPending: a.flag("config_pending"),
		MessageAgeTimer: a.number("message_age_timer"), ForwardDelayTimer: a.number("forward_delay_timer"), HoldTimer: a.number("hold_timer"),
	}}
	hairpin, err := s.sys.Uint(name, "brport/hairpin_mode") // since Linux 2.6.32
	p.told, p.hairpin = err == nil, err == nil && hairpin != 0
	return p, a.err
}

// forwarding is the file of a bridge's forwarding table.
func (s *source) forwarding(bridge string) ([]byte, bool) {
	file, err := s.sys.Open(sysfs.Path(bridge, "brforward"))
	if err != nil {
		return nil, false
	}
	defer file.Close() //nolint:errcheck // read only
	table, err := io.ReadAll(file)
	return table, err == nil
}
