package ioctl

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"
)

// InetAddr is an IPv4 address with all that belongs to it.
type InetAddr struct {
	Index int    // of the interface that has the address, whatever its label says
	Label string // what SIOCGIFCONF calls Name
	// Addr is the address and Peer that of the other end of a point-to-point link,
	// else Addr again. Broadcast is 0.0.0.0 where none is set. They are what
	// SIOCGIFADDR, SIOCGIFDSTADDR and SIOCGIFBRDADDR tell.
	Addr, Peer, Broadcast netip.Addr
	PrefixLen             uint8 // of the netmask, 0 to 32
}

// Prefix is the address with the length of its netmask: 192.168.1.9/24. Masked of
// it is the net.
func (a InetAddr) Prefix() netip.Prefix { return netip.PrefixFrom(a.Addr, int(a.PrefixLen)) }

// InetAddrs returns every IPv4 address in the namespace of the calling thread,
// each interface's in the order of SIOCGIFCONF, by one dump of rtnetlink(7)
// (RTM_GETADDR): what the ioctls need several walks through an interface's list
// for, each address on its own. The error is an *Error with the request
// "RTM_GETADDR"; sandboxes refuse the socket (EPERM, EACCES, EAFNOSUPPORT ...), and
// EPROTO is an answer that says less than Linux does.
func (c *Conn) InetAddrs() ([]InetAddr, error) {
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return nil, failure(dumpName, "", err)
	}
	defer unix.Close(fd) //nolint:errcheck // nothing is lost with a socket
	// A sandbox that takes the question and never answers must not hang a listing.
	if err := unix.SetsockoptTimeval(fd, unix.SOL_SOCKET, unix.SO_RCVTIMEO, &unix.Timeval{Sec: 1}); err != nil {
		return nil, failure(dumpName, "", err)
	}
	for range dumpTries {
		d := dump{fd: fd}
		if err := d.run(); err != errInterrupted {
			if err != nil {
				return nil, failure(dumpName, "", err)
			}
			return d.list, nil
		}
	}
	return nil, failure(dumpName, "", unix.EAGAIN)
}

const (
	dumpName = "RTM_GETADDR"
	// dumpTries is how often a dump is begun anew when addresses change meanwhile.
	dumpTries = 5
	// dumpBuffer is more than the kernel puts into one answer.
	dumpBuffer = 32 << 10
	// labelBlock is how many bytes of labels are allocated at once.
	labelBlock = 4 << 10
	// dumpAlign is what messages and their attributes are padded to.
	dumpAlign = 4
	// attrHeader is the size of struct rtattr.
	attrHeader = 4
)

// errInterrupted tells that addresses changed while they were read.
const errInterrupted = unix.EINTR

// dump is a question and what was heard in answer to it.
type dump struct {
	fd          int
	list        []InetAddr
	interrupted bool
	labels      strings.Builder // a block of them
}

func (d *dump) run() error {
	if err := d.ask(); err != nil {
		return err
	}
	buf := make([]byte, dumpBuffer)
	for {
		n, err := unix.Read(d.fd, buf)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return err
		}
		switch done, err := d.messages(buf[:n]); {
		case err != nil:
			return err
		case done && d.interrupted:
			return errInterrupted
		case done:
			return nil
		}
	}
}

// ask sends a struct nlmsghdr with a struct ifaddrmsg behind it.
func (d *dump) ask() error {
	var b [unix.SizeofNlMsghdr + unix.SizeofIfAddrmsg]byte
	e := binary.NativeEndian
	e.PutUint32(b[0:], uint32(len(b)))
	e.PutUint16(b[4:], unix.RTM_GETADDR)
	e.PutUint16(b[6:], unix.NLM_F_REQUEST|unix.NLM_F_DUMP)
	b[unix.SizeofNlMsghdr] = unix.AF_INET
	for {
		_, err := unix.Write(d.fd, b[:])
		if err != unix.EINTR {
			return err
		}
	}
}

// messages reads an answer of one message or several, and tells whether it is
// the last.
func (d *dump) messages(b []byte) (done bool, err error) {
	e := binary.NativeEndian
	for len(b) >= unix.SizeofNlMsghdr {
		size := int(e.Uint32(b))
		if size < unix.SizeofNlMsghdr || size > len(b) {
			return false, unix.EPROTO
		}
		body := b[unix.SizeofNlMsghdr:size]
		d.interrupted = d.interrupted || e.Uint16(b[6:])&unix.NLM_F_DUMP_INTR != 0
		switch e.Uint16(b[4:]) {
		case unix.NLMSG_DONE:
			return true, nil
		case unix.NLMSG_ERROR:
			return false, errorIn(body)
		case unix.RTM_NEWADDR:
			if err := d.address(body); err != nil {
				return false, err
			}
		}
		b = b[min(len(b), (size+dumpAlign-1)&^(dumpAlign-1)):]
	}
	return false, nil
}

// errorIn is the errno of a struct nlmsgerr, which is negative there.
func errorIn(body []byte) error {
	if len(body) >= 4 {
		if errno := -int32(binary.NativeEndian.Uint32(body)); errno > 0 {
			return unix.Errno(errno)
		}
	}
	return unix.EPROTO
}

// address reads a struct ifaddrmsg and the attributes behind it.
func (d *dump) address(b []byte) error {
	if len(b) < unix.SizeofIfAddrmsg {
		return unix.EPROTO
	}
	if b[0] != unix.AF_INET {
		return nil
	}
	none := netip.IPv4Unspecified()
	a := InetAddr{PrefixLen: b[1], Index: int(binary.NativeEndian.Uint32(b[4:])), Addr: none, Peer: none, Broadcast: none}
	for b = b[unix.SizeofIfAddrmsg:]; len(b) >= attrHeader; {
		size := int(binary.NativeEndian.Uint16(b))
		if size < attrHeader || size > len(b) {
			return unix.EPROTO
		}
		if kind := binary.NativeEndian.Uint16(b[2:]); kind == unix.IFA_LABEL {
			a.Label = d.keep(b[attrHeader:size])
		} else {
			a.attribute(kind, b[attrHeader:size])
		}
		b = b[min(len(b), (size+dumpAlign-1)&^(dumpAlign-1)):]
	}
	if a.Label == "" || a.PrefixLen > 32 {
		return unix.EPROTO
	}
	d.list = append(d.list, a)
	return nil
}

// keep returns the text up to the first NUL, cut from a block of many.
func (d *dump) keep(b []byte) string {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		b = b[:i]
	}
	if d.labels.Cap()-d.labels.Len() < len(b) {
		d.labels = strings.Builder{}
		d.labels.Grow(max(labelBlock, len(b)))
	}
	from := d.labels.Len()
	d.labels.Write(b) //nolint:errcheck // never fails
	return d.labels.String()[from:]
}

func (a *InetAddr) attribute(kind uint16, value []byte) {
	if len(value) != 4 {
		return
	}
	addr := netip.AddrFrom4([4]byte(value))
	switch kind {
	case unix.IFA_LOCAL:
		a.Addr = addr
	case unix.IFA_ADDRESS:
		a.Peer = addr
	case unix.IFA_BROADCAST:
		a.Broadcast = addr
	}
}
