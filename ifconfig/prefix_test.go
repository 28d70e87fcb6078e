package ifconfig

import (
	"fmt"
	"testing"

	"golang.org/x/sys/unix"
)

// setUp is what an address does before its mask.
func setUp(name, addr string) string {
	return lines("SIOCSIFADDR "+name+" "+addr, "SIOCSIFFLAGS "+name+" UP|BROADCAST|RUNNING|MULTICAST")
}

// Each length is the mask that it says.
func TestPrefixLengths(t *testing.T) {
	for n := range 33 {
		mask := ^uint32(0) << (32 - n)
		quad := fmt.Sprintf("%d.%d.%d.%d", mask>>24, mask>>16&255, mask>>8&255, mask&255)
		for _, form := range []string{"eth0 10.0.0.1/%d", "eth0 10.0.0.1/0x%x", "eth0 10.0.0.1/0%o", "eth0 10.0.0.1/+%d", "eth0 10.0.0.1/~%d"} {
			play(t, oneCard, []session{{args: fmt.Sprintf(form, n), log: lines(setUp("eth0", "10.0.0.1"), "SIOCSIFNETMASK eth0 "+quad)}})
		}
	}
}

// Any other length is wrong use, of which nothing is done; the words before it
// are.
func TestPrefixThatIsNone(t *testing.T) {
	for _, length := range []string{"", "33", "-1", "24x", "x", "24/24", "0x", "08", "4294967328", "99999999999999999999", " ", "24 "} {
		k := oneCard()
		got := start(k, etc(), "eth0", "up", "10.0.0.1/"+length, "mtu", "1400")
		if got.status != 4 || got.says(usage()) != usage() || changes(k) != up {
			t.Errorf("/%s: %s%s", length, got, k)
		}
	}
}

// The mask is the last thing that is done, on the name that was given.
func TestMaskIsSetLast(t *testing.T) {
	const mask8, mask16 = "SIOCSIFNETMASK eth0 255.0.0.0", "SIOCSIFNETMASK eth0 255.255.0.0"
	play(t, oneCard, []session{
		{args: "eth0 10.0.0.1/8 mtu 1400", log: lines(setUp("eth0", "10.0.0.1"), "SIOCSIFMTU eth0 1400", mask8)},
		{args: "eth0 10.0.0.1/8 down", log: lines(setUp("eth0", "10.0.0.1"), "SIOCSIFFLAGS eth0 BROADCAST|RUNNING|MULTICAST", mask8)},
		{args: "eth0 10.0.0.1/8 10.0.0.2/16", log: lines(setUp("eth0", "10.0.0.1"), setUp("eth0", "10.0.0.2"), mask16)},
		{args: "eth0 10.0.0.1/8 10.0.0.2", log: lines(setUp("eth0", "10.0.0.1"), setUp("eth0", "10.0.0.2"), mask8)},
		{args: "eth0 10.0.0.1/8 netmask 255.255.0.0", log: lines(setUp("eth0", "10.0.0.1"), mask16, mask8)},
		{args: "eth0:1 10.0.0.1/8", log: lines(setUp("eth0:1", "10.0.0.1"), "SIOCSIFNETMASK eth0:1 255.0.0.0")},
		{args: "eth0 nine/8", log: lines(setUp("eth0", "10.0.0.9"), mask8)},
		{args: "eth0 10.0.0.1/8 frob", log: setUp("eth0", "10.0.0.1"), says: "frob: Unknown host\n" + help, exit: 1},
		{args: "eth0 10.0.0.1/8 mtu", log: setUp("eth0", "10.0.0.1"), says: usage(), exit: 4},
		{args: "eth0 10.0.0.1/8 ec 1", log: setUp("eth0", "10.0.0.1"), says: "ec: Unknown host\n" + help, exit: 1},
	})
}

// A netmask that was understood forbids a prefix behind it, and another netmask.
func TestMaskTwice(t *testing.T) {
	const mask = "SIOCSIFNETMASK eth0 255.0.0.0"
	play(t, upCard, []session{
		{args: "eth0 netmask 255.0.0.0 10.0.0.2/8", log: mask, says: usage(), exit: 4},
		{args: "eth0 netmask 255.0.0.0 netmask 255.0.0.0", log: mask, says: usage(), exit: 4},
		{args: "eth0 netmask 255.0.0.0 10.0.0.2", log: lines(mask, setUp("eth0", "10.0.0.2"))},
		{args: "eth0 netmask frob netmask 255.0.0.0", log: mask, says: "frob: Unknown host\n", exit: 1},
		{args: "eth0 netmask frob 10.0.0.2/8", log: lines(setUp("eth0", "10.0.0.2"), mask), says: "frob: Unknown host\n", exit: 1},
		{args: "eth0 netmask default", log: "SIOCSIFNETMASK eth0 0.0.0.0"},
	})
}

// A mask that the kernel refuses leaves 255 as it is, when it is set last too.
func TestRefusedMaskKeepsTheStatus(t *testing.T) {
	for args, want := range map[string]string{
		"eth0 10.0.0.1/8":    "SIOCSIFNETMASK: Invalid argument\n1\n",
		"-v eth0 10.0.0.1/8": "SIOCSIFNETMASK: Invalid argument\nWARNING: at least one error occured. (1)\n1\n",
		"eth0:9 down 10.0.0.1/8": "SIOCSIFFLAGS: Cannot assign requested address\n" +
			"SIOCSIFNETMASK: Invalid argument\n255\n",
		"eth0:9 down netmask 255.0.0.0": "SIOCSIFFLAGS: Cannot assign requested address\n" +
			"SIOCSIFNETMASK: Invalid argument\n255\n",
	} {
		k := oneCard()
		k.Fail("SIOCSIFNETMASK", unix.EINVAL)
		if got := start(k, etc(), words(args)...); got.String() != want {
			t.Errorf("%s: %s", args, got)
		}
	}
}

// Only inet has prefixes; for others the text is part of the address.
func TestPrefixOfOtherFamilies(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 ax25 K1ABC/7", says: "K1ABC/7: Invalid callsign\n" + help, exit: 1},
		{args: "eth0 x25 12/1", says: "Don't know how to set addresses for family 9.\n", exit: 1},
		{args: "eth0 inet6 fe80::1/999", says: "getaddrinfo: fe80::1/999: -2\nfe80::1/999: Unknown host\n" + help, exit: 1},
	})
}
