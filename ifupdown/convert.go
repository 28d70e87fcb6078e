package ifupdown

import (
	"net/netip"
	"strings"

	"classicnet/internal/netaddr"
)

// convertStatic parts the address from its prefix length, which becomes the
// netmask, and works out the broadcast address. A netmask option wins over the
// prefix length. What is no address stays as it is; the planner refuses it.
func convertStatic(o *Options) {
	convertLink(o)
	if address := o.Get("address"); address != nil {
		host, prefix, _ := strings.Cut(address.Value, "/")
		o.setDefault("netmask", netmaskText(address.Value, host, prefix))
		o.Get("address").Value = host
	}
	if b := o.Get("broadcast"); b != nil {
		b.Value = broadcastText(b.Value, o.Value("address"), o.Value("netmask"))
	}
}

// netmaskText is the netmask that an address stands for: that of the prefix
// length or mask behind it, else that of its class.
func netmaskText(whole, host, prefix string) string {
	a, ok := parse4(host)
	mask, good := parseMask(firstWord(prefix))
	switch {
	case !ok:
		return whole
	case prefix == "":
		return classMask(a).String()
	case !good:
		return prefix
	}
	return mask.String()
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, blanks); i >= 0 {
		return s[:i]
	}
	return s
}

// broadcastText is the address that `+` (all host bits set) or `-` (none set)
// stands for.
func broadcastText(text, address, netmask string) string {
	a, ok := parse4(address)
	mask, good := parse4(netmask)
	if !ok || !good || text != "+" && text != "-" {
		return text
	}
	bytes := a.As4()
	if bits(mask) == 31 { // two hosts and no broadcast address (RFC 3021)
		mask, bytes = netaddr.Mask(0), [4]byte{}
	}
	for i, m := range mask.As4() {
		if text == "+" {
			bytes[i] |= ^m
		} else {
			bytes[i] &= m
		}
	}
	return netip.AddrFrom4(bytes).String()
}

// convertStatic6 parts the address from its prefix length.
func convertStatic6(o *Options) {
	convertLength6(o)
	if o.Get("gateway") != nil { // who names a router wants no other
		o.setDefault("accept_ra", "0")
	}
}

func convertLength6(o *Options) {
	convertLink(o)
	if address := o.Get("address"); address != nil {
		host, prefix, _ := strings.Cut(address.Value, "/")
		o.setDefault("netmask", prefix)
		o.Get("address").Value = host
	}
}

// hwClasses are the link types that may stand before a hardware address.
var hwClasses = [...]string{"ether", "ax25", "ARCnet", "netrom"}

// convertLink drops the link type before a hardware address: the device has
// its own.
func convertLink(o *Options) {
	hw := o.Get("hwaddress")
	if hw == nil {
		return
	}
	class, address, ok := strings.Cut(hw.Value, " ")
	for _, known := range hwClasses {
		if ok && strings.EqualFold(class, known) {
			hw.Value = address
		}
	}
}

// convert6to4 writes the local IPv4 address as the two groups of hex digits
// that stand behind 2002: in the tunnel's address.
func convert6to4(o *Options) {
	a, ok := parse4(o.Value("local"))
	if !ok {
		return
	}
	const digits = "0123456789abcdef"
	var text []byte
	for i, b := range a.As4() {
		if i == 2 {
			text = append(text, ':')
		}
		text = append(text, digits[b>>4], digits[b&15])
	}
	o.setDefault("hexaddress", string(text))
}
