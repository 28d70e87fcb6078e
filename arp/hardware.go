package arp

import (
	"errors"
	"strconv"
	"strings"

	"classicnet/internal/linkaddr"
	"classicnet/ioctl"
	"classicnet/procnet"
)

// The link types of <linux/if_arp.h> on which the kernel writes an address as a
// call sign. All others are bytes in hex with colons between, as many as the
// device's addresses have.
const (
	typeNetROM = 0
	typeAX25   = 3
)

func hasCallsigns(arphrd uint16) bool { return arphrd == typeNetROM || arphrd == typeAX25 }

// parseKernel reads an address as the kernel writes it in /proc/net/arp, "" where
// the device has none.
func parseKernel(hw *ioctl.HardwareAddr, text string) error {
	if text == "" {
		return nil
	}
	data, ok := kernelBytes(hw.Type, text)
	if !ok {
		return wrongAddress(strconv.Quote(text) + " is no address of link type " + strconv.Itoa(int(hw.Type)))
	}
	if copy(hw.Data[:], data) < len(data) {
		return wrongAddress(text + ": " + strconv.Itoa(len(hw.Data)) + " of " + strconv.Itoa(len(data)) + " bytes are kept")
	}
	return nil
}

// wrongAddress is what is wrong with an address, by the title of its column.
func wrongAddress(why string) error {
	return &procnet.LineError{Field: "HW address", Err: errors.New(why)}
}

func kernelBytes(arphrd uint16, text string) ([]byte, bool) {
	if hasCallsigns(arphrd) {
		data, err := linkaddr.ParseCallsign(text)
		return data, err == nil
	}
	n := strings.Count(text, ":") + 1
	data, err := linkaddr.ParseHex(text, n, false)
	return data, err == nil && strings.EqualFold(string(linkaddr.AppendLower(nil, data, n, ':')), text)
}

// kernelText is an address as the kernel writes it. How long it is HardwareAddr
// doesn't tell: it is as long as those of its link type are, and longer where bytes
// behind them aren't zero.
func kernelText(hw ioctl.HardwareAddr) string {
	if hasCallsigns(hw.Type) {
		return string(linkaddr.AppendCallsign(nil, hw.Data[:]))
	}
	n := len(hw.Data)
	for n > 0 && hw.Data[n-1] == 0 {
		n--
	}
	return string(linkaddr.AppendLower(nil, hw.Data[:], max(n, addrLen(hw.Type)), ':'))
}

// addrLen is how many bytes the addresses of a link type have, 0 where it has none
// or isn't known.
func addrLen(arphrd uint16) int {
	for i := range addrLens {
		if addrLens[i].arphrd == arphrd {
			return addrLens[i].bytes
		}
	}
	return 0
}

// addrLens are the lengths of the link types that can have neighbours.
var addrLens = [...]struct {
	arphrd uint16
	bytes  int
}{
	{1, 6},   // Ethernet
	{6, 6},   // IEEE 802
	{7, 1},   // ARCnet
	{15, 2},  // DLCI
	{24, 14}, // IEEE 1394, whose 16 don't fit
	{27, 8},  // EUI-64
	{32, 14}, // InfiniBand, whose 20 don't fit
	{768, 4}, // IPv4 in IPv4
	{772, 6}, // loopback
	{774, 6}, // FDDI
	{776, 4}, // IPv6 in IPv4
	{778, 4}, // GRE
	{780, 6}, // HIPPI
	{783, 4}, // IrDA
	{800, 6}, // token ring
}
