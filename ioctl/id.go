package ioctl

import "golang.org/x/sys/unix"

// requestID is a request's number and the name that messages carry.
type requestID struct {
	code uint
	name string
}

// Requests of SLIP lines live in the range that netdevice leaves to drivers,
// SIOCDEVPRIVATE; unix has no names for them.
const (
	skeepalive = unix.SIOCDEVPRIVATE + iota
	gkeepalive
	soutfill
	goutfill
)

// So do those of IP tunnels.
const (
	getTunnel = unix.SIOCDEVPRIVATE + iota
	addTunnel
	delTunnel
	changeTunnel
)

var (
	idGetFlags      = requestID{unix.SIOCGIFFLAGS, "SIOCGIFFLAGS"}
	idSetFlags      = requestID{unix.SIOCSIFFLAGS, "SIOCSIFFLAGS"}
	idGetAddr       = requestID{unix.SIOCGIFADDR, "SIOCGIFADDR"}
	idSetAddr       = requestID{unix.SIOCSIFADDR, "SIOCSIFADDR"}
	idDelAddr       = requestID{unix.SIOCDIFADDR, "SIOCDIFADDR"}
	idGetDstAddr    = requestID{unix.SIOCGIFDSTADDR, "SIOCGIFDSTADDR"}
	idSetDstAddr    = requestID{unix.SIOCSIFDSTADDR, "SIOCSIFDSTADDR"}
	idGetBroadcast  = requestID{unix.SIOCGIFBRDADDR, "SIOCGIFBRDADDR"}
	idSetBroadcast  = requestID{unix.SIOCSIFBRDADDR, "SIOCSIFBRDADDR"}
	idGetNetmask    = requestID{unix.SIOCGIFNETMASK, "SIOCGIFNETMASK"}
	idSetNetmask    = requestID{unix.SIOCSIFNETMASK, "SIOCSIFNETMASK"}
	idGetHwAddr     = requestID{unix.SIOCGIFHWADDR, "SIOCGIFHWADDR"}
	idSetHwAddr     = requestID{unix.SIOCSIFHWADDR, "SIOCSIFHWADDR"}
	idGetMetric     = requestID{unix.SIOCGIFMETRIC, "SIOCGIFMETRIC"}
	idSetMetric     = requestID{unix.SIOCSIFMETRIC, "SIOCSIFMETRIC"}
	idGetMTU        = requestID{unix.SIOCGIFMTU, "SIOCGIFMTU"}
	idSetMTU        = requestID{unix.SIOCSIFMTU, "SIOCSIFMTU"}
	idGetTxQueueLen = requestID{unix.SIOCGIFTXQLEN, "SIOCGIFTXQLEN"}
	idSetTxQueueLen = requestID{unix.SIOCSIFTXQLEN, "SIOCSIFTXQLEN"}
	idGetMap        = requestID{unix.SIOCGIFMAP, "SIOCGIFMAP"}
	idSetMap        = requestID{unix.SIOCSIFMAP, "SIOCSIFMAP"}
	idGetIndex      = requestID{unix.SIOCGIFINDEX, "SIOCGIFINDEX"}
	idGetName       = requestID{unix.SIOCGIFNAME, "SIOCGIFNAME"}
	idSetName       = requestID{unix.SIOCSIFNAME, "SIOCSIFNAME"}
	idSetKeepalive  = requestID{skeepalive, "SIOCSKEEPALIVE"}
	idGetKeepalive  = requestID{gkeepalive, "SIOCGKEEPALIVE"}
	idSetOutfill    = requestID{soutfill, "SIOCSOUTFILL"}
	idGetOutfill    = requestID{goutfill, "SIOCGOUTFILL"}
	idAddMulticast  = requestID{unix.SIOCADDMULTI, "SIOCADDMULTI"}
	idDelMulticast  = requestID{unix.SIOCDELMULTI, "SIOCDELMULTI"}
	idGetConf       = requestID{unix.SIOCGIFCONF, "SIOCGIFCONF"}
	idAddRoute      = requestID{unix.SIOCADDRT, "SIOCADDRT"}
	idDelRoute      = requestID{unix.SIOCDELRT, "SIOCDELRT"}
	idGetARP        = requestID{unix.SIOCGARP, "SIOCGARP"}
	idSetARP        = requestID{unix.SIOCSARP, "SIOCSARP"}
	idDelARP        = requestID{unix.SIOCDARP, "SIOCDARP"}

	idAddBridge     = requestID{unix.SIOCBRADDBR, "SIOCBRADDBR"}
	idDelBridge     = requestID{unix.SIOCBRDELBR, "SIOCBRDELBR"}
	idAddBridgePort = requestID{unix.SIOCBRADDIF, "SIOCBRADDIF"}
	idDelBridgePort = requestID{unix.SIOCBRDELIF, "SIOCBRDELIF"}
	idGetBridges    = requestID{unix.SIOCGIFBR, "SIOCGIFBR"}
	idBridge        = requestID{unix.SIOCDEVPRIVATE, "SIOCDEVPRIVATE"}

	idGetVLAN = requestID{unix.SIOCGIFVLAN, "SIOCGIFVLAN"}
	idSetVLAN = requestID{unix.SIOCSIFVLAN, "SIOCSIFVLAN"}

	idBondEnslave      = requestID{unix.SIOCBONDENSLAVE, "SIOCBONDENSLAVE"}
	idBondRelease      = requestID{unix.SIOCBONDRELEASE, "SIOCBONDRELEASE"}
	idBondChangeActive = requestID{unix.SIOCBONDCHANGEACTIVE, "SIOCBONDCHANGEACTIVE"}
	idBondInfo         = requestID{unix.SIOCBONDINFOQUERY, "SIOCBONDINFOQUERY"}
	idBondSlave        = requestID{unix.SIOCBONDSLAVEINFOQUERY, "SIOCBONDSLAVEINFOQUERY"}
	idEthtool          = requestID{unix.SIOCETHTOOL, "SIOCETHTOOL"}

	idGetMIIPhy      = requestID{unix.SIOCGMIIPHY, "SIOCGMIIPHY"}
	idGetMIIRegister = requestID{unix.SIOCGMIIREG, "SIOCGMIIREG"}
	idSetMIIRegister = requestID{unix.SIOCSMIIREG, "SIOCSMIIREG"}

	idGetTunnel    = requestID{getTunnel, "SIOCGETTUNNEL"}
	idAddTunnel    = requestID{addTunnel, "SIOCADDTUNNEL"}
	idDelTunnel    = requestID{delTunnel, "SIOCDELTUNNEL"}
	idChangeTunnel = requestID{changeTunnel, "SIOCCHGTUNNEL"}

	idPLIP    = requestID{unix.SIOCDEVPRIVATE, "SIOCDEVPLIP"}
	idSetRARP = requestID{unix.SIOCSRARP, "SIOCSRARP"}
	idDelRARP = requestID{unix.SIOCDRARP, "SIOCDRARP"}

	idSetDiscipline    = requestID{unix.TIOCSETD, "TIOCSETD"}
	idSetEncapsulation = requestID{unix.SIOCSIFENCAP, "SIOCSIFENCAP"}

	idTunAttach  = requestID{unix.TUNSETIFF, "TUNSETIFF"}
	idTunPersist = requestID{unix.TUNSETPERSIST, "TUNSETPERSIST"}
	idTunOwner   = requestID{unix.TUNSETOWNER, "TUNSETOWNER"}
	idTunGroup   = requestID{unix.TUNSETGROUP, "TUNSETGROUP"}
)
