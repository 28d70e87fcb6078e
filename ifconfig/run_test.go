package ifconfig

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// session is a command line, what the kernel is told and what is printed.
type session struct {
	args string
	log  string // of changes, a line each
	says string // stderr
	exit int
}

// words splits a command line; ” is an empty word and ~ a blank within one.
func words(line string) []string {
	list := strings.Fields(line)
	for i, w := range list {
		if w == "''" {
			list[i] = ""
		} else {
			list[i] = strings.ReplaceAll(w, "~", " ")
		}
	}
	return list
}

func lines(list ...string) string { return strings.Join(list, "\n") }

// play runs each session on a fresh kernel made by make.
func play(t *testing.T, make func() *ioctltest.Kernel, sessions []session) {
	t.Helper()
	for _, s := range sessions {
		t.Run(s.args, func(t *testing.T) {
			k := make()
			got := start(k, etc(), words(s.args)...)
			want := session{s.args, s.log, s.says, s.exit}
			have := session{s.args, changes(k), got.says(s.says), got.status}
			if diff := cmp.Diff(want, have, cmp.AllowUnexported(session{})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if got.stdout.Len() > 0 {
				t.Errorf("stdout: %q", got.stdout.String())
			}
		})
	}
}

// says is stderr without the reason in front of a usage text, where want doesn't
// say which it is.
func (t *terminal) says(want string) string {
	text := t.stderr.String()
	if reason, rest, ok := strings.Cut(text, "\n"); ok && rest == want && rest == usage() && strings.HasPrefix(reason, "ifconfig: ") {
		return rest
	}
	return text
}

func oneCard() *ioctltest.Kernel { return newKernel("eth0") }

// upCard is a card that is up and has an address.
func upCard() *ioctltest.Kernel {
	k := newKernel("eth0")
	start(k, etc(), "eth0", "10.0.0.1", "netmask", "255.255.255.0")
	k.Forget()
	return k
}

const up = "SIOCSIFFLAGS eth0 UP|BROADCAST|RUNNING|MULTICAST"

func TestAddress(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 10.0.0.1", log: lines("SIOCSIFADDR eth0 10.0.0.1", up)},
		{args: "eth0 nine", log: lines("SIOCSIFADDR eth0 10.0.0.9", up)},
		{args: "eth0 loopback", log: lines("SIOCSIFADDR eth0 127.0.0.0", up)},
		{args: "eth0 default", log: lines("SIOCSIFADDR eth0 0.0.0.0", up)},
		{args: "eth0 10.0.0.1/24", log: lines("SIOCSIFADDR eth0 10.0.0.1", up, "SIOCSIFNETMASK eth0 255.255.255.0")},
		{args: "eth0 10.0.0.1/32", log: lines("SIOCSIFADDR eth0 10.0.0.1", up, "SIOCSIFNETMASK eth0 255.255.255.255")},
		{args: "eth0 10.0.0.1/0", log: lines("SIOCSIFADDR eth0 10.0.0.1", up, "SIOCSIFNETMASK eth0 0.0.0.0")},
		{args: "eth0 10.0.0.1/0x10 mtu 1400", log: lines("SIOCSIFADDR eth0 10.0.0.1", up, "SIOCSIFMTU eth0 1400", "SIOCSIFNETMASK eth0 255.255.0.0")},
		{args: "eth0 10.0.0.1/24 10.0.0.2/16", log: lines("SIOCSIFADDR eth0 10.0.0.1", up, "SIOCSIFADDR eth0 10.0.0.2", up, "SIOCSIFNETMASK eth0 255.255.0.0")},
		{args: "eth0 10.0.0.1/8 netmask 255.255.0.0", log: lines("SIOCSIFADDR eth0 10.0.0.1", up, "SIOCSIFNETMASK eth0 255.255.0.0", "SIOCSIFNETMASK eth0 255.0.0.0")},
		{args: "eth0 inet 10.0.0.1", log: lines("SIOCSIFADDR eth0 10.0.0.1", up)},
		{args: "eth0:1 10.0.0.1", log: lines("SIOCSIFADDR eth0:1 10.0.0.1", "SIOCSIFFLAGS eth0:1 UP|BROADCAST|RUNNING|MULTICAST")},
		{args: "eth0:1- 10.0.0.1", log: "SIOCSIFADDR eth0:1- 10.0.0.1"},
		{args: "eth0:0 0.0.0.0", log: lines("SIOCSIFADDR eth0:0 0.0.0.0", "SIOCSIFFLAGS eth0:0 UP|BROADCAST|RUNNING|MULTICAST"),
			says: "SIOCSIFFLAGS: Cannot assign requested address\n", exit: 255},
		{args: "nosuch 10.0.0.1", log: "SIOCSIFADDR nosuch 10.0.0.1",
			says: "SIOCSIFADDR: No such device\nnosuch: ERROR while getting interface flags: No such device\n", exit: 255},
		{args: "eth0:abcdefghijklmn 10.0.0.1", log: lines("SIOCSIFADDR eth0:abcdefghij 10.0.0.1", "SIOCSIFFLAGS eth0:abcdefghij UP|BROADCAST|RUNNING|MULTICAST")},
	})
}

const help = "ifconfig: `--help' gives usage information.\n"

func TestBadAddressEndsTheCommand(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 frob up", says: "frob: Unknown host\n" + help, exit: 1},
		{args: "eth0 -a", says: "-a: Unknown host\n" + help, exit: 1},
		{args: "eth0 '' up", says: "Unknown host\n" + help, exit: 1},
		{args: "eth0 /24", says: "Unknown host\n" + help, exit: 1},
		{args: "eth0 up frob/24 down", log: up, says: "frob: Unknown host\n" + help, exit: 1},
		{args: "eth0 10.0.0.1/24 frob", log: lines("SIOCSIFADDR eth0 10.0.0.1", up), says: "frob: Unknown host\n" + help, exit: 1},
		{args: "eth0 inet,inet6 up", says: "Please don't supply more than one address family.\ninet,inet6: Unknown host\n" + help, exit: 1},
		{args: "eth0 inet6 fe80::5", says: "Don't know how to set addresses for family 10.\n", exit: 1},
		{args: "eth0 inet6 fe80::5/64", says: "getaddrinfo: fe80::5/64: -2\nfe80::5/64: Unknown host\n" + help, exit: 1},
		{args: "eth0 ax25 K1ABC", says: "Don't know how to set addresses for family 3.\n", exit: 1},
		{args: "eth0 ax25 K1ABC_", says: "K1ABC_: Invalid callsign\n" + help, exit: 1},
		{args: "eth0 netrom K1ABCDE", says: "K1ABCDE: Callsign too long\n" + help, exit: 1},
		{args: "eth0 rose 12", says: "12: Node address must be ten digits\n" + help, exit: 1},
		{args: "eth0 rose 0123456789", says: "Don't know how to set addresses for family 11.\n", exit: 1},
		{args: "eth0 x25 1234567890123456789", says: "1234567890123456789: Address can't exceed eighteen digits with sigdigits\n" + help, exit: 1},
		{args: "eth0 x25 1234/9", says: "1234/9: Invalid address\n" + help, exit: 1},
		{args: "eth0 x25 1234", says: "Don't know how to set addresses for family 9.\n", exit: 1},
		{args: "eth0 ec 1.2", says: "No support for ECONET on this system.\n", exit: 1},
		{args: "eth0 unix 10.0.0.1", says: "ifconfig: Cannot set address for this protocol family.\n", exit: 1},
		{args: "eth0 ddp 10.0.0.1", says: "ifconfig: Cannot set address for this protocol family.\n", exit: 1},
	})
}

// TestLongAddress is text that the originals' buffer doesn't hold: the rest of
// it is lost, the colon that makes an IPv6 address is not.
func TestLongAddress(t *testing.T) {
	kept := strings.Repeat("a", 127)
	long := kept + "bcd"
	octal := strings.Repeat("0", 126) + "7"
	says := kept + ": Unknown host\n"
	play(t, oneCard, []session{
		{args: "eth0 " + long, says: says + help, exit: 1},
		{args: "eth0 " + octal + "7/33", log: lines("SIOCSIFADDR eth0 0.0.0.7", up)},
		{args: "eth0 netmask " + long, says: says, exit: 1},
		{args: "eth0 broadcast " + long, says: says, exit: 1},
		{args: "eth0 dstaddr " + long, says: says, exit: 1},
		{args: "eth0 pointopoint " + long, says: says, exit: 1},
		{args: "eth0 add " + long, says: says, exit: 1},
		{args: "eth0 del " + long, says: says, exit: 1},
		{args: "eth0 add " + long + ":", says: kept + ": Resolver Error 0 (no error)\n", exit: 1},
		{args: "eth0 tunnel " + long, says: kept + ": Resolver Error 0 (no error)\n", exit: 1},
		{args: "eth0 hw rose " + long, says: kept + ": invalid rose address.\n", exit: 1},
		{args: "eth0 inet6 " + long, says: "getaddrinfo: " + kept + ": -2\n" + says + help, exit: 1},
		{args: "eth0 ipx netmask " + long, says: "ifconfig: Error resolving '" + kept + "' for netmask\n", exit: 1},
	})
}

func TestFamilyWithoutSocket(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 inet"},
		{args: "eth0 ipx"},
		{args: "eth0 ipx up", says: "eth0: ERROR while getting interface flags: Bad file descriptor\n", exit: 255},
		{args: "eth0 ax25 mtu 1400", says: "SIOCSIFMTU: Bad file descriptor\n", exit: 1},
		{args: "eth0 inet6 mtu 1400", log: "SIOCSIFMTU eth0 1400"},
	})
}

// TestUsage has every wrong use. The text is checked elsewhere.
func TestUsage(t *testing.T) {
	for _, line := range []string{
		"eth0 mtu", "eth0 metric", "eth0 netmask", "eth0 dstaddr", "eth0 add", "eth0 del", "eth0 tunnel", "eth0 hw",
		"eth0 hw ether", "eth0 hw frob 1", "eth0 txqueuelen", "eth0 mem_start", "eth0 io_addr", "eth0 irq", "eth0 media",
		"eth0 port", "eth0 keepalive", "eth0 outfill", "eth0 name",
		"eth0 10.0.0.1/33", "eth0 10.0.0.1/-1", "eth0 10.0.0.1/", "eth0 10.0.0.1/8x",
		"eth0 add fe80::1/129", "eth0 add fe80::1/-1", "eth0 del fe80::1/129", "eth0 tunnel ::1.2.3.4/129",
		"-h", "-?", "-help", "--help", "-a -h", "-h eth0",
	} {
		k := oneCard()
		got := start(k, etc(), words(line)...)
		if got.status != 4 || !strings.HasPrefix(got.says(usage()), "Usage: ifconfig ") || got.stdout.Len() > 0 {
			t.Errorf("%s: %s", line, got)
		}
		if changes(k) != "" {
			t.Errorf("%s: the kernel was told %s", line, k)
		}
	}
}

func TestWhatWasDoneStaysDone(t *testing.T) {
	for line, log := range map[string]string{
		"eth0 up mtu":                           up,
		"eth0 up netmask 255.0.0.0 netmask 1":   lines(up, "SIOCSIFNETMASK eth0 255.0.0.0"),
		"eth0 netmask 255.0.0.0 10.0.0.1/24 up": "SIOCSIFNETMASK eth0 255.0.0.0",
		"eth0 10.0.0.1/24 hw frob 1 mtu 1400":   lines("SIOCSIFADDR eth0 10.0.0.1", up),
	} {
		k := oneCard()
		got := start(k, etc(), words(line)...)
		if changes(k) != log || got.status != 4 {
			t.Errorf("%s: exit %d, log\n%s", line, got.status, k)
		}
	}
}

func TestFlagWords(t *testing.T) {
	const still = "Warning: Interface eth0 still in "
	play(t, oneCard, []session{
		{args: "eth0 up", log: up},
		{args: "eth0 down", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST"},
		{args: "eth0 arp", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST"},
		{args: "eth0 -arp", log: "SIOCSIFFLAGS eth0 BROADCAST|NOARP|MULTICAST"},
		{args: "eth0 trailers", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST"},
		{args: "eth0 -trailers", log: "SIOCSIFFLAGS eth0 BROADCAST|NOTRAILERS|MULTICAST"},
		{args: "eth0 promisc", log: "SIOCSIFFLAGS eth0 BROADCAST|PROMISC|MULTICAST"},
		{args: "eth0 -promisc", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST"},
		{args: "eth0 multicast", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST"},
		{args: "eth0 -multicast", log: "SIOCSIFFLAGS eth0 BROADCAST"},
		{args: "eth0 allmulti", log: "SIOCSIFFLAGS eth0 BROADCAST|ALLMULTI|MULTICAST"},
		{args: "eth0 -allmulti", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST", says: still + "ALLMULTI mode.\n"},
		{args: "eth0 dynamic", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST|DYNAMIC"},
		{args: "eth0 -dynamic", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST", says: still + "DYNAMIC mode.\n"},
		{args: "eth0 broadcast", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST"},
		{args: "eth0 -broadcast", log: "SIOCSIFFLAGS eth0 MULTICAST", says: still + "BROADCAST mode.\n"},
		{args: "eth0 pointopoint", log: "SIOCSIFFLAGS eth0 BROADCAST|POINTOPOINT|MULTICAST"},
		{args: "eth0 -pointopoint", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST", says: still + "POINTOPOINT mode.\n"},
		{args: "eth0 pointtopoint", log: "SIOCSIFFLAGS eth0 BROADCAST|POINTOPOINT|MULTICAST"},
		{args: "eth0 -pointtopoint", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST", says: still + "POINTOPOINT mode.\n"},
		{args: "nosuch up", says: "nosuch: ERROR while getting interface flags: No such device\n", exit: 255},
		{args: "nosuch -promisc", says: "nosuch: ERROR while getting interface flags: No such device\nnosuch: ERROR while testing interface flags: No such device\n", exit: 255},
		{args: "eth0:0 down", log: "SIOCSIFFLAGS eth0:0 BROADCAST|MULTICAST", says: "SIOCSIFFLAGS: Cannot assign requested address\n", exit: 255},
	})
}

func TestPromiscuousModeThatStays(t *testing.T) {
	k := oneCard()
	k.Interface("eth0").Flags |= ioctl.FlagPromisc
	k.Fail("SIOCSIFFLAGS", unix.EPERM)
	got := start(k, etc(), "eth0", "-promisc")
	const want = "SIOCSIFFLAGS: Operation not permitted\n" +
		"Warning: Interface eth0 still in promisc mode... maybe other application is running?\n255\n"
	if got.String() != want {
		t.Errorf("got %s", got)
	}
}

func TestValueWords(t *testing.T) {
	play(t, upCard, []session{
		{args: "eth0 mtu 1400", log: "SIOCSIFMTU eth0 1400"},
		{args: "eth0 mtu 1400abc", log: "SIOCSIFMTU eth0 1400"},
		{args: "eth0 mtu 0x578", log: "SIOCSIFMTU eth0 0"},
		{args: "eth0 mtu -5", log: "SIOCSIFMTU eth0 -5"},
		{args: "eth0 mtu 99999999999", log: "SIOCSIFMTU eth0 1215752191"},
		{args: "eth0 metric 0", log: "SIOCSIFMETRIC eth0 0", says: "SIOCSIFMETRIC: Operation not supported\n", exit: 1},
		{args: "eth0 txqueuelen 0x10", log: "SIOCSIFTXQLEN eth0 16"},
		{args: "eth0 txqueuelen 4294967296", log: "SIOCSIFTXQLEN eth0 0"},
		{args: "eth0 keepalive 5 outfill 6", log: lines("SIOCSKEEPALIVE eth0 5", "SIOCSOUTFILL eth0 6")},
		{args: "eth0 mem_start 0xc0000", log: "SIOCSIFMAP eth0 {MemStart:786432 MemEnd:0 BaseAddr:0 IRQ:0 DMA:0 Port:0}"},
		{args: "eth0 io_addr 0x10300", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:768 IRQ:0 DMA:0 Port:0}"},
		{args: "eth0 io_addr 0x8000000000000300", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:65535 IRQ:0 DMA:0 Port:0}"},
		{args: "eth0 irq 261", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:0 IRQ:5 DMA:0 Port:0}"},
		{args: "eth0 irq 0x10", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:0 IRQ:0 DMA:0 Port:0}"},
		{args: "eth0 media aui", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:0 IRQ:0 DMA:0 Port:3}"},
		{args: "eth0 port 5", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:0 IRQ:0 DMA:0 Port:5}"},
		{args: "eth0 media ''", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:0 IRQ:0 DMA:0 Port:0}"},
		{args: "eth0 media 3x", says: "Unknown media type.\n", exit: 1},
		{args: "eth0 media 4294967295", says: "Unknown media type.\n", exit: 1},
		{args: "eth0 media -1", says: "Unknown media type.\n", exit: 1},
		{args: "eth0 media AUTO", log: "SIOCSIFFLAGS eth0 UP|BROADCAST|RUNNING|MULTICAST", says: "AUTO: Unknown host\n" + help, exit: 1},
		{args: "eth0 name wan0 mtu 1400", log: lines("SIOCSIFNAME eth0 wan0", "SIOCSIFMTU eth0 1400"), says: "SIOCSIFMTU: No such device\n", exit: 1},
		{args: "nosuch mtu 1400", log: "SIOCSIFMTU nosuch 1400", says: "SIOCSIFMTU: No such device\n", exit: 1},
		{args: "nosuch irq 5", says: "irq: SIOCGIFMAP: No such device\n", exit: 1},
		{args: "nosuch mem_start 5", says: "mem_start: SIOCGIFMAP: No such device\n", exit: 1},
		{args: "nosuch io_addr 5", says: "io_addr: SIOCGIFMAP: No such device\n", exit: 1},
		{args: "nosuch media 1", says: "port: SIOCGIFMAP: No such device\n", exit: 1},
		{args: "nosuch name x", log: "SIOCSIFNAME nosuch x", says: "SIOCSIFNAME: No such device\n", exit: 1},
	})
}

func TestRefusedMap(t *testing.T) {
	play(t, func() *ioctltest.Kernel {
		k := oneCard()
		k.Fail("SIOCSIFMAP", unix.EOPNOTSUPP)
		return k
	}, []session{{
		args: "eth0 io_addr 1", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:1 IRQ:0 DMA:0 Port:0}",
		says: "io_addr: SIOCSIFMAP: Operation not supported\n", exit: 1,
	}})
}

func TestAddressWords(t *testing.T) {
	play(t, upCard, []session{
		{args: "eth0 netmask 255.255.0.0", log: "SIOCSIFNETMASK eth0 255.255.0.0"},
		{args: "eth0 netmask 0xffff0000", log: "SIOCSIFNETMASK eth0 255.255.0.0"},
		{args: "eth0 netmask frob netmask 255.0.0.0", log: "SIOCSIFNETMASK eth0 255.0.0.0", says: "frob: Unknown host\n", exit: 1},
		{args: "eth0 broadcast 10.0.0.255", log: lines("SIOCSIFBRDADDR eth0 10.0.0.255", up)},
		{args: "eth0 broadcast up", says: "up: Unknown host\n", exit: 1},
		{args: "eth0 dstaddr 10.0.0.2", log: "SIOCSIFDSTADDR eth0 10.0.0.2"},
		{args: "eth0 dstaddr frob mtu 1400", log: "SIOCSIFMTU eth0 1400", says: "frob: Unknown host\n", exit: 1},
		{args: "eth0 pointopoint 10.0.0.2", log: lines("SIOCSIFDSTADDR eth0 10.0.0.2", "SIOCSIFFLAGS eth0 UP|BROADCAST|POINTOPOINT|RUNNING|MULTICAST")},
		{args: "eth0 pointopoint default", says: "default: Resolver Error 0 (no error)\n", exit: 1},
		{args: "eth0 ipx broadcast frob", says: "ifconfig: Error resolving 'frob' for broadcast\n", exit: 1},
		{args: "eth0 ipx netmask frob", says: "ifconfig: Error resolving 'frob' for netmask\n", exit: 1},
		{args: "eth0 ipx dstaddr frob", says: "ifconfig: Error resolving 'frob' for dstaddr\n", exit: 1},
		{args: "eth0 ipx pointtopoint frob", says: "ifconfig: Error resolving 'frob' for pointopoint\n", exit: 1},
		{args: "nosuch dstaddr 10.0.0.2", log: "SIOCSIFDSTADDR nosuch 10.0.0.2", says: "SIOCSIFDSTADDR: No such device\n", exit: 1},
		{args: "eth0:7 broadcast 10.0.0.255", log: lines("SIOCSIFBRDADDR eth0:7 10.0.0.255", "SIOCSIFFLAGS eth0:7 UP|BROADCAST|RUNNING|MULTICAST"),
			says: "SIOCSIFBRDADDR: Cannot assign requested address\nSIOCSIFFLAGS: Cannot assign requested address\n", exit: 255},
	})
}

func TestHardwareAddress(t *testing.T) {
	const sent = "SIOCSIFHWADDR eth0 1 "
	play(t, oneCard, []session{
		{args: "eth0 hw ether 02:01:02:03:04:05", log: sent + "0201020304050000000000000000"},
		{args: "eth0 hw ether 021122", log: sent + "0211220000000000000000000000"},
		{args: "eth0 hw tr 02:01:02:03:04:05", log: "SIOCSIFHWADDR eth0 6 0201020304050000000000000000"},
		{args: "eth0 hw ether 02-11-22-33-44-55 mtu 1400", log: "SIOCSIFMTU eth0 1400", says: "02-11-22-33-44-55: invalid ether address.\n", exit: 1},
		{args: "eth0 hw ppp x mtu 1400", log: "SIOCSIFMTU eth0 1400", says: "hw address type `ppp' has no handler to set address. failed.\n", exit: 1},
		{args: "eth0 hw unspec", says: "hw address type `unspec' has no handler to set address. failed.\n", exit: 1},
	})
}

func TestBusyHardwareAddress(t *testing.T) {
	play(t, func() *ioctltest.Kernel {
		k := oneCard()
		k.Fail("SIOCSIFHWADDR", unix.EBUSY)
		return k
	}, []session{{
		args: "eth0 hw ether 02:00", log: "SIOCSIFHWADDR eth0 1 0200000000000000000000000000",
		says: "SIOCSIFHWADDR: Device or resource busy - you may need to down the interface\n", exit: 1,
	}})
}

func TestInet6Words(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 add 2001:db8::1/64", log: "SIOCSIFADDR #7 2001:db8::1/64"},
		{args: "eth0 add 2001:db8::1", log: "SIOCSIFADDR #7 2001:db8::1/128"},
		{args: "eth0 add 2001:db8::1/64x", log: "SIOCSIFADDR #7 2001:db8::1/64"},
		{args: "eth0 add 2001:db8::1/", log: "SIOCSIFADDR #7 2001:db8::1/0"},
		{args: "eth0 inet6 add 2001:db8::1/64", log: "SIOCSIFADDR #7 2001:db8::1/64"},
		{args: "eth0 del 2001:db8::1/64", log: "SIOCDIFADDR #7 2001:db8::1/64"},
		{args: "-v eth0 del 2001:db8::1/64", log: "SIOCDIFADDR #7 2001:db8::1/64", says: "now deleting: ioctl(SIOCDIFADDR,{ifindex=7,prefixlen=64})\n"},
		{args: "eth0 tunnel ::10.0.0.2/96", log: "SIOCSIFDSTADDR #7 ::a00:2/96"},
		{args: "eth0 tunnel 1.2.3.4", says: "1.2.3.4: Resolver Error 0 (no error)\n", exit: 1},
		{args: "eth0 tunnel ''", says: "Resolver Error 0 (no error)\n", exit: 1},
		{args: "eth0 add fe80::g up", log: up, says: "fe80::g: Resolver Error 0 (no error)\n", exit: 1},
		{args: "eth0 broadcast frob add fe80::g", says: "frob: Unknown host\nfe80::g: Unknown host\n", exit: 1},
		{args: "nosuch add fe80::1", says: "SIOGIFINDEX: No such device\n", exit: 1},
	})
}

func TestInet6WithoutASocket(t *testing.T) {
	k := oneCard()
	k.NoInet6 = true
	got := start(k, etc(), "eth0", "add", "fe80::1", "up")
	if want := "No support for INET6 on this system.\n1\n"; got.String() != want || changes(k) != up {
		t.Errorf("%s%s", got, k)
	}
}

func TestAccumulator(t *testing.T) {
	for line, status := range map[string]int{
		"nosuch up":                      255,
		"nosuch mtu 1":                   1,
		"nosuch up mtu 1":                1,
		"nosuch mtu 1 up":                255,
		"nosuch netmask 255.0.0.0":       1,
		"nosuch up netmask 255.0.0.0":    255,
		"nosuch up netmask frob":         1,
		"nosuch mtu 1 netmask 255.0.0.0": 1,
	} {
		if got := start(oneCard(), etc(), words(line)...); got.status != status {
			t.Errorf("%s: exit %d, want %d", line, got.status, status)
		}
		got := start(oneCard(), etc(), append([]string{"-v"}, words(line)...)...)
		want := "WARNING: at least one error occured. ("
		if !strings.Contains(got.stderr.String(), want) {
			t.Errorf("-v %s: %s", line, got)
		}
	}
}

// Wrong use is told by its reason, in one line, and then how it's used.
func TestReasonsOfWrongUse(t *testing.T) {
	for line, want := range map[string]string{
		"eth0 10.0.0.1/33":                 "10.0.0.1/33: the prefix length isn't one from 0 to 32",
		"eth0 2001:db8::1/64":              "2001:db8::1/64: an IPv6 address needs `inet6' or `add' in front",
		"eth0 add 2001:db8::1/129":         "2001:db8::1/129: the prefix length isn't one from 0 to 128",
		"eth0 netmask 255.0.0.0 1.1.1.1/8": "1.1.1.1/8: a netmask was given before",
		"eth0 netmask 255.0.0.0 netmask x": "netmask x: a netmask was given before",
		"eth0 netmask":                     "netmask needs a value",
		"eth0 mtu":                         "mtu needs a value",
		"eth0 media":                       "media needs a value",
		"eth0 hw ether":                    "hw ether needs a value",
		"eth0 hw frob 1":                   "hw frob: no such hardware class",
	} {
		got := start(upCard(), etc(), words(line)...)
		if got.stderr.String() != "ifconfig: "+want+"\n"+usage() || got.status != 4 {
			t.Errorf("%s: %s", line, got)
		}
	}
	if got := start(oneCard(), etc(), "-h"); got.stderr.String() != usage() {
		t.Errorf("help has no reason: %s", got)
	}
}
