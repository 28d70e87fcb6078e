package ifconfig

import (
	"strings"

	"classicnet/internal/linktype"
	"classicnet/ioctl"
)

// fetcher asks the kernel for interfaces, and for a device's own state once,
// however many aliases it has.
type fetcher struct {
	kernel  Getter
	others  *[otherKinds]Getter
	detail  Detail
	flags   map[string]flagsAnswer // by device; nil in a query, which sees one
	devices map[string]*Interface  // likewise: what it shares with its aliases
	conf    confAddrs              // what SIOCGIFCONF says, where it was asked
	dump    *inetDump              // all of IPv4 at once, nil where that isn't worth it or refused
	strays  []Interface            // labels without an interface; only for Everything
	alias   string                 // the device whose alternative name was asked for
	inet6   inet6Addrs
}

type flagsAnswer struct {
	flags ioctl.Flags
	err   error
}

// begin is for all interfaces, or for the interface only.
func (f *fetcher) begin(s *Source, only string, detail Detail, l *Listing) {
	f.kernel, f.others, f.detail = s.Kernel, &s.Others, detail
	if only == "" {
		f.flags, f.devices = map[string]flagsAnswer{}, map[string]*Interface{}
	}
	if detail != ShortFormat {
		f.inet6.read(s, only, l)
	}
}

// deviceOf is the device of an alias, or the device itself.
func deviceOf(name string) string {
	device, _, _ := strings.Cut(name, ":")
	return device
}

// kernelName is the name that addresses and counters go by.
func (f *fetcher) kernelName(name string) string {
	if f.alias != "" {
		return f.alias
	}
	return name
}

// isDown is false where the kernel doesn't tell.
func (f *fetcher) isDown(name string) bool {
	flags, err := f.flagsOf(name)
	return err == nil && flags&ioctl.FlagUp == 0
}

func (f *fetcher) flagsOf(name string) (ioctl.Flags, error) {
	a, known := f.flags[deviceOf(name)]
	if !known {
		a.flags, a.err = f.kernel.Flags(name)
		if f.flags != nil {
			f.flags[deviceOf(name)] = a
		}
	}
	return a.flags, a.err
}

// fetch fills in an interface but for its counters. Only the flags are
// indispensable: what another request refuses is absent.
func (f *fetcher) fetch(ifc *Interface, name string) error {
	flags, err := f.flagsOf(name)
	if err != nil {
		return err
	}
	if device := f.devices[deviceOf(name)]; device != nil {
		*ifc = *device
	} else {
		ifc.Flags = flags
		f.device(ifc, name)
		f.share(ifc, name)
	}
	ifc.Name = name
	if f.detail != ShortFormat {
		f.inet(ifc)
		ifc.Inet6 = f.inet6.of(f.kernelName(name))
		ifc.Inet6Unknown = f.inet6.unknown && deviceOf(name) == name
		ifc.Others = fetchOthers(f.others, name)
	}
	return nil
}

// share keeps what was fetched of a device for its aliases.
func (f *fetcher) share(ifc *Interface, name string) {
	if f.devices != nil {
		device := *ifc
		f.devices[deviceOf(name)] = &device
	}
}

// device asks for what a device and its aliases have in common.
func (f *fetcher) device(ifc *Interface, name string) {
	k := f.kernel
	ifc.MTU, _ = k.MTU(name)
	ifc.Metric, _ = k.Metric(name)
	if f.detail == ShortFormat {
		return
	}
	var err error
	if ifc.Hw, err = k.HardwareAddr(name); err != nil {
		ifc.Hw.Type = unknownType
	}
	if linktype.Classic.ByNumber(ifc.Hw.Type).Keepalive {
		ifc.Outfill, _ = k.Outfill(name)
		ifc.Keepalive, _ = k.Keepalive(name)
	}
	ifc.Map, _ = k.Map(name)
	if ifc.TxQueueLen, err = k.TxQueueLen(name); err != nil {
		ifc.TxQueueLen = -1
	}
}
