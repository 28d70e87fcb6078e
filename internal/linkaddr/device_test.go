package linkaddr

import (
	"encoding/binary"
	"strconv"
	"testing"
)

func TestAppendDLCI(t *testing.T) {
	for _, want := range []int16{0, 16, 1023, 32767, -1, -32513, -32768} {
		addr := binary.NativeEndian.AppendUint16(nil, uint16(want))
		if got := string(AppendDLCI(nil, append(addr, 0xaa))); got != strconv.Itoa(int(want)) {
			t.Errorf("AppendDLCI of %d = %q", want, got)
		}
	}
	if got := string(AppendDLCI(nil, nil)); got != "0" {
		t.Errorf("AppendDLCI of no bytes = %q", got)
	}
}

func TestAppendIrDA(t *testing.T) {
	if got, want := string(AppendIrDA(nil, []byte{0x01, 0x02, 0x03, 0xfa, 5})), "fa:03:02:01"; got != want {
		t.Errorf("AppendIrDA = %q, want %q", got, want)
	}
	if got, want := string(AppendIrDA(nil, []byte{1})), "00:00:00:01"; got != want {
		t.Errorf("AppendIrDA of a byte = %q, want %q", got, want)
	}
}

func TestAppendAsh(t *testing.T) {
	if got, want := string(AppendAsh(nil, []byte{0x02, 0xa0, 0x80, 0x7f, 0x10, 0x0d}, 8)), "[2ff71d00]"; got != want {
		t.Errorf("AppendAsh = %q, want %q", got, want)
	}
}
