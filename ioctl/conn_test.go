package ioctl

import (
	"errors"
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// Names that the kernel would cut don't reach it.
func TestNames(t *testing.T) {
	c := Descriptor(-1)
	for name, errno := range map[string]unix.Errno{
		"": unix.EBADF, strings.Repeat("x", 16): unix.EINVAL, strings.Repeat("x", 1<<17): unix.EINVAL,
		"eth0": unix.EBADF, strings.Repeat("x", 15): unix.EBADF,
	} {
		_, err := c.Flags(name)
		refused(t, err, "SIOCGIFFLAGS", name, errno)
		refused(t, c.SetFlags(name, FlagUp), "SIOCSIFFLAGS", name, errno)
		refused(t, c.SetMTU(name, 1), "SIOCSIFMTU", name, errno)
		refused(t, c.SetMap(name, Map{}), "SIOCSIFMAP", name, errno)
		refused(t, c.SetHardwareAddr(name, HardwareAddr{}), "SIOCSIFHWADDR", name, errno)
		refused(t, c.SetKeepalive(name, 1), "SIOCSKEEPALIVE", name, errno)
		refused(t, c.SetSockaddr(AddrPeer, name, Sockaddr{}), "SIOCSIFDSTADDR", name, errno)
		_, err = c.FamilyAddr(name, Sockaddr{})
		refused(t, err, "SIOCGIFADDR", name, errno)
	}
	_, err := c.Interfaces()
	refused(t, err, "SIOCGIFCONF", "", unix.EBADF)
}

func TestNoSocket(t *testing.T) {
	f, err := unix.Open("/dev/null", unix.O_RDONLY, 0)
	ok(t, err)
	defer unix.Close(f)
	_, err = Descriptor(f).MTU("lo")
	refused(t, err, "SIOCGIFMTU", "lo", unix.ENOTTY)
}

func TestUnknownFamily(t *testing.T) {
	for _, family := range []int{unix.AF_ECONET, unix.AF_ROSE, 9999} {
		_, err := OpenFamily(family)
		refused(t, err, "socket", "", unix.EAFNOSUPPORT)
	}
}

func TestSequencedPacketFamilies(t *testing.T) {
	for _, family := range []int{unix.AF_NETROM, unix.AF_X25} {
		c, err := OpenFamily(family)
		if err == nil {
			c.Close()
			continue // a kernel that has the family
		}
		refused(t, err, "socket", "", unix.EAFNOSUPPORT)
	}
}

func TestClose(t *testing.T) {
	c := must(Open())(t)
	ok(t, c.Close())
	ok(t, c.Close())
	ok(t, Descriptor(0).Close())
	unix.CloseOnExec(0) // still ours
	broken := must(Open())(t)
	unix.Close(broken.fd())
	refused(t, broken.Close(), "close", "", unix.EBADF)
}

func TestSocketIsCloseOnExec(t *testing.T) {
	c := must(Open())(t)
	defer c.Close()
	flags := must(unix.FcntlInt(uintptr(c.fd()), unix.F_GETFD, 0))(t)
	equal(t, unix.FD_CLOEXEC, flags)
}

func TestError(t *testing.T) {
	err := error(&Error{"SIOCSIFADDR", "eth1:0", unix.ENODEV})
	equal(t, "SIOCSIFADDR eth1:0: No such device", err.Error())
	equal(t, "socket: Operation not permitted", (&Error{"socket", "", unix.EPERM}).Error())
	if !errors.Is(err, unix.ENODEV) {
		t.Error("the errno isn't found")
	}
	refused(t, failure("socket", "", errors.New("odd")), "socket", "", unix.EIO)
}

func TestStrerror(t *testing.T) {
	for errno, want := range map[unix.Errno]string{
		0: "Success", unix.ENODEV: "No such device", unix.EOPNOTSUPP: "Operation not supported",
		unix.EADDRNOTAVAIL: "Cannot assign requested address", unix.EDEADLK: "Resource deadlock avoided",
		unix.EAGAIN: "Resource temporarily unavailable", 4095: "Unknown error 4095",
	} {
		equal(t, want, Strerror(errno))
	}
}

func TestSockaddr(t *testing.T) {
	sa := InetSockaddr(netip.MustParseAddr("10.0.0.1"))
	equal(t, "10.0.0.1", sa.String())
	equal(t, unix.AF_INET, int(sa.Family()))
	equal(t, Sockaddr{}, InetSockaddr(netip.MustParseAddr("::1")))
	var other Sockaddr
	other.SetFamily(0x0404)
	copy(other.Data(), "\x01\x02")
	equal(t, "04040102000000000000000000000000", other.String())
}

// An answer whose family isn't IPv4's is no address: the kernel of some
// sandboxes leaves the request as it was.
func TestForeignAnswers(t *testing.T) {
	for _, family := range []uint16{0, unix.AF_INET6, 0xffff} {
		sockaddr := make([]byte, sockaddrSize)
		putFamily(sockaddr, family)
		if a, isInet := inetOf(sockaddr); isInet {
			t.Errorf("family %d gives %v", family, a)
		}
	}
}

// A full buffer without a last name is no list, however large the next one is.
func TestUntouchedList(t *testing.T) {
	buf := make([]byte, 2*requestSize)
	copy(buf, "eth0")
	equal(t, true, untouched(buf))
	copy(buf[requestSize:], "eth1")
	equal(t, false, untouched(buf))
}

// Entries that don't fill a request are none.
func FuzzParseConf(f *testing.F) {
	f.Add([]byte("eth0"))
	f.Add(append([]byte("eth0:1\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x00\x0a\x00\x00\x01"), make([]byte, 40)...))
	f.Fuzz(func(t *testing.T, buf []byte) {
		list := parseConf(buf)
		if len(list) != len(buf)/requestSize {
			t.Errorf("%d entries in %d bytes", len(list), len(buf))
		}
		for _, e := range list {
			if len(e.Name) > nameSize || e.Addr.IsValid() && !e.Addr.Is4() {
				t.Errorf("entry %+v", e)
			}
		}
	})
}

func TestRequestsAllocateNothing(t *testing.T) {
	c := must(Open())(t)
	defer c.Close()
	if n := testing.AllocsPerRun(100, func() { c.Flags("lo"); c.MTU("lo"); c.Map("lo"); c.Netmask("lo") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
