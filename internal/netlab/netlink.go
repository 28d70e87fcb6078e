package netlab

import (
	"bytes"
	"encoding/binary"
	"syscall"

	"golang.org/x/sys/unix"
)

// link is an interface as it is listed.
type link struct {
	index int32
	flags uint32
	fresh bool // a veth of which the kernel hasn't noted yet that it has no carrier
}

// due tells whether a carrier change of the interface is still to be done: what it
// says of its state isn't what it says of its carrier.
func (l link) due() bool {
	if l.fresh {
		return true
	}
	carrier, running := l.flags&unix.IFF_LOWER_UP != 0, l.flags&unix.IFF_RUNNING != 0
	return l.flags&unix.IFF_UP != 0 && l.flags&unix.IFF_DORMANT == 0 && carrier != running
}

// links are all interfaces of this namespace.
func links() ([]link, error) {
	var all []link
	err := dump(unix.RTM_GETLINK, unix.AF_UNSPEC, func(m syscall.NetlinkMessage) {
		if m.Header.Type == unix.RTM_NEWLINK && len(m.Data) >= unix.SizeofIfInfomsg {
			all = append(all, link{int32(binary.NativeEndian.Uint32(m.Data[4:])), binary.NativeEndian.Uint32(m.Data[8:]), isFresh(m)})
		}
	})
	return all, err
}

// isFresh tells it by a listed interface's carrier and state.
func isFresh(m syscall.NetlinkMessage) bool {
	attributes, err := syscall.ParseNetlinkRouteAttr(&m)
	if err != nil {
		return false
	}
	var veth, off, unknown bool
	for _, a := range attributes {
		switch a.Attr.Type &^ unix.NLA_F_NESTED {
		case unix.IFLA_LINKINFO: // its first attribute is the kind
			veth = bytes.HasPrefix(a.Value[min(len(a.Value), unix.SizeofNlAttr):], []byte("veth\x00"))
		case unix.IFLA_CARRIER:
			off = a.Value[0] == 0
		case unix.IFLA_OPERSTATE:
			unknown = a.Value[0] == 0
		}
	}
	return veth && off && unknown
}

// tentative tells whether an IPv6 address is still being checked for
// duplicates. One that failed the check is not.
func tentative() (bool, error) {
	found := false
	err := dump(unix.RTM_GETADDR, unix.AF_INET6, func(m syscall.NetlinkMessage) {
		if m.Header.Type == unix.RTM_NEWADDR && len(m.Data) >= unix.SizeofIfAddrmsg {
			flags := m.Data[2]
			found = found || flags&unix.IFA_F_TENTATIVE != 0 && flags&unix.IFA_F_DADFAILED == 0
		}
	})
	return found, err
}

// dump calls each for every message of a route netlink dump.
func dump(request, family int, each func(syscall.NetlinkMessage)) error {
	b, err := syscall.NetlinkRIB(request, family)
	if err != nil {
		return err
	}
	ms, err := syscall.ParseNetlinkMessage(b)
	for _, m := range ms {
		each(m)
	}
	return err
}

// askLink asks the kernel for one interface and throws the answer away. The
// question makes the kernel (newer ones than 6.12) do a carrier change of the
// interface that is due; a dump of all interfaces does not.
func askLink(socket int, index int32) error {
	const length = unix.SizeofNlMsghdr + unix.SizeofIfInfomsg
	b := make([]byte, 0, length)
	b = binary.NativeEndian.AppendUint32(b, length)
	b = binary.NativeEndian.AppendUint16(b, unix.RTM_GETLINK)
	b = binary.NativeEndian.AppendUint16(b, unix.NLM_F_REQUEST)
	b = append(b, make([]byte, length-len(b))...)
	binary.NativeEndian.PutUint32(b[unix.SizeofNlMsghdr+4:], uint32(index))
	if err := unix.Sendto(socket, b, 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
		return err
	}
	_, _, err := unix.Recvfrom(socket, make([]byte, 1<<16), 0)
	return err
}
