package ifconfig

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/linkaddr"
	"classicnet/ioctl"
)

// OtherAddr is an interface's address in a family other than IP. Kernels have
// lost these families one after the other: IPX and Econet are gone.
type OtherAddr struct {
	// Kind says which family and, for IPX, which frame type.
	Kind OtherKind
	// Addr is the kernel's answer to SIOCGIFADDR: a sockaddr_ipx of
	// <linux/ipx.h>, a sockaddr_at of <linux/atalk.h> or a sockaddr_ec of
	// <linux/if_ec.h>.
	Addr ioctl.Sockaddr
}

// OtherKind is a family and frame type.
type OtherKind uint8

// The kinds in the order in which listings show them.
const (
	EtherII   OtherKind = iota // IPX in Ethernet II frames
	SNAP                       // IPX in SNAP frames
	Frame8022                  // IPX in frames of IEEE 802.2
	Frame8023                  // IPX in frames of IEEE 802.3
	DDP                        // AppleTalk
	Econet                     // Acorn's
)

// otherKind is what is known of a kind.
type otherKind struct {
	family int
	// frame is what sipx_type asks for.
	frame byte
	// title1 and title2 are how the layouts call it.
	title1, title2 string
	append         func(b, data []byte) []byte
}

// Frame types of IPX, IPX_FRAME_ in <linux/ipx.h>.
const (
	frameSNAP    = 1
	frame8022    = 2
	frameEtherII = 3
	frame8023    = 4
)

// otherKinds is how many there are.
const otherKinds = Econet + 1

var otherTable = [otherKinds]otherKind{
	EtherII:   {unix.AF_IPX, frameEtherII, "IPX/Ethernet II", "ipx Ethernet-II  ", linkaddr.AppendIPX},
	SNAP:      {unix.AF_IPX, frameSNAP, "IPX/Ethernet SNAP", "ipx Ethernet-SNAP", linkaddr.AppendIPX},
	Frame8022: {unix.AF_IPX, frame8022, "IPX/Ethernet 802.2", "ipx Ethernet802.2", linkaddr.AppendIPX},
	Frame8023: {unix.AF_IPX, frame8023, "IPX/Ethernet 802.3", "ipx Ethernet802.3", linkaddr.AppendIPX},
	DDP:       {unix.AF_APPLETALK, 0, "EtherTalk Phase 2", "ddp", linkaddr.AppendDDP},
	Econet:    {unix.AF_ECONET, 0, "econet", "ec", linkaddr.AppendEconet},
}

// frameAt is where a sockaddr_ipx has its frame type, behind the family.
const frameAt = 12

// ask is the sockaddr that asks for an address of the kind.
func (k *otherKind) ask() (sa ioctl.Sockaddr) {
	sa.SetFamily(uint16(k.family))
	if k.frame != 0 {
		sa.Data()[frameAt] = k.frame
	}
	return sa
}

// fetchOthers asks the families that the kernel has. On most machines there
// is none, and nothing is asked.
func fetchOthers(others *[otherKinds]Getter, name string) (list []OtherAddr) {
	for kind, k := range others {
		if k == nil {
			continue
		}
		if sa, err := k.FamilyAddr(name, otherTable[kind].ask()); err == nil {
			list = append(list, OtherAddr{OtherKind(kind), sa})
		}
	}
	return list
}

func (l *long) others1() {
	for _, o := range l.Others {
		l.text(indent1, otherTable[o.Kind].title1, " addr:")
		l.b = otherTable[o.Kind].append(l.b, o.Addr.Data())
		l.text("\n")
	}
}

func (l *long) others2() {
	for _, o := range l.Others {
		l.text(indent2, otherTable[o.Kind].title2, " ")
		l.b = otherTable[o.Kind].append(l.b, o.Addr.Data())
		l.text("\n")
	}
}
