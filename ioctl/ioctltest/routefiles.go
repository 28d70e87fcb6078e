package ioctltest

import (
	"encoding/binary"
	"fmt"
	"strings"

	"golang.org/x/sys/unix"
)

// native is an address as /proc/net/route has it: the word in network order,
// read in the machine's own.
func native(w uint32) uint32 {
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], w)
	return binary.NativeEndian.Uint32(b[:])
}

// routeLine is a line of /proc/net/route without its padding.
func (e *fibEntry) routeLine() string {
	name, mss := "*", uint32(0)
	if e.device != nil {
		name = e.device.Name
	}
	if e.metrics.advMSS != 0 {
		mss = e.metrics.advMSS + 40
	}
	return fmt.Sprintf("%s\t%08X\t%08X\t%04X\t%d\t%d\t%d\t%08X\t%d\t%d\t%d", name, native(e.dst), native(e.gateway),
		e.routeFlags(), 0, 0, e.priority, native(maskOf(e.bits)), mss, e.metrics.window, e.metrics.rtt>>3)
}

// routeFlags are the RTF_ flags of an entry.
func (e *fibEntry) routeFlags() int {
	flags := unix.RTF_UP
	if e.reject {
		flags |= unix.RTF_REJECT
	}
	if e.gateway != 0 {
		flags |= unix.RTF_GATEWAY
	}
	if e.bits == 32 {
		flags |= unix.RTF_HOST
	}
	return flags
}

// routeFile is empty until an address was set for the first time.
func (k *Kernel) routeFile() string {
	if !k.fibMade {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-127s\n", "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT")
	for i := range k.fib {
		fmt.Fprintf(&b, "%-127s\n", k.fib[i].routeLine())
	}
	return b.String()
}

// route6File has a default route of each table that refuses everything, unless
// the table has another.
func (k *Kernel) route6File() string {
	var b strings.Builder
	null := fib6Entry{dst: everything6, metric: nullMetric6, flags: unix.RTF_REJECT | unix.RTF_NONEXTHOP}
	lo := k.Interface("lo")
	ends := func(local, defaulted bool) {
		if lo != nil && !defaulted {
			b.WriteString(null.line6(lo.Name))
		}
	}
	local, defaulted := false, false
	for i := range k.fib6 {
		e := &k.fib6[i]
		if e.local && !local {
			ends(local, defaulted)
			local, defaulted = true, false
		}
		defaulted = defaulted || e.dst == everything6
		b.WriteString(e.line6(e.device.Name))
	}
	if !local {
		ends(false, defaulted)
		defaulted = false
	}
	ends(true, defaulted)
	return b.String()
}

func (e *fib6Entry) line6(name string) string {
	gateway := [16]byte{}
	if e.gateway.IsValid() {
		gateway = e.gateway.As16()
	}
	return fmt.Sprintf("%x %02x %032x %02x %x %08x %08x %08x %08x %8s\n",
		e.dst.Addr().As16(), e.dst.Bits(), 0, 0, gateway, e.metric, 1, 0, e.flags, name)
}
