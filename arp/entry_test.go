package arp

import (
	"errors"
	"io"
	"io/fs"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/procnet"
)

func TestOf(t *testing.T) {
	ip := netip.MustParseAddr("10.0.0.2")
	for _, test := range []struct {
		row  procnet.ARPEntry
		want Entry
		ok   bool
	}{
		{
			procnet.ARPEntry{IP: ip, Type: 1, Flags: 2, HWAddr: "02:aa:00:00:00:02", Device: "v0"},
			Entry{ip, ioctl.HardwareAddr{Type: 1, Data: [14]byte{2, 0xaa, 0, 0, 0, 2}}, 2, "v0"}, true,
		},
		{
			procnet.ARPEntry{IP: ip, Type: 1, HWAddr: "00:00:00:00:00:00", Device: "v0"},
			Entry{ip, ioctl.HardwareAddr{Type: 1}, 0, "v0"}, true,
		},
		{
			procnet.ARPEntry{IP: ip, Flags: 0xc, HWAddr: "00:00:00:00:00:00", Device: "*"},
			Entry{ip, ioctl.HardwareAddr{}, 0xc, ""}, true,
		},
		{
			procnet.ARPEntry{IP: ip, Type: 1, Flags: 2, HWAddr: "what", Device: "v0"},
			Entry{ip, ioctl.HardwareAddr{Type: 1}, 2, "v0"}, false,
		},
	} {
		if got, err := Of(test.row); got != test.want || (err == nil) != test.ok {
			t.Errorf("%+v: %+v, %v", test.row, got, err)
		}
	}
}

// TestEntriesOfTheMachine: without a way to open files they are this machine's.
func TestEntriesOfTheMachine(t *testing.T) {
	for e, err := range Entries(nil) {
		if err == nil && !e.Addr.Is4() {
			t.Error(e)
		}
	}
}

// A table that can't be opened is an error, whatever the reason: without /proc nobody
// knows whether it is empty.
func TestEntriesWithoutFile(t *testing.T) {
	for _, errno := range []unix.Errno{unix.ENOENT, unix.EACCES} {
		var got []error
		for e, err := range Entries(func(path string) (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: path, Err: errno}
		}) {
			if e != (Entry{}) {
				t.Error(e)
			}
			got = append(got, err)
		}
		if len(got) != 1 || !errors.Is(got[0], errno) || errors.Is(got[0], fs.ErrNotExist) != (errno == unix.ENOENT) {
			t.Errorf("%v: %v", errno, got)
		}
	}
}
