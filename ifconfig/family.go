package ifconfig

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/internal/linkaddr"
	"classicnet/ioctl"
)

// family is an address family as the word behind the interface's name selects
// it. A row is all that is known of one.
type family struct {
	name   string // the word
	title  string // in the usage text
	number int
	// gate is the file whose presence says that the kernel has the family; ""
	// for the one that is always tried.
	gate string
	// parse returns what follows the family in a sockaddr; nil where the family
	// has no address that could be set. inet and inet6 are read by name, too,
	// and have methods of the parser.
	parse func(text string) ([]byte, error)
	// settable families have addresses that SIOCSIFADDR takes.
	settable bool
	// called is the name in the message that the kernel lacks it, "" for those
	// that no word misses.
	called string
}

// families are in the order in which their sockets are tried.
var families = [...]family{
	{"unix", "UNIX Domain", unix.AF_UNIX, "/proc/net/unix", nil, false, ""},
	{"inet", "DARPA Internet", unix.AF_INET, "", nil, true, "INET"},
	{"inet6", "IPv6", unix.AF_INET6, "/proc/net/if_inet6", nil, false, "INET6"},
	{"ax25", "AMPR AX.25", unix.AF_AX25, "/proc/net/ax25", linkaddr.ParseCallsign, false, ""},
	{"netrom", "AMPR NET/ROM", unix.AF_NETROM, "/proc/net/nr", linkaddr.ParseCallsign, false, ""},
	{"rose", "AMPR ROSE", unix.AF_ROSE, "/proc/net/rose", linkaddr.ParseRose, false, ""},
	{"ipx", "Novell IPX", unix.AF_IPX, "/proc/net/ipx", linkaddr.ParseIPX, false, ""},
	{"ddp", "Appletalk DDP", unix.AF_APPLETALK, "/proc/net/appletalk", nil, false, ""},
	{"ec", "Econet", unix.AF_ECONET, "/proc/sys/net/econet", linkaddr.ParseEconet, true, "ECONET"},
	{"x25", "CCITT X.25", unix.AF_X25, "/proc/net/x25", linkaddr.ParseX25, false, ""},
	{"unspec", "", unix.AF_UNSPEC, "", nil, false, ""},
}

// inetFamily is the family of words that no family word precedes.
const inetFamily = 1

// familyByName finds a family by its exact word; nil if it is none.
func familyByName(word string) *family {
	for i := range families {
		if families[i].name == word {
			return &families[i]
		}
	}
	return nil
}

// sockaddr completes the address of a family other than IP.
func (f *family) sockaddr(text, purpose string) (ioctl.Sockaddr, error) {
	data, err := f.parse(text)
	reason, told := errors.AsType[linkaddr.Reason](err)
	switch {
	case told:
		return ioctl.Sockaddr{}, &wordError{text + ": " + string(reason)}
	case err != nil && purpose == purposeAddress:
		return ioctl.Sockaddr{}, &wordError{"ifconfig: error resolving '" + text + "' to set address for af=" + f.name}
	case err != nil:
		return ioctl.Sockaddr{}, &wordError{"ifconfig: Error resolving '" + text + "' for " + purpose}
	}
	var sa ioctl.Sockaddr
	sa.SetFamily(uint16(f.number))
	copy(sa.Data(), data)
	return sa, nil
}

func noSupport(f *family) string { return "No support for " + f.called + " on this system." }
