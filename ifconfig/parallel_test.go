package ifconfig

import (
	"fmt"
	"net/netip"
	"strings"
	"sync"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
	"classicnet/ioctl"
)

// rival is a kernel on which somebody else takes the label just chosen, a few
// times.
type rival struct {
	*fakeKernel
	times  int
	locked []string
}

func (k *rival) SetSockaddr(kind ioctl.AddrKind, name string, sa ioctl.Sockaddr) error {
	err := k.fakeKernel.SetSockaddr(kind, name, sa)
	if kind == ioctl.AddrLocal && k.times > 0 {
		k.times--
		d := k.devices[deviceOf(name)]
		d.setLocal(name, netip.AddrFrom4([4]byte{172, 16, 0, byte(k.times)}), &d.labels[0])
	}
	return err
}

func (k *rival) LockLabels() func() {
	k.locked = append(k.locked, "lock")
	return func() { k.locked = append(k.locked, "unlock") }
}

// A label that somebody else takes meanwhile is left to him, and the next is
// tried; where none can be had the command says so.
func TestAddBesideARival(t *testing.T) {
	for times, want := range map[int]string{0: "0\n", 1: "0\n", 5: "0\n", aliasTries: "SIOCSIFADDR: Resource temporarily unavailable\n1\n"} {
		k := &rival{fakeKernel: newFake("eth0"), times: times}
		start(k.fakeKernel, etc(), "eth0", "10.0.0.1")
		out := &terminal{}
		e := out.env(k.fakeKernel, etc())
		e.Dial = func(int) (Kernel, error) { return k, nil }
		out.status = Main(e, words("ifconfig eth0 add 10.0.0.2"))
		if out.String() != want {
			t.Errorf("%d times: %s", times, out)
		}
		count := 0
		for _, l := range k.devices["eth0"].labels {
			if l.addr == netip.MustParseAddr("10.0.0.2") {
				count++
			}
		}
		if yes := out.status == 0; yes != (count == 1) {
			t.Errorf("%d times: status %d, %d addresses", times, out.status, count)
		}
		if len(k.devices["eth0"].labels) != 1+times+count {
			t.Errorf("%d times: somebody else's aliases are %v", times, k.devices["eth0"].labels)
		}
		if got := strings.Join(k.locked, " "); got != "lock unlock" {
			t.Errorf("%s", got)
		}
	}
}

// TestParallelAdd: of forty at once each has its alias.
func TestParallelAdd(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.New(t, netlab.Tools(t, "ifconfig"))
	lab.Sh("ip link add v0 type veth peer name v1; ip addr add 10.0.0.1/24 dev v0; ip link set v0 up")
	const n = 40
	var wait sync.WaitGroup
	var mu sync.Mutex
	said := map[string]bool{}
	for i := range n {
		wait.Add(1)
		go func() {
			defer wait.Done()
			addr := fmt.Sprintf("10.0.1.%d", i+1)
			if got := lab.Run("ifconfig", "v0", "add", addr); got.Exit == "0" {
				mu.Lock()
				said[addr] = true
				mu.Unlock()
			} else {
				t.Logf("%s: %+v", addr, got)
			}
		}()
	}
	wait.Wait()
	listing := lab.Run("ifconfig", "-a").Stdout
	for addr := range said {
		if !strings.Contains(listing, "inet addr:"+addr+" ") {
			t.Errorf("%s was said to be there", addr)
		}
	}
	if len(said) != n {
		t.Errorf("%d of %d were made", len(said), n)
	}
}

// TestLockLabels: the lock is one of a namespace, and is let go.
func TestLockLabels(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	c, err := ioctl.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	unlock := c.LockLabels()
	free := make(chan struct{})
	go func() {
		c.LockLabels()()
		close(free)
	}()
	select {
	case <-free:
		t.Error("two have the lock")
	default:
	}
	unlock()
	<-free
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_DGRAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fd)
	if err := unix.Bind(fd, &unix.SockaddrUnix{Name: "@classicnet/labels"}); err != nil {
		t.Errorf("the lock was kept: %v", err)
	}
}
