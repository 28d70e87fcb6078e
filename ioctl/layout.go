package ioctl

import "unsafe"

// pointerSize is 8 on 64-bit architectures, else 4.
const pointerSize = int(unsafe.Sizeof(uintptr(0)))

// is64 is 1 on 64-bit architectures, else 0.
const is64 = pointerSize / 8

// The sizes that the kernel's headers give. An array of a negative length
// doesn't compile, so a layout that is off fails the build of that GOARCH.
type (
	_ [requestSize - 32 - 8*is64]struct{}
	_ [32 + 8*is64 - requestSize]struct{}
	_ [unsafe.Sizeof(ifmap{}) - 16 - 8*uintptr(is64)]struct{}
	_ [16 + 8*uintptr(is64) - unsafe.Sizeof(ifmap{})]struct{}
	_ [unsafe.Sizeof(ifconf{}) - 8 - 8*uintptr(is64)]struct{}
	_ [8 + 8*uintptr(is64) - unsafe.Sizeof(ifconf{})]struct{}
	_ [unsafe.Sizeof(ifreq6{}) - 24]struct{}
	_ [24 - unsafe.Sizeof(ifreq6{})]struct{}
	_ [unsafe.Sizeof(rtentry{}) - 84 - 36*uintptr(is64)]struct{}
	_ [84 + 36*uintptr(is64) - unsafe.Sizeof(rtentry{})]struct{}
	_ [unsafe.Sizeof(rtmsg6{}) - 72 - 8*uintptr(is64)]struct{}
	_ [72 + 8*uintptr(is64) - unsafe.Sizeof(rtmsg6{})]struct{}
	_ [unsafe.Sizeof(arpreq{}) - 68]struct{}
	_ [68 - unsafe.Sizeof(arpreq{})]struct{}
	_ [unsafe.Sizeof(x25Route{}) - 220]struct{}
	_ [220 - unsafe.Sizeof(x25Route{})]struct{}
	_ [unsafe.Sizeof(dataRequest{}) - 32 - 8*uintptr(is64)]struct{}
	_ [32 + 8*uintptr(is64) - unsafe.Sizeof(dataRequest{})]struct{}
	_ [unsafe.Sizeof(bridgeChange{}) - 16 - 16*uintptr(is64)]struct{}
	_ [16 + 16*uintptr(is64) - unsafe.Sizeof(bridgeChange{})]struct{}
	_ [unsafe.Sizeof(bridgeQuestion{}) - 16 - 16*uintptr(is64)]struct{}
	_ [16 + 16*uintptr(is64) - unsafe.Sizeof(bridgeQuestion{})]struct{}
	_ [unsafe.Sizeof(bridgeList{}) - 12 - 12*uintptr(is64)]struct{}
	_ [12 + 12*uintptr(is64) - unsafe.Sizeof(bridgeList{})]struct{}
	_ [unsafe.Sizeof(bridgeInfo{}) - 72]struct{}
	_ [72 - unsafe.Sizeof(bridgeInfo{})]struct{}
	_ [unsafe.Sizeof(bridgePort{}) - 48]struct{}
	_ [48 - unsafe.Sizeof(bridgePort{})]struct{}
	_ [unsafe.Sizeof(vlanRequest{}) - 56]struct{}
	_ [56 - unsafe.Sizeof(vlanRequest{})]struct{}
	_ [unsafe.Sizeof(ifbond{}) - 12]struct{}
	_ [12 - unsafe.Sizeof(ifbond{})]struct{}
	_ [unsafe.Sizeof(ifslave{}) - 28]struct{}
	_ [28 - unsafe.Sizeof(ifslave{})]struct{}
	_ [unsafe.Sizeof(tunnelParm{}) - 52]struct{}
	_ [52 - unsafe.Sizeof(tunnelParm{})]struct{}
	_ [unionSize - 3*pointerSize]struct{} // plipconf
)
