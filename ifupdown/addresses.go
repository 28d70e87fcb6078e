package ifupdown

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// addAddress puts a further address behind the others, unless it is one of them.
func (o *Options) addAddress(option Option) {
	behind := 0
	for i, other := range *o {
		if other.Name == optionAddress {
			behind = i + 1
			if other.Value == option.Value {
				return
			}
		}
	}
	o.insert(behind, option)
}

// insert puts an option at a place.
func (o *Options) insert(at int, option Option) {
	*o = append(*o, Option{})
	copy((*o)[at+1:], (*o)[at:])
	(*o)[at] = option
}

// furtherAddresses are the address lines behind the first one.
func (o Options) furtherAddresses() (list []*Option) {
	for i := range o {
		if o[i].Name == optionAddress {
			list = append(list, &o[i])
		}
	}
	return list[min(1, len(list)):]
}

// lengthen gives each further address a length of its own: that of the netmask
// option, else that of its class.
func (o Options) lengthen(family string) {
	for _, option := range o.furtherAddresses() {
		text, rest, _ := strings.Cut(option.Value, " ")
		a, ok := ipAddress(text)
		if family == "inet6" {
			_, err := netip.ParseAddr(text)
			ok = err == nil
		}
		length := firstWord(strings.TrimSpace(o.Value("netmask")))
		length, _, _ = strings.Cut(length, "\n")
		switch {
		case !ok || rest != "":
			continue
		case length == "" && family == "inet":
			length = strconv.Itoa(bits(classMask(a)))
		case length == "":
			length = "128"
		}
		option.Value += "/" + length
	}
}

// ofStanza are the options that are for the stanza's first address, or for its
// interface, and not for its further addresses.
var ofStanza = [...]string{"netmask", "gateway", "metric", "pointopoint", "hwaddress", "mtu"}

// alone returns the options without the further addresses; with one of those,
// its own options with it as the address.
func (o Options) alone(address *Option) (list Options) {
	for _, option := range o {
		switch {
		case option.Name == optionAddress && list.Get(optionAddress) != nil:
		case address == nil:
			list = append(list, option)
		case option.Name == optionAddress:
			list = append(list, *address)
		case option.Name == "broadcast" && option.Value != "-":
			list = append(list, Option{Name: "broadcast", Value: "+"})
		case !isCommand(option.Name) && !slices.Contains(ofStanza[:], option.Name):
			list = append(list, option)
		}
	}
	return list
}
