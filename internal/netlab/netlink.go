package netlab

import (
	"encoding/binary"
	"syscall"

	"golang.org/x/sys/unix"
)

// links are the indexes of all interfaces of this namespace.
func links() ([]int32, error) {
	var index []int32
	err := dump(unix.RTM_GETLINK, unix.AF_UNSPEC, func(m syscall.NetlinkMessage) {
		if m.Header.Type == unix.RTM_NEWLINK && len(m.Data) >= unix.SizeofIfInfomsg {
			index = append(index, int32(binary.NativeEndian.Uint32(m.Data[4:])))
		}
	})
	return index, err
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
// question makes the kernel do a carrier change of the interface that is due;
// a dump of all interfaces does not.
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
