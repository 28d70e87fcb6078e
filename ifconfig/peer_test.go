package ifconfig

import (
	"errors"
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// dialled is a point-to-point link with two addresses of one label.
func dialled() (*ioctltest.Kernel, files) {
	k, f, a := newKernel(), etc(), netip.MustParseAddr
	k.Add(ioctltest.Interface{
		Name: "ppp0", Flags: ioctl.FlagUp | ioctl.FlagPointToPoint | ioctl.FlagNoARP, MTU: 1492, TxQueueLen: 3,
		HwAddr: ioctl.HardwareAddr{Type: unix.ARPHRD_PPP},
		Addrs: []ioctltest.Addr{
			{Local: a("10.0.0.1"), Peer: a("10.0.0.2"), Mask: ioctl.Mask(32)},
			{Local: a("10.1.0.1"), Peer: a("10.1.0.2"), Mask: ioctl.Mask(16)},
		},
	})
	f[pathDev] = devFile("ppp0")
	return k, f
}

// The first address is shown with its peer, in blocks of both layouts.
func TestPeer(t *testing.T) {
	k, f := dialled()
	for dialect, want := range map[string]string{
		"classic": "ppp0      Link encap:Point-to-Point Protocol  \n" +
			"          inet addr:10.0.0.1  P-t-P:10.0.0.2  Mask:255.255.255.255\n" +
			"          UP POINTOPOINT RUNNING NOARP  MTU:1492  Metric:1\n",
		"net-tools-2.10": "ppp0: flags=209<UP,POINTOPOINT,RUNNING,NOARP>  mtu 1492\n" +
			"        inet 10.0.0.1  netmask 255.255.255.255  destination 10.0.0.2\n" +
			"        ppp  txqueuelen 3  (Point-to-Point Protocol)\n",
	} {
		for _, args := range []string{"", " ppp0"} {
			got := start(k, f, words("--dialect="+dialect+args)...)
			if got.status != 0 || !strings.HasPrefix(got.stdout.String(), want) || strings.Contains(got.stdout.String(), "10.1.0") {
				t.Errorf("%s%s: %s", dialect, args, got)
			}
		}
	}
}

// JSON has every address with its own peer and mask.
func TestPeersInJSON(t *testing.T) {
	const want = `"ipv4":[{"address":"10.0.0.1","mask":"255.255.255.255","broadcast":null,"destination":"10.0.0.2","label":"ppp0"},` +
		`{"address":"10.1.0.1","mask":"255.255.0.0","broadcast":null,"destination":"10.1.0.2","label":"ppp0"}]`
	k, f := dialled()
	for _, args := range []string{"--json", "--json ppp0"} {
		if got := start(k, f, words(args)...); !strings.Contains(got.stdout.String(), want) {
			t.Errorf("%s: %s", args, got)
		}
	}
}

// What isn't a point-to-point link isn't asked for a peer, nor one without the
// flag for a broadcast address. Last comes whether the address is still the same.
func TestOnlyWhatIsShownIsAsked(t *testing.T) {
	for flags, want := range map[ioctl.Flags]string{
		0: "SIOCGIFNETMASK ppp0", ioctl.FlagPointToPoint: "SIOCGIFNETMASK ppp0\nSIOCGIFDSTADDR ppp0",
		ioctl.FlagBroadcast:                          "SIOCGIFNETMASK ppp0\nSIOCGIFBRDADDR ppp0",
		ioctl.FlagBroadcast | ioctl.FlagPointToPoint: "SIOCGIFNETMASK ppp0\nSIOCGIFDSTADDR ppp0\nSIOCGIFBRDADDR ppp0",
	} {
		k, f := dialled()
		k.Interface("ppp0").Flags = flags
		start(k, f, "-a")
		if !strings.HasSuffix(k.Requests(), "\n"+want+"\nSIOCGIFADDR ppp0\n") {
			t.Errorf("%#x:\n%s", uint16(flags), k)
		}
	}
}

// A family that the kernel lacks has no socket, which isn't a Kernel of nothing.
func TestDialRefused(t *testing.T) {
	k, err := dial(9999)
	if k != nil || !errors.Is(err, unix.EAFNOSUPPORT) {
		t.Errorf("%v, %v", k, err)
	}
}
