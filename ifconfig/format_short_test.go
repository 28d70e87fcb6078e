package ifconfig

import (
	"testing"

	"classicnet/ioctl"
	"classicnet/procnet"
)

func TestShort(t *testing.T) {
	full := card()
	full.Stats = &procnet.Stats{
		RxPackets: 123456789, RxErrors: 23, RxDropped: 24, RxFIFO: 25,
		TxPackets: 1234567890, TxErrors: 29, TxDropped: 30, TxFIFO: 31,
	}
	long := card()
	long.Name, long.Stats, long.Flags, long.Metric = "abcdefghijklmno", nil, 0, 2
	for dialect, want := range map[string]string{
		"classic": "" +
			"Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n" +
			"eth1       1500 0  123456789     23     24 25     1234567890     29     30     31 BMRU\n" +
			"abcdefghijklmno  1500 2       - no statistics available -                        [NO FLAGS]\n",
		"net-tools-1.60": "" +
			"Iface   MTU Met    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n" +
			"eth1   1500   0123456789     23     24     251234567890     29     30     31 BMRU\n" +
			"abcde  1500   2     - no statistics available -                        [NO FLAGS]\n",
		"net-tools-2.10": "" +
			"Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n" +
			"eth1             1500 123456789     23     24 25     1234567890     29     30     31 BMRU\n" +
			"abcdefghijklmno  1500      - no statistics available -                        [NO FLAGS]\n",
	} {
		f := formatter(dialect)
		b := f.AppendShortHeader(nil)
		b = f.AppendShort(b, &full)
		b = f.AppendShort(b, &long)
		if string(b) != want {
			t.Errorf("%s:\n%s\nwant\n%s", dialect, b, want)
		}
	}
}

func TestFlagLetters(t *testing.T) {
	for flags, want := range map[ioctl.Flags]string{
		0:                    "[NO FLAGS]",
		0xffff:               "ABDLMdPNOPsmRU",
		ioctl.FlagPortSelect: "",
		ioctl.FlagUp | ioctl.FlagLoopback | ioctl.FlagRunning: "LRU",
	} {
		if got := string(appendFlagLetters(nil, flags, 'P')); got != want {
			t.Errorf("%#x: %q, want %q", uint16(flags), got, want)
		}
	}
}

func TestFormattersAllocateNothing(t *testing.T) {
	i := card()
	b := make([]byte, 0, 4096)
	for _, dialect := range []string{"classic", "net-tools-1.60", "busybox", "net-tools-2.10"} {
		f := formatter(dialect)
		if n := testing.AllocsPerRun(100, func() { b = f.AppendLong(b[:0], &i) }); n != 0 {
			t.Errorf("%s, long: %v allocations", dialect, n)
		}
		if n := testing.AllocsPerRun(100, func() { b = f.AppendShort(b[:0], &i) }); n != 0 {
			t.Errorf("%s, short: %v allocations", dialect, n)
		}
	}
}
