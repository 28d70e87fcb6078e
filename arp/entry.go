package arp

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/linktype"
	"classicnet/ioctl"
	"classicnet/procnet"
)

// Entry is an entry of the ARP table, or an address that is answered for
// (ARPPublish).
type Entry struct {
	Addr netip.Addr // IPv4
	// Hw is the hardware address and its link type; an entry without
	// ioctl.ARPComplete has no address.
	Hw        ioctl.HardwareAddr
	Flags     ioctl.ARPFlags
	Interface string // its name; "" lets the kernel choose, and is a proxy entry of all
}

// Entries yields the ARP table as the kernel has it now (/proc/net/arp). open
// opens files, as tool.Env and ioctltest.Kernel do. A file that doesn't exist is an
// empty table. The errors are open's, those of procnet.ARP, and one beside an
// entry whose hardware address can't be read.
func Entries(open func(path string) (io.ReadCloser, error)) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		f, err := open(tableFile)
		if errors.Is(err, fs.ErrNotExist) {
			return
		}
		if err != nil {
			yield(Entry{}, err)
			return
		}
		defer f.Close() //nolint:errcheck // read only
		for row, err := range procnet.ARP(f) {
			e, wrong := Of(row)
			if err == nil {
				err = wrong
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// Of is a row of /proc/net/arp as an Entry. It fails where the hardware address is
// none of its type.
func Of(row procnet.ARPEntry) (Entry, error) {
	e := Entry{Addr: row.IP, Flags: row.Flags, Interface: row.Device, Hw: ioctl.HardwareAddr{Type: uint16(row.Type)}}
	if e.Interface == "*" {
		e.Interface = ""
	}
	if row.Flags&ioctl.ARPComplete == 0 {
		return e, nil
	}
	t := linktype.NetTools210.ByNumber(e.Hw.Type)
	if t.Parse == nil {
		return e, fmt.Errorf("arp: addresses of link type %d have no text", row.Type)
	}
	data, err := t.Parse(row.HWAddr)
	if err != nil {
		return e, fmt.Errorf("arp: %q is no hardware address of %s", row.HWAddr, t.Title)
	}
	copy(e.Hw.Data[:], data)
	return e, nil
}

// Request is what ioctl sets and deletes.
func (e Entry) Request() ioctl.ARPEntry {
	return ioctl.ARPEntry{Addr: e.Addr, Hw: e.Hw, Flags: e.Flags, Device: e.Interface}
}

// Set makes or changes an entry (SIOCSARP). dial opens a socket of an address
// family, as that of System does. The error is an *ioctl.Error, as SetARP of
// package ioctl has it.
func Set(dial func(family int) (Kernel, error), e Entry) error {
	return change(dial, e, Kernel.SetARP)
}

// Delete deletes the entry of an address (SIOCDARP), or with ARPPublish in Flags
// what answers for it: fs.ErrNotExist where there is none. Errors as Set.
func Delete(dial func(family int) (Kernel, error), e Entry) error {
	return change(dial, e, Kernel.DelARP)
}

func change(dial func(int) (Kernel, error), e Entry, act func(Kernel, ioctl.ARPEntry) error) error {
	k, err := frame.Dialer(dial)(unix.AF_INET)
	if err != nil {
		return err
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return act(k, e.Request())
}
