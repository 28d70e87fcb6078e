package arp

import (
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

// A table that can't be opened is an error, one that isn't there has no entries.
func TestEntriesWithoutFile(t *testing.T) {
	for errno, want := range map[unix.Errno]int{unix.ENOENT: 0, unix.EACCES: 1} {
		errors := 0
		for _, err := range Entries(func(path string) (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: path, Err: errno}
		}) {
			if err != nil {
				errors++
			}
		}
		if errors != want {
			t.Errorf("%v: %d errors", errno, errors)
		}
	}
}
