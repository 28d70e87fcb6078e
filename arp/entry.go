package arp

import (
	"io"
	"iter"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
	"classicnet/ioctl"
	"classicnet/netflag"
	"classicnet/procnet"
)

// Entry is an entry of the ARP table, or an address that is answered for
// (netflag.ARPPublish).
type Entry struct {
	Addr netip.Addr // IPv4
	// Hw is the hardware address and its link type; an entry without
	// netflag.ARPComplete has no address, nor has one of a device without such,
	// as a tun is.
	Hw        ioctl.HardwareAddr
	Flags     netflag.ARP // ARPComplete, and ARPPermanent, ARPPublish ...
	Interface string      // its name; "" lets the kernel choose, and is a proxy entry of all
}

// String is the entry in the order of arp's columns: "192.168.1.7 00:0d:61:0b:d9:a0
// C eth0", with "-" for what there isn't.
func (e Entry) String() string {
	text := e.Addr.String()
	for _, word := range [...]string{kernelText(e.Hw), e.Flags.String(), e.Interface} {
		if word == "" {
			word = "-"
		}
		text += " " + word
	}
	return text
}

// Read yields the entries of /proc/net/arp, read from r. The errors beside them are
// those of procnet.ARP; what Of fails with is a *procnet.LineError that names file
// and line, and as behind all of these the sequence goes on.
func Read(r io.Reader) iter.Seq2[Entry, error] {
	return procnet.Convert(r, procnet.ARP, Of)
}

// Entries yields the ARP table as the kernel has it now (/proc/net/arp). open
// opens files, as tool.Env and ioctltest.Kernel do; nil opens those of this machine,
// in the namespace that the calling thread is in. The errors are open's, with
// fs.ErrNotExist where there is no /proc, and those of Read.
func Entries(open func(path string) (io.ReadCloser, error)) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		if open == nil {
			open = host.Open
		}
		f, err := open(tableFile)
		if err != nil {
			yield(Entry{}, err)
			return
		}
		defer f.Close() //nolint:errcheck // read only
		Read(f)(yield)
	}
}

// Of is a row of /proc/net/arp as an Entry. It fails where the hardware address is
// none, and where it has more bytes than Entry has, as on InfiniBand: with a
// *procnet.LineError, which knows the field alone.
func Of(row procnet.ARPEntry) (Entry, error) {
	e := Entry{Addr: row.IP, Flags: row.Flags, Interface: row.Device, Hw: ioctl.HardwareAddr{Type: uint16(row.Type)}}
	if e.Interface == "*" {
		e.Interface = ""
	}
	if row.Flags&ioctl.ARPComplete == 0 {
		return e, nil
	}
	return e, parseKernel(&e.Hw, row.HWAddr)
}

// Request is what ioctl sets and deletes.
func (e Entry) Request() ioctl.ARPEntry {
	return ioctl.ARPEntry{Addr: e.Addr, Hw: e.Hw, Flags: e.Flags, Device: e.Interface}
}

// Set makes or changes an entry (SIOCSARP). dial opens a socket of an address
// family, as that of System does; a nil dial has no sockets at all. The error is an *ioctl.Error, as SetARP of
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
	k, err := open(dial, unix.AF_INET)
	if err != nil {
		return err
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return act(k, e.Request())
}
