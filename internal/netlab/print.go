package netlab

import (
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"
)

// statePrint is short for what State tells of: as long as it is the same, State is.
// It is taken without a process, where State takes three.
func statePrint() (string, error) {
	h := fnv.New128a()
	for _, d := range []struct {
		request, family, head int
		varying               []uint16 // attributes that State doesn't tell of
	}{
		{unix.RTM_GETLINK, unix.AF_UNSPEC, unix.SizeofIfInfomsg,
			[]uint16{unix.IFLA_STATS, unix.IFLA_STATS64, unix.IFLA_AF_SPEC}},
		{unix.RTM_GETADDR, unix.AF_UNSPEC, unix.SizeofIfAddrmsg, []uint16{unix.IFA_CACHEINFO}},
		{unix.RTM_GETROUTE, unix.AF_INET, unix.SizeofRtMsg, []uint16{unix.RTA_CACHEINFO}},
		{unix.RTM_GETROUTE, unix.AF_INET6, unix.SizeofRtMsg, []uint16{unix.RTA_CACHEINFO}},
	} {
		err := dump(d.request, d.family, func(m syscall.NetlinkMessage) {
			if len(m.Data) < d.head {
				return
			}
			h.Write(m.Data[:d.head]) //nolint:errcheck // never fails
			for _, a := range attributes(m.Data[d.head:]) {
				if !slices.Contains(d.varying, a.kind) {
					h.Write(a.whole) //nolint:errcheck // never fails
				}
			}
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// attribute is one of a netlink message, with its own head.
type attribute struct {
	kind  uint16
	whole []byte
}

// attributes splits what follows the head of a message.
func attributes(b []byte) (list []attribute) {
	for len(b) >= unix.SizeofRtAttr {
		length := int(binary.NativeEndian.Uint16(b))
		if length < unix.SizeofRtAttr || length > len(b) {
			break
		}
		list = append(list, attribute{binary.NativeEndian.Uint16(b[2:]) &^ (unix.NLA_F_NESTED | unix.NLA_F_NET_BYTEORDER), b[:length]})
		b = b[min(len(b), (length+unix.RTA_ALIGNTO-1)&^(unix.RTA_ALIGNTO-1)):]
	}
	return list
}
