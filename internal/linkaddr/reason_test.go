package linkaddr

import (
	"errors"
	"testing"
)

// Scripts see these words behind the address.
func TestReasonWords(t *testing.T) {
	tests := []struct {
		parse func(string) ([]byte, error)
		text  string
		want  string
	}{
		{ParseCallsign, "A_", "Invalid callsign"},
		{ParseCallsign, "ABCDEFG", "Callsign too long"},
		{ParseRose, "1", "Node address must be ten digits"},
		{ParseX25, "1234567890123456789", "Address can't exceed eighteen digits with sigdigits"},
		{ParseX25, "", "Invalid address"},
	}
	for _, test := range tests {
		_, err := test.parse(test.text)
		var reason Reason
		if !errors.As(err, &reason) || reason.Error() != test.want {
			t.Errorf("%q is refused with %v, want the reason %q", test.text, err, test.want)
		}
	}
}

// The families without words of their own must be told from those with them.
func TestSyntaxIsNoReason(t *testing.T) {
	for _, parse := range []func(string) ([]byte, error){ParseIPX, ParseEconet} {
		_, err := parse("x")
		var reason Reason
		if err == nil || errors.As(err, &reason) {
			t.Errorf("x is refused with %v, which is a Reason", err)
		}
	}
}

func TestPrintersDontAllocate(t *testing.T) {
	addr := []byte{0x96, 0x62, 0x82, 0x84, 0x86, 0x8a, 0x1e, 0xff, 1, 2, 3, 4, 5, 6}
	b := make([]byte, 0, 64)
	printers := []func(b, addr []byte) []byte{
		func(b, addr []byte) []byte { return AppendUpper(b, addr, 16, '-') },
		func(b, addr []byte) []byte { return AppendAsh(b, addr, 8) },
		AppendCallsign, AppendRose, AppendX25, AppendIPX, AppendDDP, AppendEconet, AppendDLCI, AppendIrDA,
	}
	for i, print := range printers {
		if n := testing.AllocsPerRun(100, func() { print(b, addr) }); n != 0 {
			t.Errorf("printer %d allocates %v times", i, n)
		}
	}
}
