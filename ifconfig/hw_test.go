package ifconfig

import (
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// hwSession is a class and an address, and what is sent of them: the link type
// and the bytes in hex, "" where it is refused.
type hwSession struct{ class, addr, sent string }

// Every class whose addresses can be set, in its own syntax.
func TestHwClasses(t *testing.T) {
	for _, s := range []hwSession{
		{"ether", "02:11:22:33:44:55", "1 021122334455"},
		{"ether", "2:1:2:3:4:5", "1 020102030405"},
		{"ether", "021122334455", "1 021122334455"},
		{"ether", "021:12:23:34:45:56", "1 020112233445"},
		{"ether", "02:11:22:33:44:55xyz", "1 021122334455"},
		{"ether", "02:11:22:33:44:5:", "1 021122334405"},
		{"ether", "0A:bC:De", "1 0abcde"},
		{"ether", "''", "1 "},
		{"ether", "02::11:22:33:44", ""},
		{"ether", ":", ""},
		{"ether", "0g:11:22:33:44:55", ""},
		{"ether", "~02:11", ""},
		{"tr", "02:11:22:33:44:55", "6 021122334455"},
		{"tr", "2:11:22:33:44:55", ""},
		{"fddi", "02:11:22:33:44:55", "774 021122334455"},
		{"fddi", "021122334455", "774 021122334455"},
		{"fddi", "02:1", ""},
		{"fddi", "02-11-22-33-44-55", ""},
		{"hippi", "02:11:22", "780 021122"},
		{"hippi", "2", ""},
		{"arcnet", "a7", "7 a7"},
		{"arcnet", "a7xyz", "7 a7"},
		{"arcnet", "a", ""},
		{"ax25", "K1ABC", "3 966282848640"},
		{"ax25", "k1abc-15", "3 9662828486401e"},
		{"ax25", "-5", "3 4040404040400a"},
		{"ax25", "K1ABCDE", ""},
		{"ax25", "K1_", ""},
		{"netrom", "N0CALL-1", "0 9c6086829898" + "02"},
		{"netrom", "N0.CALL", ""},
		{"rose", "0123456789", "270 0123456789"},
		{"rose", "012345678", ""},
		{"rose", "01234567890", ""},
		{"x25", "1234", "271 31323334"},
		{"x25", "123456789012345", "271 3132333435363738393031323334"},
		{"x25", "1234/2", "271 313233"},
		{"x25", "1234/5", ""},
		{"x25", "''", ""},
		{"x25", "1234567890123456789", ""},
		{"tunnel", "10.0.0.1", ""},
		{"tunnel", "''", ""},
	} {
		want := session{args: "eth0 hw " + s.class + " " + s.addr + " mtu 1400", log: "SIOCSIFMTU eth0 1400"}
		if s.sent == "" {
			want.says, want.exit = words(s.addr)[0]+": invalid "+s.class+" address.\n", 1
		} else {
			kind, bytes, _ := strings.Cut(s.sent, " ")
			want.log = lines("SIOCSIFHWADDR eth0 "+kind+" "+bytes+strings.Repeat("0", 28-len(bytes)), want.log)
		}
		play(t, oneCard, []session{want})
	}
}

// A class without addresses takes its address along, if there is one.
func TestHwClassesWithoutHandler(t *testing.T) {
	for _, class := range []string{
		"loop", "slip", "cslip", "slip6", "cslip6", "adaptive", "ppp", "hdlc", "lapb", "dlci", "frad", "sit", "irda", "ec", "unspec",
	} {
		says := "hw address type `" + class + "' has no handler to set address. failed.\n"
		play(t, oneCard, []session{
			{args: "eth0 hw " + class, says: says, exit: 1},
			{args: "eth0 hw " + class + " up", says: says, exit: 1},
			{args: "eth0 hw " + class + " 1 up", log: up, says: says, exit: 1},
		})
	}
}

// What isn't a class is wrong use, and so is a class without its address.
func TestHwWrongUse(t *testing.T) {
	text := usage()
	for _, args := range []string{
		"eth0 up hw", "eth0 up hw Ether 1", "eth0 up hw eth 1", "eth0 up hw '' 1", "eth0 up hw ash 1", "eth0 up hw eui64 1",
		"eth0 up hw infiniband 1", "eth0 up hw strip 1", "eth0 up hw ether", "eth0 up hw tunnel", "eth0 up hw x25",
	} {
		play(t, oneCard, []session{{args: args, log: up, says: text, exit: 4}})
	}
}

// EBUSY alone has advice, and of this request alone.
func TestAdviceForABusyCard(t *testing.T) {
	for errno, says := range map[unix.Errno]string{
		unix.EBUSY:         "SIOCSIFHWADDR: Device or resource busy - you may need to down the interface\n",
		unix.EINVAL:        "SIOCSIFHWADDR: Invalid argument\n",
		unix.EADDRNOTAVAIL: "SIOCSIFHWADDR: Cannot assign requested address\n",
		unix.EOPNOTSUPP:    "SIOCSIFHWADDR: Operation not supported\n",
	} {
		k := oneCard()
		k.Fail("SIOCSIFHWADDR", errno)
		k.Fail("SIOCSIFMTU", unix.EBUSY)
		got := start(k, etc(), "eth0", "hw", "ether", "2", "mtu", "1")
		if want := says + "SIOCSIFMTU: Device or resource busy\n1\n"; got.String() != want {
			t.Errorf("%v: %s", errno, got)
		}
	}
}

// Linux up to 6.1 renames no card that is up: the classic message, and what comes behind
// it on the line is done to the card by its old name.
func TestRenameOfACardThatIsUp(t *testing.T) {
	k := oneCard()
	k.Fail("SIOCSIFNAME", unix.EBUSY)
	got := start(k, etc(), "eth0", "name", "wan0", "mtu", "1400")
	if want := "SIOCSIFNAME: Device or resource busy\n1\n"; got.String() != want {
		t.Errorf("%s", got)
	}
	if !strings.Contains(k.Changes(), "SIOCSIFMTU eth0 1400") {
		t.Error(k.Changes())
	}
}
