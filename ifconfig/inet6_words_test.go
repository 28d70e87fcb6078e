package ifconfig

import (
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl/ioctltest"
)

// inet6Words are the words that take an IPv6 address, with their requests.
var inet6Words = map[string]string{"add": "SIOCSIFADDR", "del": "SIOCDIFADDR", "tunnel": "SIOCSIFDSTADDR"}

// The prefix length is what atol makes of the text behind the slash; without a
// slash it is 128.
func TestInet6Prefixes(t *testing.T) {
	for word, request := range inet6Words {
		for length, want := range map[string]string{
			"": "/128", "/": "/0", "/0": "/0", "/1": "/1", "/64": "/64", "/128": "/128", "/064": "/64", "/+64": "/64", "/~64": "/64",
			"/64x": "/64", "/64/65": "/64", "/abc": "/0", "/0x40": "/0", "/-0": "/0",
		} {
			play(t, oneCard, []session{{args: "eth0 " + word + " 2001:db8::1" + length, log: request + " #7 2001:db8::1" + want}})
		}
		for _, length := range []string{"/129", "/-1", "/1000", "/4294967296", "/99999999999999999999"} {
			play(t, oneCard, []session{{args: "eth0 up " + word + " 2001:db8::1" + length + " mtu 1400", log: up, says: usage(), exit: 4}})
		}
	}
}

// An address is a literal of RFC 4291 and nothing else.
func TestInet6Literals(t *testing.T) {
	for text, want := range map[string]string{
		"::": "::", "::1": "::1", "fe80::1": "fe80::1", "FE80::A": "fe80::a", "1:2:3:4:5:6:7:8": "1:2:3:4:5:6:7:8",
		"::ffff:1.2.3.4": "::ffff:1.2.3.4", "::1.2.3.4": "::102:304", "1::": "1::",
	} {
		play(t, oneCard, []session{{args: "eth0 add " + text, log: "SIOCSIFADDR #7 " + want + "/128"}})
	}
	for _, text := range []string{":", ":::", "fe80::1%eth0", "fe80::g", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1.2.3", "localhost:", "~::1", "12345::"} {
		play(t, oneCard, []session{{args: "eth0 add " + text + " up", log: up, says: words(text)[0] + ": Resolver Error 0 (no error)\n", exit: 1}})
	}
	play(t, oneCard, []session{
		{args: "eth0 add ::g/64", says: "::g: Resolver Error 0 (no error)\n", exit: 1},
		{args: "eth0 add /:", says: "Resolver Error 0 (no error)\n", exit: 1},
	})
}

// A label's addresses are its device's; the interface isn't set up.
func TestInet6Names(t *testing.T) {
	for word, request := range inet6Words {
		play(t, oneCard, []session{
			{args: "eth0:0 " + word + " ::1", log: request + " #7 ::1/128"},
			{args: "nosuch " + word + " ::1 up", says: "SIOGIFINDEX: No such device\nnosuch: ERROR while getting interface flags: No such device\n", exit: 255},
		})
	}
}

// What is refused is told by the errno's text, and the next word is done.
func TestInet6Refused(t *testing.T) {
	for word, request := range inet6Words {
		for errno, text := range map[unix.Errno]string{
			unix.EEXIST: "File exists", unix.EADDRNOTAVAIL: "Cannot assign requested address", unix.EACCES: "Permission denied",
			unix.ENODEV: "No such device", unix.EINVAL: "Invalid argument",
		} {
			k := oneCard()
			k.Fail(request, errno)
			got := start(k, etc(), "eth0", word, "::1/64", "up")
			if got.String() != request+": "+text+"\n1\n" || changes(k) != lines(request+" #7 ::1/64", up) {
				t.Errorf("%s, %v: %s%s", word, errno, got, k)
			}
		}
	}
}

// Only del has a word for -v.
func TestInet6Verbose(t *testing.T) {
	play(t, oneCard, []session{
		{args: "-v eth0 add ::1/64", log: "SIOCSIFADDR #7 ::1/64"},
		{args: "-v eth0 tunnel ::1/64", log: "SIOCSIFDSTADDR #7 ::1/64"},
		{args: "-v eth0 del ::1", log: "SIOCDIFADDR #7 ::1/128", says: "now deleting: ioctl(SIOCDIFADDR,{ifindex=7,prefixlen=128})\n"},
		{args: "-v nosuch del ::1", says: "SIOGIFINDEX: No such device\nWARNING: at least one error occured. (1)\n", exit: 1},
	})
}

// Without IPv6 each such word says so.
func TestInet6Missing(t *testing.T) {
	for word := range inet6Words {
		play(t, func() *ioctltest.Kernel { k := oneCard(); k.NoInet6 = true; return k }, []session{
			{args: "eth0 " + word + " ::1 mtu 1400", log: "SIOCSIFMTU eth0 1400", says: "No support for INET6 on this system.\n", exit: 1},
			{args: "eth0 " + word + " ::1/129", says: usage(), exit: 4},
			{args: "eth0 " + word + " ::g", says: "::g: Resolver Error 0 (no error)\n", exit: 1},
		})
	}
}
