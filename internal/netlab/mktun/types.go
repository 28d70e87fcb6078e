package mktun

import (
	"fmt"
	"strconv"

	"golang.org/x/sys/unix"
)

// linkType reads an ARPHRD number, decimal, octal or hex, or one of the names.
func linkType(word string) (int, error) {
	for _, t := range linkTypes {
		if t.name == word {
			return t.number, nil
		}
	}
	n, err := strconv.ParseInt(word, 0, 32)
	if err != nil {
		return 0, fmt.Errorf("link type %s: %w", word, err)
	}
	return int(n), nil
}

// linkTypes are the names of linux/if_arp.h in lower case, without ARPHRD_.
var linkTypes = []struct {
	name   string
	number int
}{
	{"netrom", unix.ARPHRD_NETROM},
	{"ether", unix.ARPHRD_ETHER},
	{"eether", unix.ARPHRD_EETHER},
	{"ax25", unix.ARPHRD_AX25},
	{"pronet", unix.ARPHRD_PRONET},
	{"chaos", unix.ARPHRD_CHAOS},
	{"ieee802", unix.ARPHRD_IEEE802},
	{"arcnet", unix.ARPHRD_ARCNET},
	{"appletlk", unix.ARPHRD_APPLETLK},
	{"dlci", unix.ARPHRD_DLCI},
	{"atm", unix.ARPHRD_ATM},
	{"metricom", unix.ARPHRD_METRICOM},
	{"ieee1394", unix.ARPHRD_IEEE1394},
	{"eui64", unix.ARPHRD_EUI64},
	{"infiniband", unix.ARPHRD_INFINIBAND},
	{"slip", unix.ARPHRD_SLIP},
	{"cslip", unix.ARPHRD_CSLIP},
	{"slip6", unix.ARPHRD_SLIP6},
	{"cslip6", unix.ARPHRD_CSLIP6},
	{"rsrvd", unix.ARPHRD_RSRVD},
	{"adapt", unix.ARPHRD_ADAPT},
	{"rose", unix.ARPHRD_ROSE},
	{"x25", unix.ARPHRD_X25},
	{"hwx25", unix.ARPHRD_HWX25},
	{"can", unix.ARPHRD_CAN},
	{"ppp", unix.ARPHRD_PPP},
	{"hdlc", unix.ARPHRD_HDLC},
	{"lapb", unix.ARPHRD_LAPB},
	{"ddcmp", unix.ARPHRD_DDCMP},
	{"rawhdlc", unix.ARPHRD_RAWHDLC},
	{"rawip", unix.ARPHRD_RAWIP},
	{"tunnel", unix.ARPHRD_TUNNEL},
	{"tunnel6", unix.ARPHRD_TUNNEL6},
	{"frad", unix.ARPHRD_FRAD},
	{"skip", unix.ARPHRD_SKIP},
	{"loopback", unix.ARPHRD_LOOPBACK},
	{"localtlk", unix.ARPHRD_LOCALTLK},
	{"fddi", unix.ARPHRD_FDDI},
	{"bif", unix.ARPHRD_BIF},
	{"sit", unix.ARPHRD_SIT},
	{"ipddp", unix.ARPHRD_IPDDP},
	{"ipgre", unix.ARPHRD_IPGRE},
	{"pimreg", unix.ARPHRD_PIMREG},
	{"hippi", unix.ARPHRD_HIPPI},
	{"ash", unix.ARPHRD_ASH},
	{"econet", unix.ARPHRD_ECONET},
	{"irda", unix.ARPHRD_IRDA},
	{"fcpp", unix.ARPHRD_FCPP},
	{"fcal", unix.ARPHRD_FCAL},
	{"ieee802_tr", unix.ARPHRD_IEEE802_TR},
	{"ieee80211", unix.ARPHRD_IEEE80211},
	{"ieee80211_prism", unix.ARPHRD_IEEE80211_PRISM},
	{"ieee80211_radiotap", unix.ARPHRD_IEEE80211_RADIOTAP},
	{"ieee802154", unix.ARPHRD_IEEE802154},
	{"phonet", unix.ARPHRD_PHONET},
	{"6lowpan", unix.ARPHRD_6LOWPAN},
	{"vsockmon", unix.ARPHRD_VSOCKMON},
	{"none", unix.ARPHRD_NONE},
	{"void", unix.ARPHRD_VOID},
}
