package ifupdown

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"classicnet/internal/cnum"
)

const optionAddress = "address"

// plain returns the options with what a shell and ip(8) make of their values,
// as Debian's ifup hands them to both: without comments and quotes, numbers and
// addresses in their usual form. Lines of one meaning become one. What can't be
// read so stays as it is, and is refused by whoever needs it.
func (o Options) plain() (list Options) {
	for _, option := range o {
		if isCommand(option.Name) {
			list = append(list, option)
			continue
		}
		option.Value, option.unread = plainValue(option.Name, option.Value)
		if !slices.ContainsFunc(list, func(other Option) bool {
			return other.Name == option.Name && other.Value == option.Value
		}) {
			list = append(list, option)
		}
	}
	return list
}

// plainValue is the meaning of an option's text, its words with a blank between.
func plainValue(name, text string) (string, error) {
	words, err := shellWords(text)
	if err != nil || len(words) == 0 {
		return text, err
	}
	switch name {
	case "netmask":
		words[0] = plainMask(words[0])
	case optionAddress, "gateway", "broadcast", "pointopoint":
		words[0] = plainAddress(words[0])
	}
	return strings.Join(words, " "), nil
}

// plainAddress writes an IPv4 address, and what may stand behind it, as a
// dotted quad; other text it leaves.
func plainAddress(text string) string {
	host, length, found := strings.Cut(text, "/")
	a, ok := ipAddress(host)
	switch {
	case !ok:
		return text
	case !found:
		return a.String()
	}
	return a.String() + "/" + length
}

// plainMask writes a netmask as a decimal length or a dotted quad.
func plainMask(text string) string {
	if n, ok := ipNumber(text, 128); ok {
		return strconv.Itoa(n)
	}
	return plainAddress(text)
}

// ipAddress reads an IPv4 address as ip(8) does: each byte is decimal, octal
// behind a 0 or hex behind 0x, and bytes left out at the end are 0.
func ipAddress(text string) (netip.Addr, bool) {
	var bytes [4]byte
	for i := range bytes {
		number, rest, more := strings.Cut(text, ".")
		n, ok := ipNumber(number, 255)
		if !ok || i == 3 && more {
			return netip.Addr{}, false
		}
		bytes[i], text = byte(n), rest
		if !more {
			break
		}
	}
	return netip.AddrFrom4(bytes), true
}

// ipNumber reads a number as ip(8) and sysctl(8) do: decimal, octal behind a 0 or
// hex behind 0x, from 0 to limit.
func ipNumber(text string, limit int) (int, bool) {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return 0, false
	}
	n, rest := cnum.Strtoul(text)
	return int(n), rest == "" && n <= uint64(limit)
}
