package ioctl

import (
	"net/netip"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// giveUpRights takes all capabilities from this thread, which ends with the
// goroutine.
func giveUpRights(t *testing.T) {
	t.Helper()
	runtime.LockOSThread()
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	ok(t, unix.Capset(&header, &none[0]))
}

// TestWithoutRights: who may change nothing may see everything.
func TestWithoutRights(t *testing.T) {
	lab, c := open(t)
	if lab == nil {
		return
	}
	c6 := must(OpenFamily(unix.AF_INET6))(t)
	a, six := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("2001:db8::1")
	ok(t, c.SetAddr("eth1", a))
	index := must(c.Index("eth1"))(t)
	giveUpRights(t)

	for _, m := range methods() {
		err := m.call(c, "eth1")
		switch want := answer(m); {
		case want != 0:
			refused(t, err, m.name, "eth1", want)
		case err != nil:
			t.Error(err)
		}
	}
	equal(t, 1, len(must(c.Interfaces())(t)))
	equal(t, "eth1", must(c.Name(index))(t))
	refused(t, c6.AddAddr6(index, six, 64), "SIOCSIFADDR", "eth1", unix.EPERM)
	refused(t, c6.DelAddr6(index, six, 64), "SIOCDIFADDR", "eth1", unix.EPERM)
	refused(t, c.AddRoute(Route{Dst: a}), "SIOCADDRT", "", unix.EPERM)
	refused(t, c.DelRoute(Route{Dst: a, Device: "eth1"}), "SIOCDELRT", "eth1", unix.EPERM)
	refused(t, c6.AddRoute6(Route6{Dst: six}), "SIOCADDRT", "", unix.EPERM)
	refused(t, c6.DelRoute6(Route6{Dst: six}), "SIOCDELRT", "", unix.EPERM)
	refused(t, c.SetARP(ARPEntry{Addr: a}), "SIOCSARP", "", unix.EPERM)
	refused(t, c.DelARP(ARPEntry{Addr: a, Device: "eth1"}), "SIOCDARP", "eth1", unix.EPERM)
}

// answer is what an Ethernet card's kernel says without rights; 0 is success.
// What only the drivers of SLIP and PLIP lines know has gone past the check of
// rights.
func answer(m method) unix.Errno {
	switch {
	case strings.HasSuffix(m.name, "KEEPALIVE"), strings.HasSuffix(m.name, "OUTFILL"), m.name == "SIOCDEVPLIP":
		return unix.EOPNOTSUPP
	case strings.Contains(m.name, "MULTI"), strings.Contains(m.name, "MII"):
		return unix.EPERM
	case strings.HasPrefix(m.name, "SIOCS"), strings.HasPrefix(m.name, "SIOCB"):
		return unix.EPERM
	case strings.HasPrefix(m.sent, u16(unix.AF_IPX)):
		return unix.EAFNOSUPPORT // from a socket of IPv4
	}
	return 0
}
