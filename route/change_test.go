package route

import (
	"errors"
	"io/fs"
	"net/netip"
	"strings"
	"testing"

	"classicnet/ioctl/ioctltest"
)

// A gateway's zone is the interface: a route goes to no other one than it says.
func TestZoneIsTheInterface(t *testing.T) {
	for _, test := range []struct {
		gateway, device string
		want            string // in the request; "" for none
	}{
		{"fe80::1%eth1", "", "index=3\n"},
		{"fe80::1%eth1", "eth1", "index=3\n"},
		{"fe80::1", "eth1", "index=3\n"},
		{"fe80::1%eth1", "eth0", ""},
		{"fe80::1%nosuch", "", ""},
	} {
		k := ioctltest.New(ioctltest.Loopback(), ioctltest.Ethernet("eth0", [6]byte{2, 0, 0, 0, 0, 1}), ioctltest.Ethernet("eth1", [6]byte{2, 0, 0, 0, 0, 2}))
		k.Accept("SIOCADDRT")
		k.Accept("SIOCDELRT")
		dial := func(family int) (Kernel, error) { return k.Dial(family) }
		e := Entry{Destination: netip.MustParsePrefix("2001:db8::/32"), Gateway: netip.MustParseAddr(test.gateway), Interface: test.device}
		for _, err := range []error{Add(dial, e), Delete(dial, e)} {
			if (err == nil) != (test.want != "") {
				t.Errorf("%+v: %v", test, err)
			}
			if test.gateway == "fe80::1%nosuch" && !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%+v: %v", test, err)
			}
		}
		if got := k.Changes(); strings.Count(got, test.want) != 2 && test.want != "" || test.want == "" && got != "" {
			t.Errorf("%+v: %s", test, got)
		}
	}
}
