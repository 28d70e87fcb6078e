package procnet

import (
	"bytes"
	"slices"
)

// CacheLayout tells which titles stand in /proc/net/rt_cache: the sum of IRTT
// 1, TOS 2, HHRef 4, HHUptod 8, SpecDst 16, HH 32 (HHRef has it too), ARP 64.
type CacheLayout int

// The layouts that the classic tools know. They say "ERROR" and the number of
// any other.
const (
	CacheLayout20 CacheLayout = 1 + 32 + 64             // kernels 2.0
	CacheLayout22 CacheLayout = 1 + 2 + 4 + 8 + 16 + 32 // kernels from 2.2 on
)

// cacheTitles are looked for in this order; each counts twice what the one
// before does.
var cacheTitles = []string{"IRTT", "TOS", "HHRef", "HHUptod", "SpecDst", "HH", "ARP"}

func cacheLayout(titles []byte) (layout CacheLayout) {
	for i, title := range cacheTitles {
		if bytes.Contains(titles, []byte(title)) {
			layout += 1 << i
		}
	}
	return layout
}

// cacheColumns are what every layout has, in this order.
var cacheColumns = []column{
	{"Iface", kindName}, {"Destination", kindAddress}, {"Gateway", kindAddress},
	{"Flags", kindHex}, {"RefCnt", kindDecimal}, {"Use", kindDecimal},
	{"Metric", kindDecimal}, {"Source", kindAddress}, {"MTU", kindDecimal},
	{"Window", kindDecimal}, {"IRTT", kindDecimal},
}

// cacheColumns22 and cacheColumns20 follow them.
var cacheColumns22 = []column{
	{"TOS", kindDecimal}, {"HHRef", kindDecimal},
	{"HHUptod", kindDecimal}, {"SpecDst", kindAddress},
}

var cacheColumns20 = []column{{"HH", kindDecimal}, {"ARP", kindDecimal}}

// cacheLeast is how many columns a row must have to be shown.
const cacheLeast = 12

// columns are those of a layout, nil of an unknown one.
func (l CacheLayout) columns() []column {
	switch l {
	case CacheLayout20:
		return slices.Concat(cacheColumns, cacheColumns20)
	case CacheLayout22:
		return slices.Concat(cacheColumns, cacheColumns22)
	}
	return nil
}
