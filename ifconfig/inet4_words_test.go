package ifconfig

import (
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// What the kernel doesn't tell of the interface's own address is 0.0.0.0 in the
// alias; without an address nothing is sent.
func TestWhatAnAliasInherits(t *testing.T) {
	const mask, broadcast = "SIOCSIFNETMASK eth0:0 ", "SIOCSIFBRDADDR eth0:0 "
	made := "SIOCSIFADDR eth0:0 10.0.0.2"
	flags := "SIOCSIFFLAGS eth0:0 UP|BROADCAST|RUNNING|MULTICAST"
	for refused, want := range map[string]string{
		"":               lines(made, mask+"255.255.255.0", broadcast+"10.0.0.255", flags),
		"SIOCGIFNETMASK": lines(made, mask+"0.0.0.0", broadcast+"10.0.0.255", flags),
		"SIOCGIFBRDADDR": lines(made, mask+"255.255.255.0", broadcast+"0.0.0.0", flags),
		"SIOCGIFADDR":    lines(made, flags),
	} {
		k := upCard()
		k.Fail(refused, unix.EADDRNOTAVAIL)
		if got := start(k, etc(), "eth0", "add", "10.0.0.2"); got.String() != "0\n" || changes(k) != want {
			t.Errorf("without %s: %s%s", refused, got, k)
		}
	}
}

// vanishing is a card that is gone after so many requests.
func vanishing(calls int) *ioctltest.Kernel {
	k := upCard()
	k.Vanish("eth0", calls)
	return k
}

// Whenever the card goes, it is told once, and the status is 1.
func TestCardVanishesWhileAliasIsMade(t *testing.T) {
	for calls, says := range []string{
		"eth0: error fetching interface information: Device not found\n",
		"SIOCSIFADDR: No such device\n", "SIOCSIFADDR: No such device\n", "SIOCSIFADDR: No such device\n", "SIOCSIFADDR: No such device\n",
		"SIOCSIFNETMASK: No such device\n", "SIOCSIFBRDADDR: No such device\n",
		"eth0:0: ERROR while getting interface flags: No such device\n", "SIOCSIFFLAGS: No such device\n", "SIOCSIFADDR: No such device\n", "",
	} {
		exit := "1\n"
		if says == "" {
			exit = "0\n"
		}
		if got := start(vanishing(calls), etc(), "eth0", "add", "10.0.0.2"); got.String() != says+exit {
			t.Errorf("after %d calls: %s", calls, got)
		}
	}
}

// The labels of a longer name's device are others' labels.
func TestLabelsOfOtherDevices(t *testing.T) {
	k := newKernel("eth1", "eth10", "eth1.5")
	for _, line := range []string{"eth1 10.0.0.1", "eth10:0 10.0.0.2", "eth1.5:0 10.0.0.3"} {
		start(k, etc(), words(line)...)
	}
	k.Forget()
	for _, addr := range []string{"10.0.0.2", "10.0.0.3"} {
		if got := start(k, etc(), "eth1", "del", addr); got.String() != "SIOCDIFADDR: Cannot assign requested address\n1\n" || changes(k) != "" {
			t.Errorf("%s: %s%s", addr, got, k)
		}
	}
	start(k, etc(), "eth1", "add", "10.0.0.9")
	if firstChange(k) != "SIOCSIFADDR eth1:0 10.0.0.9" {
		t.Errorf("%s", k)
	}
}

// The label of a device with a long name is cut as the kernel would, as long as its
// colon is left.
func TestLabelIsCut(t *testing.T) {
	k := newKernel("abcdefghijklmn")
	start(k, etc(), "abcdefghijklmn", "10.0.0.1")
	k.Forget()
	got := start(k, etc(), "abcdefghijklmn", "add", "10.0.0.2")
	if got.status != 0 || firstChange(k) != "SIOCSIFADDR abcdefghijklmn: 10.0.0.2" {
		t.Errorf("%s%s", got, k)
	}
}

// What an alias word does counts 1, whatever failed before it.
func TestAliasWordsAndTheStatus(t *testing.T) {
	for args, want := range map[string]string{
		"eth0:7 down add 10.0.0.2/8":        "SIOCSIFFLAGS: Cannot assign requested address\n10.0.0.2/8: Unknown host\n1\n",
		"eth0 del 10.0.0.9 netmask frob":    "SIOCDIFADDR: Cannot assign requested address\nfrob: Unknown host\n1\n",
		"-v eth0 del 10.0.0.9":              "SIOCDIFADDR: Cannot assign requested address\nWARNING: at least one error occured. (1)\n1\n",
		"eth0 del nine":                     "SIOCDIFADDR: Cannot assign requested address\n1\n",
		"eth0 del default":                  "SIOCDIFADDR: Cannot assign requested address\n1\n",
		"nosuch del 10.0.0.9 add 10.0.0.10": "nosuch: error fetching interface information: Device not found\nnosuch: error fetching interface information: Device not found\n1\n",
	} {
		if got := start(upCard(), etc(), words(args)...); got.String() != want {
			t.Errorf("%s: %s", args, got)
		}
	}
}

// On a label that has the address already, add sets it up again and del on a
// card that is down deletes it, as any change of flags does there.
func TestAddressThatIsThere(t *testing.T) {
	for args, want := range map[string]string{
		"eth0 add 10.0.0.2": "SIOCSIFFLAGS eth0:4 UP|BROADCAST|RUNNING|MULTICAST",
		"eth0 del 10.0.0.2": "SIOCSIFFLAGS eth0:4 BROADCAST|MULTICAST",
	} {
		k := oneCard()
		k.Interface("eth0").Addrs = []ioctltest.Addr{labelled("eth0:4", "10.0.0.2", "10.0.0.255", "255.255.255.0")}
		if got := start(k, etc(), words(args)...); got.String() != "0\n" || changes(k) != want {
			t.Errorf("%s: %s%s", args, got, k)
		}
	}
}

// A card without IPv4's broadcast gets its flag from the new alias.
func TestAliasSetsTheBroadcastFlag(t *testing.T) {
	k := upCard()
	k.Interface("eth0").Flags &^= ioctl.FlagBroadcast
	start(k, etc(), "eth0", "add", "10.0.0.2")
	if last := lastChange(k); last != "SIOCSIFFLAGS eth0:0 UP|BROADCAST|RUNNING|MULTICAST" {
		t.Errorf("%s", k)
	}
}
