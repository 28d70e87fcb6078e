package route

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/internal/netaddr"
	"classicnet/procnet"
)

// inetRow is a row of the IPv4 table, or what a row of the cache has in common
// with it.
type inetRow struct {
	procnet.Route
	// What is shown for the addresses, "" for their numbers.
	destination, gateway string
	unsigned             bool // the metric
}

// nameWidth is the width of an address, where names are cut.
const nameWidth = 15

// inetHeaders are the column titles by level of detail. They aren't derived
// from the columns: the classic ones don't stand where the values do.
var inetHeaders = [...]string{
	1: "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n",
	2: "Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n",
	3: "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt\n",
}

// inetAddresses are what the rows of all levels start with, inetDetails what
// follows by level. Reject routes have rows of their own, whose columns
// aren't all as wide.
var (
	inetAddresses = []column[inetRow]{
		{put: putDestination, width: nameWidth, cut: nameWidth, gap: " "},
		{put: putGateway, width: nameWidth, cut: nameWidth, gap: " "},
		{put: putMask, width: nameWidth, gap: " "},
		{put: putFlags, width: 5, gap: " "},
	}
	rejectAddresses = []column[inetRow]{
		{put: putDestination, width: nameWidth, cut: nameWidth, gap: " "},
		{put: dash[inetRow], width: nameWidth, gap: " "},
		{put: putMask, width: nameWidth, gap: " "},
		{put: putFlags, width: 5, gap: " "},
	}
	// busyboxAddresses leave no gap behind the flags, and show reject routes as
	// any others.
	busyboxAddresses = []column[inetRow]{
		{put: putDestination, width: nameWidth, cut: nameWidth, gap: " "},
		{put: putGateway, width: nameWidth, cut: nameWidth, gap: " "},
		{put: putMask, width: nameWidth, gap: " "},
		{put: putBusyboxFlags, width: 6},
	}
	inetDetails = [...][]column[inetRow]{
		1: {
			{put: putMetric, width: 6, gap: " "},
			{put: putRef, width: 2, gap: " "},
			{put: putUse, width: 7, right: true, gap: " "},
			{put: putIface},
		},
		2: {
			{put: putMSS, width: 5, right: true, gap: " "},
			{put: putWindow, width: 5, gap: " "},
			{put: putIRTT, width: 6, right: true, gap: " "},
			{put: putIface},
		},
		3: {
			{put: putMetric, width: 6, gap: " "},
			{put: putRef, width: 3, gap: " "},
			{put: putUse, width: 6, right: true, gap: " "},
			{put: putIface, width: 6, cut: 6, gap: "   "},
			{put: putMSS, width: 5, gap: " "},
			{put: putWindow, width: 6, gap: " "},
			{put: putIRTT},
		},
	}
	rejectDetails = [...][]column[inetRow]{
		1: {
			{put: putMetric, width: 6, gap: " "},
			{put: dash[inetRow], width: 2, gap: " "},
			{put: putUse, width: 7, right: true, gap: " "},
			{put: dash[inetRow]},
		},
		2: {
			{put: dash[inetRow], width: 5, right: true, gap: " "},
			{put: dash[inetRow], width: 5, gap: " "},
			{put: dash[inetRow], width: 6, right: true, gap: " "},
			{put: dash[inetRow]},
		},
		3: {
			{put: putMetric, width: 6, gap: " "},
			{put: dash[inetRow], width: 2, gap: " "},
			{put: putUse, width: 7, right: true, gap: " "},
			{put: dash[inetRow], width: 6, gap: "   "},
			{put: dash[inetRow], width: 5, gap: " "},
			{put: dash[inetRow], width: 6, gap: " "},
			{put: dash[inetRow]},
		},
	}
)

func putDestination(b []byte, r *inetRow) []byte {
	return appendName(b, r.destination, r.Destination)
}
func putGateway(b []byte, r *inetRow) []byte { return appendName(b, r.gateway, r.Gateway) }
func putMask(b []byte, r *inetRow) []byte    { return netaddr.Append4(b, r.Mask) }
func putFlags(b []byte, r *inetRow) []byte {
	return rejected(r.Flags, unix.RTF_UP|unix.RTF_GATEWAY).Append(b)
}
func putBusyboxFlags(b []byte, r *inetRow) []byte {
	first := byte('U')
	if r.Flags&unix.RTF_REJECT != 0 {
		first = '!'
	}
	return appendFlags(append(b, first), busyboxLetters, r.Flags)
}
func putMetric(b []byte, r *inetRow) []byte { return appendMetric(b, uint32(r.Metric), r.unsigned) }
func putRef(b []byte, r *inetRow) []byte    { return appendInt(b, r.RefCnt) }
func putUse(b []byte, r *inetRow) []byte    { return appendInt(b, r.Use) }
func putIface(b []byte, r *inetRow) []byte  { return append(b, r.Iface...) }
func putMSS(b []byte, r *inetRow) []byte    { return appendInt(b, r.MTU) }
func putWindow(b []byte, r *inetRow) []byte { return appendInt(b, r.Window) }
func putIRTT(b []byte, r *inetRow) []byte   { return appendInt(b, r.IRTT) }

// appendName appends the name of an address, or its number where it has none.
func appendName(b []byte, name string, addr netip.Addr) []byte {
	if name != "" {
		return append(b, name...)
	}
	return netaddr.Append4(b, addr)
}
