package ioctl

import (
	"math"
	"net/netip"
	"runtime"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// InterfaceAddr is an entry of SIOCGIFCONF: a label and its IPv4 address.
type InterfaceAddr struct {
	// Name is the address's label: the device's name or "device:alias". It can
	// stand in several entries.
	Name string
	// Addr is the IPv4 address. It is the zero Addr where the kernel's answer
	// is of another family.
	Addr netip.Addr
}

// ifconf is struct ifconf (netdevice(7)).
type ifconf struct {
	len int32
	buf unsafe.Pointer
}

// firstConf is how many entries the first SIOCGIFCONF has room for.
const firstConf = 64

// Interfaces returns the label and address of every IPv4 address in the
// namespace, in the kernel's order (SIOCGIFCONF). Interfaces without IPv4 are
// not among them. The list is whole however long it is, and however it grows
// between two requests.
func (c *Conn) Interfaces() ([]InterfaceAddr, error) {
	for entries := firstConf; entries < math.MaxInt32/requestSize; entries = c.roomFor(entries) {
		buf := make([]byte, entries*requestSize)
		used, err := c.conf(buf)
		if err != nil {
			return nil, err
		}
		// The kernel tells only what it has filled in: a full buffer may hide more.
		if used+requestSize <= len(buf) {
			return parseConf(buf[:used]), nil
		}
		if untouched(buf) {
			break
		}
	}
	return nil, failure(idGetConf.name, "", unix.EIO)
}

// roomFor is how many entries to ask for behind an answer of so many that may hide
// more: what the kernel says there are and some that come meanwhile, as no buffer
// at all asks for.
func (c *Conn) roomFor(entries int) int {
	arg := ifconf{}
	if c.call(idGetConf, "", unsafe.Pointer(&arg)) != nil {
		return 4 * entries
	}
	return max(int(arg.len)/requestSize+firstConf, 2*entries)
}

// untouched tells whether the last entry of an answer that fills its buffer has
// no name. The kernel of a sandbox has then left the request as it was, and
// would leave any larger one.
func untouched(buf []byte) bool { return buf[len(buf)-requestSize] == 0 }

// conf fills buf and returns how much of it the kernel used.
func (c *Conn) conf(buf []byte) (int, error) {
	arg := ifconf{len: int32(len(buf)), buf: unsafe.Pointer(&buf[0])}
	err := c.call(idGetConf, "", unsafe.Pointer(&arg))
	runtime.KeepAlive(buf)
	if err != nil {
		return 0, err
	}
	if arg.len < 0 || int(arg.len) > len(buf) {
		return 0, failure(idGetConf.name, "", unix.EIO)
	}
	return int(arg.len), nil
}

// parseConf reads an array of struct ifreq. The names are parts of one string, as
// there may be thousands.
func parseConf(buf []byte) []InterfaceAddr {
	list := make([]InterfaceAddr, len(buf)/requestSize)
	text := string(buf)
	for i := range list {
		at := i * requestSize
		name, _, _ := strings.Cut(text[at:at+nameSize], "\x00")
		list[i].Name = name
		list[i].Addr, _ = inetOf(buf[at+nameSize : at+requestSize])
	}
	return list
}
