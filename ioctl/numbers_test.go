package ioctl

import (
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"
)

// ids are all requests.
func ids() []requestID {
	return []requestID{
		idGetFlags, idSetFlags, idGetAddr, idSetAddr, idDelAddr, idGetDstAddr, idSetDstAddr, idGetBroadcast, idSetBroadcast,
		idGetNetmask, idSetNetmask, idGetHwAddr, idSetHwAddr, idGetMetric, idSetMetric, idGetMTU, idSetMTU, idGetTxQueueLen,
		idSetTxQueueLen, idGetMap, idSetMap, idGetIndex, idGetName, idSetName, idSetKeepalive, idGetKeepalive, idSetOutfill,
		idGetOutfill, idGetConf, idAddRoute, idDelRoute, idGetARP, idSetARP, idDelARP,
		idAddBridge, idDelBridge, idAddBridgePort, idDelBridgePort, idGetBridges, idBridge, idGetVLAN, idSetVLAN,
		idBondEnslave, idBondRelease, idBondChangeActive, idBondInfo, idBondSlave, idEthtool,
		idAddMulticast, idDelMulticast, idGetMIIPhy, idGetMIIRegister, idSetMIIRegister,
		idGetTunnel, idAddTunnel, idDelTunnel, idChangeTunnel, idPLIP, idSetRARP, idDelRARP, idSetEncapsulation,
	}
}

// Numbers and names are those of <linux/sockios.h>, the same on every
// architecture, and of <linux/if_slip.h>; SIOCBOND* are those of
// <linux/if_bonding.h>.
func TestNumbers(t *testing.T) {
	want := map[string]uint{
		"SIOCADDRT": 0x890b, "SIOCDELRT": 0x890c, "SIOCGIFNAME": 0x8910, "SIOCGIFCONF": 0x8912, "SIOCDIFADDR": 0x8936,
		"SIOCDARP": 0x8953, "SIOCGARP": 0x8954, "SIOCSARP": 0x8955,
		"SIOCDRARP": 0x8960, "SIOCSRARP": 0x8962, "SIOCSIFENCAP": 0x8926,
		"SIOCGETTUNNEL": 0x89f0, "SIOCADDTUNNEL": 0x89f1, "SIOCDELTUNNEL": 0x89f2, "SIOCCHGTUNNEL": 0x89f3,
		"SIOCGIFBR": 0x8940, "SIOCETHTOOL": 0x8946, "SIOCGIFVLAN": 0x8982, "SIOCSIFVLAN": 0x8983,
		"SIOCBONDSLAVEINFOQUERY": 0x8993, "SIOCBONDINFOQUERY": 0x8994,
		"SIOCBRADDBR": 0x89a0, "SIOCBRDELBR": 0x89a1, "SIOCDEVPRIVATE": 0x89f0,
	}
	for _, m := range methods() {
		want[m.name] = m.number
	}
	got := map[string]uint{}
	for _, id := range ids() {
		if _, twice := got[id.name]; twice {
			t.Errorf("two requests are called %s", id.name)
		}
		got[id.name] = id.code
	}
	equal(t, want, got)
}

// Requests without a name in a struct ifreq say which they are, and for which
// device where one is given.
func TestNamesOfOtherRequests(t *testing.T) {
	c, a, six := Descriptor(-1), netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("::1")
	_, err := c.Name(1)
	refused(t, err, "SIOCGIFNAME", "#1", unix.EBADF)
	_, err = c.Interfaces()
	refused(t, err, "SIOCGIFCONF", "", unix.EBADF)
	_, err = c.ARP(ARPEntry{Addr: a, Device: "eth1"})
	refused(t, err, "SIOCGARP", "eth1", unix.EBADF)
	refused(t, c.SetARP(ARPEntry{Addr: a}), "SIOCSARP", "", unix.EBADF)
	refused(t, c.DelARP(ARPEntry{Addr: a, Device: "eth1"}), "SIOCDARP", "eth1", unix.EBADF)
	refused(t, c.AddRoute(Route{Dst: a, Device: "eth1"}), "SIOCADDRT", "eth1", unix.EBADF)
	refused(t, c.DelRoute(Route{Dst: a}), "SIOCDELRT", "", unix.EBADF)
	refused(t, c.AddRoute6(Route6{Dst: six}), "SIOCADDRT", "", unix.EBADF)
	refused(t, c.DelRoute6(Route6{Dst: six}), "SIOCDELRT", "", unix.EBADF)
	refused(t, c.DelRoute6(Route6{Dst: six, Index: 9}), "SIOCDELRT", "#9", unix.EBADF)
	refused(t, c.AddAddr6(1, six, 64), "SIOCSIFADDR", "#1", unix.EBADF)
	refused(t, c.DelAddr6(1, six, 64), "SIOCDIFADDR", "#1", unix.EBADF)
	refused(t, c.SetDstAddr6(1, six, 64), "SIOCSIFDSTADDR", "#1", unix.EBADF)
}

func TestNamesOfAddrKinds(t *testing.T) {
	for kind, want := range map[AddrKind]string{
		AddrLocal: "SIOCSIFADDR", AddrPeer: "SIOCSIFDSTADDR", AddrBroadcast: "SIOCSIFBRDADDR", AddrNetmask: "SIOCSIFNETMASK",
		AddrNetmask + 1: "SIOCSIFADDR", 255: "SIOCSIFADDR",
	} {
		equal(t, want, kind.String())
	}
}

// The bits that scripts see in hex.
func TestFlagValues(t *testing.T) {
	for i, flag := range []Flags{
		FlagUp, FlagBroadcast, FlagDebug, FlagLoopback, FlagPointToPoint, FlagNoTrailers, FlagRunning, FlagNoARP,
		FlagPromisc, FlagAllMulti, FlagMaster, FlagSlave, FlagMulticast, FlagPortSelect, FlagAutoMedia, FlagDynamic,
	} {
		equal(t, Flags(1)<<i, flag)
	}
	for i, flag := range []RouteFlags{RouteUp, RouteGateway, RouteHost, RouteReinstate, RouteDynamic, RouteModified, RouteMSS, RouteWindow, RouteIRTT, RouteReject} {
		equal(t, RouteFlags(1)<<i, flag)
	}
	for i, flag := range []ARPFlags{ARPComplete, ARPPermanent, ARPPublish, ARPTrailers, ARPHasNetmask, ARPDontPublish} {
		equal(t, ARPFlags(2)<<i, flag)
	}
}
