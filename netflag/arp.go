package netflag

// ARP are the flags of an entry of the ARP table, ATF_ of arp(7): in
// /proc/net/arp, and in SIOCSARP.
type ARP uint32

// The bits of ARP.
const (
	ARPComplete    ARP = 0x02 // the hardware address is known
	ARPPermanent   ARP = 0x04 // the entry stays until it is deleted
	ARPPublish     ARP = 0x08 // answered for others (proxy)
	ARPTrailers    ARP = 0x10 // wanted trailers, when there were such
	ARPHasNetmask  ARP = 0x20 // the netmask is meant (proxy entries only)
	ARPDontPublish ARP = 0x40 // never answer for it
	ARPMagic       ARP = 0x80 // made by the kernel on its own, long ago
)

// arpLetters are in the order of arp's table. ARPHasNetmask has none.
var arpLetters = [...]struct {
	bit    ARP
	letter byte
}{
	{ARPComplete, 'C'}, {ARPPermanent, 'M'}, {ARPPublish, 'P'},
	{ARPMagic, 'A'}, {ARPDontPublish, '!'}, {ARPTrailers, 'T'},
}

// Append appends the letters that arp shows.
func (f ARP) Append(b []byte) []byte {
	for i := range arpLetters {
		if f&arpLetters[i].bit != 0 {
			b = append(b, arpLetters[i].letter)
		}
	}
	return b
}

// String is what arp shows: "C", "CM", "MP".
func (f ARP) String() string { return string(f.Append(nil)) }
