package netlab

import (
	"encoding/binary"
	"encoding/hex"
	"hash"
	"hash/fnv"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"
)

// statePrint is short for what State tells of: as long as it is the same, State is.
// It is taken without a process, where State takes three.
func statePrint() (string, error) {
	h := fnv.New128a()
	for _, d := range printedDumps() {
		if err := d.writeTo(h); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// printedDump is what the kernel is asked for.
type printedDump struct {
	request, family, head int
	varying               []uint16 // attributes that State doesn't tell of
}

func printedDumps() []printedDump {
	return []printedDump{
		{unix.RTM_GETLINK, unix.AF_UNSPEC, unix.SizeofIfInfomsg,
			[]uint16{unix.IFLA_STATS, unix.IFLA_STATS64, unix.IFLA_AF_SPEC}},
		{unix.RTM_GETADDR, unix.AF_UNSPEC, unix.SizeofIfAddrmsg, []uint16{unix.IFA_CACHEINFO}},
		{unix.RTM_GETROUTE, unix.AF_INET, unix.SizeofRtMsg, []uint16{unix.RTA_CACHEINFO}},
		{unix.RTM_GETROUTE, unix.AF_INET6, unix.SizeofRtMsg, []uint16{unix.RTA_CACHEINFO}},
	}
}

// writeTo writes the answer's heads and attributes to a hash, which takes all.
func (d printedDump) writeTo(h hash.Hash) error {
	return dump(d.request, d.family, func(m syscall.NetlinkMessage) {
		if len(m.Data) < d.head {
			return
		}
		h.Write(m.Data[:d.head])
		for _, a := range attributes(m.Data[d.head:]) {
			if !slices.Contains(d.varying, a.kind) {
				h.Write(a.whole)
			}
		}
	})
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
