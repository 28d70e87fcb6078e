package ioctltest_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// opener is what finds the files of a kernel.
type opener func(path string) (io.ReadCloser, error)

// state is all that one sees of a kernel, a line each. Lines of IPv6 files come in
// no order that means something: the kernel hashes addresses.
func state(s sockets, open opener) string {
	var b strings.Builder
	for _, name := range []string{"lo", "v0", "v1"} {
		flags, err := s.inet.Flags(name)
		mtu, _ := s.inet.MTU(name)
		qlen, _ := s.inet.TxQueueLen(name)
		hw, _ := s.inet.HardwareAddr(name)
		fmt.Fprintf(&b, "%s %#x %v mtu %d qlen %d hw %x\n", name, uint16(flags&^ioctl.FlagRunning), err, mtu, qlen, hw.Data)
	}
	b.WriteString(addresses(s))
	b.WriteString(file(open, "/proc/net/route", false))
	for _, path := range []string{"/proc/net/arp", "/proc/net/if_inet6", "/proc/net/ipv6_route"} {
		b.WriteString(file(open, path, true))
	}
	return b.String()
}

// addresses are those of SIOCGIFCONF, each with what belongs to it.
func addresses(s sockets) string {
	var b strings.Builder
	list, err := s.inet.Interfaces()
	fmt.Fprintln(&b, "addresses", err)
	for _, a := range list {
		fmt.Fprint(&b, a.Name, " ", a.Addr)
		for _, kind := range []ioctl.AddrKind{ioctl.AddrPeer, ioctl.AddrBroadcast, ioctl.AddrNetmask} {
			part, err := s.inet.InetBeside(kind, a.Name, a.Addr)
			fmt.Fprint(&b, " ", part, " ", err)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// file is a file without what no two kernels have in common: padding, and the
// reference counts of IPv6 routes.
func file(open opener, path string, sorted bool) string {
	f, err := open(path)
	if err != nil {
		return path + " " + err.Error() + "\n"
	}
	defer f.Close()
	var lines []string
	for scan := bufio.NewScanner(f); scan.Scan(); {
		words := strings.Fields(scan.Text())
		if strings.HasSuffix(path, "ipv6_route") && len(words) == 10 {
			words[6], words[7] = "-", "-"
		}
		lines = append(lines, strings.Join(words, " "))
	}
	if sorted {
		slices.Sort(lines)
	}
	return path + "\n" + strings.Join(lines, "\n") + "\n"
}

// sequences is how many random sequences run on both kernels. With
// CLASSICNET_SEED=N they are others, whose seeds count from N.
const sequences = 2000

func open(path string) (io.ReadCloser, error) {
	return os.Open(strings.Replace(path, "/proc/net/", "/proc/thread-self/net/", 1))
}

// Random requests leave the kernel in memory as they leave this machine's.
func TestAsTheKernel(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth, netlab.TxQueueLen)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	lab.Veth("v0", "02:00:00:00:00:a0")
	lab.Veth("v1", "02:00:00:00:00:a1")
	lab.Sh(`for i in default v0 v1 lo; do
  echo 0 >/proc/sys/net/ipv6/conf/$i/accept_dad
  echo 1 >/proc/sys/net/ipv6/conf/$i/addr_gen_mode
done`)
	first, _ := strconv.ParseUint(os.Getenv("CLASSICNET_SEED"), 10, 64)
	for n := range uint64(sequences) {
		if !sequence(t, lab, first+n) {
			return
		}
	}
}

// sequence runs one on both, from a state in which nothing is configured.
func sequence(t *testing.T, lab *netlab.Lab, seed uint64) bool {
	real := dial(t, func(family int) (requests, error) { return ioctl.OpenFamily(family) })
	defer real.close()
	promote := seed%4 == 1
	reset(t, real, promote)
	index := map[string]int{}
	for _, name := range []string{"lo", "v0", "v1"} {
		index[name], _ = real.inet.Index(name)
	}
	k := memory(index)
	k.PromoteSecondaries = promote
	unreal := dial(t, func(family int) (requests, error) { return k.Dial(family) })
	warm(t, real)
	warm(t, unreal)
	d := dice{rand.New(rand.NewPCG(seed, 15)), index}
	var log []string
	for range 12 {
		s := d.throw()
		want, got := fmt.Sprint(s.run(real)), fmt.Sprint(s.run(unreal))
		log = append(log, s.text+": "+want)
		if strings.HasPrefix(s.text, "SetFlags") || strings.HasPrefix(s.text, "AddAddr6") {
			lab.Settle() // IPv6 is ready a moment later
		}
		diff := cmp.Diff(want, got)
		if diff == "" {
			diff = cmp.Diff(strings.Split(state(real, open), "\n"), strings.Split(state(unreal, k.Open), "\n"))
		}
		if diff != "" {
			t.Errorf("seed %d, promote %t: (-kernel +memory)\n%s\nafter\n%s", seed, promote, diff, strings.Join(log, "\n"))
			return false
		}
	}
	return true
}

// Sockets of other families set no IPv4 addresses.
func TestOtherSocketsAsTheKernels(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth) // a Linux kernel, then
	if netlab.Inside(t) == nil {
		return
	}
	k := ioctltest.New(ioctltest.Loopback())
	k.Families = []int{unix.AF_UNIX}
	for _, family := range []int{unix.AF_UNIX, unix.AF_INET6} {
		real, err := ioctl.OpenFamily(family)
		if errors.Is(err, unix.EAFNOSUPPORT) {
			t.Skip("the kernel lacks a family: ", err)
		}
		must(t, err)
		defer real.Close()
		memory, err := k.Dial(family)
		must(t, err)
		var addr ioctl.Sockaddr
		addr.SetFamily(uint16(family))
		for kind := ioctl.AddrLocal; kind <= ioctl.AddrNetmask; kind++ {
			for _, name := range []string{"lo", "lo:1"} {
				want, got := fmt.Sprint(real.SetSockaddr(kind, name, addr)), fmt.Sprint(memory.SetSockaddr(kind, name, addr))
				if want != got {
					t.Errorf("family %d: %s, want %s", family, got, want)
				}
			}
		}
	}
}

func dial(t *testing.T, family func(int) (requests, error)) (s sockets) {
	t.Helper()
	var err error
	if s.inet, err = family(unix.AF_INET); err != nil {
		t.Fatal(err)
	}
	if s.inet6, err = family(unix.AF_INET6); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s sockets) close() {
	s.inet.Close()
	s.inet6.Close()
}

// memory is the lab in memory.
func memory(index map[string]int) *ioctltest.Kernel {
	k := ioctltest.New()
	for _, i := range []ioctltest.Interface{
		ioctltest.Loopback(),
		ioctltest.Ethernet("v0", [6]byte{2, 0, 0, 0, 0, 0xa0}),
		ioctltest.Ethernet("v1", [6]byte{2, 0, 0, 0, 0, 0xa1}),
	} {
		i.Index = index[i.Name]
		k.Add(i)
	}
	return k
}

// warm gives both kernels the main table that the first address makes.
func warm(t *testing.T, s sockets) {
	t.Helper()
	must(t, s.inet.SetAddr("v0", netip.MustParseAddr("10.0.0.1")))
	must(t, s.inet.SetAddr("v0", netip.IPv4Unspecified()))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// reset takes away what the sequence before has made.
func reset(t *testing.T, s sockets, promote bool) {
	t.Helper()
	value := "0"
	if promote {
		value = "1"
	}
	must(t, os.WriteFile("/proc/sys/net/ipv4/conf/all/promote_secondaries", []byte(value), 0))
	for i, name := range []string{"lo", "v0", "v1"} {
		flags := []ioctl.Flags{ioctl.FlagLoopback, cardFlags, cardFlags}[i]
		must(t, s.inet.SetFlags(name, flags))
		must(t, s.inet.SetMTU(name, []int32{65536, 1500, 1500}[i]))
		must(t, s.inet.SetTxQueueLen(name, 1000))
		if i > 0 {
			// another address makes the kernel forget the neighbours
			for _, last := range []byte{0xff, 0xa0 + byte(i-1)} {
				must(t, s.inet.SetHardwareAddr(name, ioctl.HardwareAddr{Type: 1, Data: [14]byte{2, 0, 0, 0, 0, last}}))
			}
		}
	}
	for {
		list, err := s.inet.Interfaces()
		must(t, err)
		if len(list) == 0 {
			break
		}
		must(t, s.inet.SetAddr(list[0].Name, netip.IPv4Unspecified()))
	}
	clearRoutes(t, s)
	clearProxies(t, s)
}
