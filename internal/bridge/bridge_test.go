package bridge

import (
	"errors"
	"io/fs"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/sysfs"
	"classicnet/ioctl/ioctltest"
)

// newKernel has the bridge br0 with the port eth1, whose number is 2, and one with a
// long name.
func newKernel() *ioctltest.Kernel {
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}), ioctltest.Ethernet("eth1", [6]byte{2}), ioctltest.Ethernet("eth2", [6]byte{2}),
		ioctltest.Bridged("br0", "eth0", "eth1"), ioctltest.Bridged("0123456789abcde"))
	k.Accept("SIOCDEVPRIVATE")
	return k
}

// A setting goes to its file, and where that can't be opened to the request.
func TestWrite(t *testing.T) {
	for _, c := range []struct {
		setting      Setting
		bridge, port string
		file, sent   string
		errno        unix.Errno
	}{
		{STP, "br0", "", "/sys/class/net/br0/bridge/stp_state", "SIOCDEVPRIVATE br0 14 9\n", 0},
		{Priority, "0123456789abcdefg", "", "/sys/class/net/0123456789abcdefg/bridge/priority", "SIOCDEVPRIVATE 0123456789abcde 15 9\n", 0},
		{PathCost, "br0", "eth1", "/sys/class/net/eth1/brport/path_cost", "SIOCDEVPRIVATE br0 17 2 9\n", 0},
		{PortPriority, "br0", "eth9", "/sys/class/net/eth9/brport/priority", "", unix.ENODEV},
		{PathCost, "br0", "eth2", "/sys/class/net/eth2/brport/path_cost", "", unix.EROFS}, // of the file
		{Hairpin, "br0", "eth1", "/sys/class/net/eth1/brport/hairpin_mode", "", unix.EOPNOTSUPP},
		{VLANFilter, "br0", "", "/sys/class/net/br0/bridge/vlan_filtering", "", unix.EOPNOTSUPP},
		{PathCost, "br0", "0123456789abcdefg", "/sys/class/net/0123456789abcdefg/brport/path_cost", "", unix.ENODEV},
	} {
		k := newKernel()
		socket, err := k.Dial(unix.AF_INET)
		if err != nil {
			t.Fatal(err)
		}
		var written string
		way := sysfs.FS{Write: func(path, text string) error { written = path + " " + text; return nil }}
		if err := c.setting.Write(way, socket, c.bridge, c.port, 9); err != nil || written != c.file+" 9\n" || k.Changes() != "" {
			t.Errorf("%v: %v, wrote %q, sent %q", c.setting, err, written, k.Changes())
		}
		way.Write = func(path, _ string) error { return &fs.PathError{Op: "open", Path: path, Err: unix.EROFS} }
		err = c.setting.Write(way, socket, c.bridge, c.port, 9)
		if k.Changes() != c.sent || c.errno == 0 && err != nil || c.errno != 0 && !errors.Is(err, c.errno) {
			t.Errorf("%v without /sys: %v, sent %q", c.setting, err, k.Changes())
		}
		way.Write = func(path, _ string) error { return &fs.PathError{Op: "write", Path: path, Err: unix.ERANGE} }
		if err := c.setting.Write(way, socket, c.bridge, c.port, 9); !errors.Is(err, unix.ERANGE) {
			t.Errorf("%v refused: %v", c.setting, err)
		}
	}
}

func TestSeconds(t *testing.T) {
	for word, want := range map[string]uint64{
		"0": 0, "4": 400, "4.567": 456, "0.29": 29, "8.2": 819, "1e1": 1000, "0x10": 1600, " 7": 700, "+7": 700, "1.": 100, ".5": 50, "300.00": 30000, "0x1p3": 800,
	} {
		if v, ok := Seconds(word); v != want || !ok {
			t.Errorf("%q is %d, %v", word, v, ok)
		}
	}
	for _, word := range []string{"", "x", "4x", "nan", "inf", "-1", "1e99", "1_0", "4 ", "42949673"} {
		if v, ok := Seconds(word); ok {
			t.Errorf("%q is %d", word, v)
		}
	}
}

func TestIntegerAndOnOff(t *testing.T) {
	for word, want := range map[string]uint64{"5": 5, "0x10": 16, "010": 8, "1.5": 1, "5abc": 5, "-1": 1<<32 - 1, "4294967301": 5} {
		if v, ok := Integer(word); v != want || !ok {
			t.Errorf("%q is %d, %v", word, v, ok)
		}
	}
	for _, word := range []string{"", "x", "-"} {
		if _, ok := Integer(word); ok {
			t.Errorf("%q is a number", word)
		}
	}
	for word, want := range map[string]uint64{"on": 1, "yes": 1, "1": 1, "off": 0, "no": 0, "0": 0} {
		if v, ok := OnOff(word); v != want || !ok {
			t.Errorf("%q is %d, %v", word, v, ok)
		}
	}
	for _, word := range []string{"", "ON", "true", "2"} {
		if _, ok := OnOff(word); ok {
			t.Errorf("%q is on or off", word)
		}
	}
}
