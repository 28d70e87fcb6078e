package ifconfig

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// museum is a card with addresses of every family that listings know, in a
// kernel that still has them.
func museum() (*ioctltest.Kernel, files) {
	k, f := allFamilies(), gates()
	f["/proc/net/dev"] = devFile("eth0")
	const noNetwork, noNode = "00000000", "000000000000"
	k.Interface("eth0").Others = map[ioctl.Sockaddr]ioctl.Sockaddr{
		asksIPX(3):                        sockaddrOf(unix.AF_IPX, "00000000ab03132333435363"),
		asksIPX(1):                        sockaddrOf(unix.AF_IPX, "00000000ab03"+noNode),
		asksIPX(2):                        sockaddrOf(unix.AF_IPX, "0000"+noNetwork+"1323334353ff"),
		asksIPX(4):                        sockaddrOf(unix.AF_IPX, "0000"+noNetwork+noNode),
		sockaddrOf(unix.AF_APPLETALK, ""): sockaddrOf(unix.AF_APPLETALK, "0000123407"),
		sockaddrOf(unix.AF_ECONET, ""):    sockaddrOf(unix.AF_ECONET, "0000000903"),
	}
	return k, f
}

// asksIPX is the question for the address of a frame type, whose number stands
// behind network, node and port.
func asksIPX(frame byte) ioctl.Sockaddr {
	return sockaddrOf(unix.AF_IPX, fmt.Sprintf("%024d%02x", 0, frame))
}

func TestOtherFamiliesInListings(t *testing.T) {
	k, f := museum()
	for dialect, want := range map[string]string{
		"classic": "" +
			"          IPX/Ethernet II addr:0000AB03:132333435363\n" +
			"          IPX/Ethernet SNAP addr:0000AB03\n" +
			"          IPX/Ethernet 802.2 addr:1323334353FF\n" +
			"          IPX/Ethernet 802.3 addr:\n" +
			"          EtherTalk Phase 2 addr:4660/7\n" +
			"          econet addr:3.9\n" +
			"          BROADCAST MULTICAST  MTU:1500  Metric:1\n",
		"net-tools-2.10": "" +
			"        ipx Ethernet-II   0000AB03:132333435363\n" +
			"        ipx Ethernet-SNAP 0000AB03\n" +
			"        ipx Ethernet802.2 1323334353FF\n" +
			"        ipx Ethernet802.3 \n" +
			"        ddp 4660/7\n" +
			"        ec 3.9\n" +
			"        ether 00:0d:61:0b:d9:a0  txqueuelen 1000  (Ethernet)\n",
	} {
		for _, args := range []string{"-a", "eth0"} {
			got := start(k, f, words("--dialect="+dialect+" "+args)...)
			if got.status != 0 || got.stderr.Len() > 0 || !strings.Contains(got.stdout.String(), want) {
				t.Errorf("%s, %s: %s", dialect, args, got)
			}
		}
	}
}

func TestOtherFamiliesInJSON(t *testing.T) {
	k, f := museum()
	var list []struct {
		Addrs []struct {
			Family  string
			Address *string
		} `json:"other_addrs"`
	}
	text := start(k, f, "--json", "eth0").stdout
	if err := json.Unmarshal(text.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range list[0].Addrs {
		if a.Address == nil {
			got = append(got, a.Family+" null")
		} else {
			got = append(got, a.Family+" "+*a.Address)
		}
	}
	const want = "IPX/Ethernet II 0000AB03:132333435363, IPX/Ethernet SNAP 0000AB03, IPX/Ethernet 802.2 1323334353FF, " +
		"IPX/Ethernet 802.3 null, EtherTalk Phase 2 4660/7, econet 3.9"
	if strings.Join(got, ", ") != want {
		t.Errorf("%s", got)
	}
}

// A family that has no address on the interface has no line; where the kernel
// hasn't the family nobody asks.
func TestOtherFamiliesWithoutAddress(t *testing.T) {
	k, f := museum()
	k.Interface("eth0").Others = nil
	if got := start(k, f, "eth0").stdout.String(); strings.Contains(got, "IPX") || strings.Contains(got, "econet") {
		t.Errorf("no address:\n%s", got)
	}
	k, f = museum()
	delete(f, "/proc/net/ipx")
	delete(f, "/proc/sys/net/econet")
	got := start(k, f, "eth0").stdout.String()
	if strings.Contains(got, "IPX") || strings.Contains(got, "econet") || !strings.Contains(got, "EtherTalk Phase 2 addr:4660/7\n") {
		t.Errorf("no gate file:\n%s", got)
	}
	k.Forget()
	start(k, f, "-s", "eth0")
	if strings.Contains(k.Requests(), "SIOCGIFADDR") {
		t.Errorf("the short format asks for addresses:\n%s", k)
	}
}
