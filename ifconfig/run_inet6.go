package ifconfig

import (
	"classicnet/internal/frame"
	"strconv"
)

// apply sends the address to the interface's number on the inet6 socket. The
// interface isn't activated.
func (s inet6Step) apply(r *run) error {
	inet6 := familyByName("inet6")
	k := r.socket(inet6)
	if k == closed {
		r.fail(&wordError{noSupport(inet6)})
		return nil
	}
	index, err := k.Index(r.name)
	if err != nil {
		r.fail(&wordError{"SIOGIFINDEX: " + frame.Reason(err)}) // so spelled since 1996
		return nil
	}
	r.fail(s.send(r, k, index))
	return nil
}

func (s inet6Step) send(r *run, k Kernel, index int) error {
	switch s.Op {
	case delInet6:
		if r.Verbose {
			r.Out.Errorf("now deleting: ioctl(SIOCDIFADDR,{ifindex=%s,prefixlen=%s})\n", strconv.Itoa(index), strconv.FormatUint(uint64(s.Prefix), 10))
		}
		return k.DelAddr6(index, s.Addr, s.Prefix)
	case tunnelInet6:
		return k.SetDstAddr6(index, s.Addr, s.Prefix)
	}
	return k.AddAddr6(index, s.Addr, s.Prefix)
}
