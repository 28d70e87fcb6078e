package ifconfig

import (
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl/ioctltest"
)

// breaking is a file that ends in a read error.
type breaking struct{ text *strings.Reader }

func (b breaking) Read(p []byte) (int, error) {
	n, err := b.text.Read(p)
	if err == io.EOF {
		err = unix.EIO
	}
	return n, err
}

func (breaking) Close() error { return nil }

// startBroken runs the command where reading a file fails at its end.
func startBroken(k *ioctltest.Kernel, f files, path string, args ...string) *terminal {
	t := &terminal{}
	e := t.env(k, f)
	e.Open = func(p string) (io.ReadCloser, error) {
		if p == path {
			return breaking{strings.NewReader(f[p])}, nil
		}
		return f.open(p)
	}
	t.status = Main(e, append([]string{"ifconfig"}, args...))
	return t
}

// A file that can't be read to its end is a failure that is told; what was read
// counts.
func TestReadErrorOfDev(t *testing.T) {
	const says = "/proc/net/dev: Input/output error\n"
	for args, want := range map[string]string{"": "eth1 eth1:0 eth1:2 eth1:10 eth10 lo", "-a": "down0 eth1 eth1:0 eth1:2 eth1:10 eth10 lo"} {
		k, f := town()
		got := startBroken(k, f, pathDev, strings.Fields(args)...)
		if got.status != 1 || got.stderr.String() != says || titles(got) != want {
			t.Errorf("%s: %s", args, got)
		}
		if !strings.Contains(got.stdout.String(), "RX packets:3 ") {
			t.Errorf("%s: no counters of eth1: %s", args, got)
		}
	}
	k, f := town()
	f[pathDev] = ""
	if got := startBroken(k, f, pathDev, "eth1"); got.status != 1 || got.stderr.String() != says || titles(got) != "eth1" {
		t.Errorf("query: %s", got)
	}
}

// titles are the names of the blocks.
func titles(t *terminal) string {
	var list []string
	for block := range strings.SplitSeq(strings.TrimSuffix(t.stdout.String(), "\n\n"), "\n\n") {
		name, _, _ := strings.Cut(block, " ")
		list = append(list, name)
	}
	return strings.Join(list, " ")
}

// IPv6 lines are missing where their file is, without a word; where it can't be read
// to its end, that is said.
func TestReadErrorOfInet6(t *testing.T) {
	k, f := town()
	got := startBroken(k, f, pathInet6)
	if got.status != 1 || got.stderr.String() != "/proc/net/if_inet6: Input/output error\n" || strings.Count(got.stdout.String(), "inet6 addr: ") != 2 {
		t.Errorf("read error: %s", got)
	}
	delete(f, pathInet6)
	got = start(k, f)
	if got.status != 0 || got.stderr.Len() > 0 || strings.Contains(got.stdout.String(), "inet6") || titles(got) != "eth1 eth1:0 eth1:2 eth1:10 eth10 lo" {
		t.Errorf("missing: %s", got)
	}
}

// Why the file can't be opened is in the warning, which isn't a failure.
func TestUnreadableDev(t *testing.T) {
	for errno, text := range map[unix.Errno]string{
		unix.ENOENT: "No such file or directory", unix.EACCES: "Permission denied", unix.EMFILE: "Too many open files",
	} {
		says := "Warning: cannot open /proc/net/dev (" + text + "). Limited output.\n"
		for args, names := range map[string]string{"": "eth1 eth1:0 eth1:2 eth1:10 eth10 lo", "down0": "down0", "eth1:2": "eth1:2"} {
			k, f := town()
			got := &terminal{}
			e := got.env(k, f)
			e.Open = func(path string) (io.ReadCloser, error) {
				if path == pathDev {
					return nil, openError(path, errno)
				}
				return f.open(path)
			}
			got.status = Main(e, append([]string{"ifconfig"}, strings.Fields(args)...))
			if got.status != 0 || got.stderr.String() != says || titles(got) != names || strings.Contains(got.stdout.String(), "packets") {
				t.Errorf("%v, %s: %s", errno, args, got)
			}
		}
	}
}

// A file of headers, or of nothing, is no reason for a message.
func TestEmptyDev(t *testing.T) {
	for _, text := range []string{"", "Inter-|\n", etc()[pathDev]} {
		for args, want := range map[string]string{"": "eth1 eth1:0 eth1:2 eth1:10 eth10 lo", "down0": "down0", "eth1": "eth1"} {
			k, f := town()
			f[pathDev] = text
			if got := start(k, f, strings.Fields(args)...); got.status != 0 || got.stderr.Len() > 0 || titles(got) != want {
				t.Errorf("%q, %s: %s", text, args, got)
			}
		}
	}
}

// What can't be fetched is told by the errno's text, a device that isn't there
// in words of its own; the short format has its header all the same.
func TestFetchErrors(t *testing.T) {
	const header = "Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n"
	for errno, text := range map[unix.Errno]string{
		unix.ENODEV: "Device not found", unix.EPERM: "Operation not permitted", unix.EBADF: "Bad file descriptor",
	} {
		k, f := town()
		k.Fail("SIOCGIFFLAGS", errno)
		says := "eth1: error fetching interface information: " + text + "\n"
		if got := start(k, f, "eth1"); got.String() != says+"1\n" {
			t.Errorf("%v: %s", errno, got)
		}
		if got := start(k, f, "-s", "eth1"); got.String() != says+header+"1\n" {
			t.Errorf("-s, %v: %s", errno, got)
		}
		if got := start(k, f, "eth1", "del", "10.0.0.1"); got.String() != says+"1\n" {
			t.Errorf("del, %v: %s", errno, got)
		}
	}
}

// Errors that are no errno keep their text.
func TestOddErrors(t *testing.T) {
	k, f := town()
	got := &terminal{}
	e := got.env(k, f)
	e.Open = func(string) (io.ReadCloser, error) { return nil, errors.New("no files today") }
	if got.status = Main(e, []string{"ifconfig", "-s"}); got.status != 1 || got.stderr.String() != "/proc/net/dev: no files today\n" {
		t.Errorf("%s", got)
	}
}

// A name is cut to what the kernel takes before anything is done with it.
func TestLongNames(t *testing.T) {
	k, f := newKernel("abcdefghijklmno"), etc()
	f[pathDev] = devFile("abcdefghijklmno")
	if got := start(k, f, "abcdefghijklmnopqrst"); got.status != 0 || titles(got) != "abcdefghijklmno" || !strings.Contains(got.stdout.String(), "RX packets:1 ") {
		t.Errorf("%s", got)
	}
	if got := start(k, f, "nosuchdevicename", "up"); got.String() != "nosuchdevicenam: ERROR while getting interface flags: No such device\n255\n" {
		t.Errorf("%s", got)
	}
	if got := start(k, f, "nosuchdevicename"); got.String() != "nosuchdevicenam: error fetching interface information: Device not found\n1\n" {
		t.Errorf("%s", got)
	}
	start(k, f, "abcdefghijklmnopqrst", "name", "a23456789012345678")
	if changes(k) != "SIOCSIFNAME abcdefghijklmno a23456789012345" {
		t.Errorf("%s", k)
	}
}
