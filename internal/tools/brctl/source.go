package brctl

import (
	"bytes"
	"errors"
	"sort"

	"golang.org/x/sys/unix"

	"classicnet/internal/bridge"
	"classicnet/internal/frame"
	"classicnet/internal/sysfs"
	"classicnet/ioctl"
)

// source is where bridges are looked up: in /sys, and by the old requests where
// it doesn't show them.
type source struct {
	kernel Kernel
	sys    sysfs.FS
}

// names are those of all bridges: of /sys in byte order or, where there is none
// in it, of the kernel in the order in which they were made.
func (s *source) names() (names []string, err error) {
	folders, _ := s.sys.ReadDir(sysfs.Net) // it may be missing
	for _, name := range folders {
		if s.inSys(name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		return names, nil
	}
	list, err := s.kernel.Bridges()
	if err != nil {
		return nil, unless(err, unix.ENOPKG, unix.EINVAL, unix.ENOTTY, unix.EOPNOTSUPP)
	}
	for _, index := range list {
		if name, err := s.kernel.Name(index); err == nil { // else it has just gone
			names = append(names, name)
		}
	}
	return names, nil
}

// unless tells that bridges can't be listed, but not where the kernel has none:
// there is nothing to list then.
func unless(err error, none ...unix.Errno) error {
	for _, errno := range none {
		if errors.Is(err, errno) {
			return nil
		}
	}
	return frame.Failed("can't list bridges: " + frame.Reason(err))
}

func (s *source) inSys(name string) bool {
	_, err := s.sys.Text(name, "bridge/bridge_id")
	return err == nil
}

// brief returns a bridge with as much as a list of bridges tells.
func (s *source) brief(name string) (*shown, error) {
	if s.inSys(name) {
		if b, err := s.briefSys(name); err == nil {
			return b, nil
		}
	}
	b, indexes, err := s.ask(name)
	if err != nil {
		return nil, err
	}
	for number, index := range indexes {
		if index == 0 {
			continue // most of a thousand are
		}
		if p, err := s.kernel.Name(index); err == nil {
			b.ports = append(b.ports, port{name: p, number: number})
		}
	}
	return b, nil
}

// whole returns a bridge with all that is known of it and its ports.
func (s *source) whole(name string) (*shown, error) {
	if s.inSys(name) {
		if b, err := s.wholeSys(name); err == nil {
			return b, nil
		}
	}
	b, indexes, err := s.ask(name)
	if err != nil {
		return nil, err
	}
	for number, index := range indexes {
		if p, err := s.port(name, number, index); err == nil { // else it has just gone
			b.ports = append(b.ports, p)
		}
	}
	return b, nil
}

// ask asks the kernel for a bridge without its ports, and for those'
// indexes by their numbers.
func (s *source) ask(name string) (*shown, []int, error) {
	info, err := s.kernel.BridgeInfo(name)
	if err != nil {
		return nil, nil, s.missing(name, err)
	}
	indexes, err := s.kernel.BridgePorts(name)
	if err != nil {
		return nil, nil, s.missing(name, err)
	}
	return &shown{name: name, BridgeInfo: info}, indexes, nil
}

func (s *source) port(name string, number, index int) (p port, err error) {
	if index == 0 {
		return p, unix.ENODEV
	}
	p.number = number
	if p.name, err = s.kernel.Name(index); err != nil {
		return p, err
	}
	p.BridgePort, err = s.kernel.BridgePort(name, number)
	return p, err
}

// missing says why a bridge can't be shown.
func (s *source) missing(name string, err error) error {
	if bridge.TooLong(name) || errors.Is(err, unix.ENODEV) {
		return frame.Failed("bridge " + name + " does not exist!")
	}
	return frame.Failed("device " + name + " is not a bridge!")
}

// macs returns the forwarding table of a bridge in the order of addresses.
func (s *source) macs(name string) (list []ioctl.BridgeMAC, err error) {
	if text, ok := s.forwarding(name); ok {
		list = ioctl.ParseBridgeMACs(text)
	} else if list, err = s.kernel.BridgeMACs(bridge.Cut(name)); err != nil {
		return nil, frame.Failed("read of forward table failed: " + frame.Reason(err))
	}
	sort.Stable(byAddress(list))
	return list, nil
}

// byAddress sorts entries by their address.
type byAddress []ioctl.BridgeMAC

func (b byAddress) Len() int           { return len(b) }
func (b byAddress) Less(i, j int) bool { return bytes.Compare(b[i].Addr[:], b[j].Addr[:]) < 0 }
func (b byAddress) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
