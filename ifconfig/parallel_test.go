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
	"classicnet/ioctl/ioctltest"
)

// rival takes the label just chosen, a few times.
func rival(k *ioctltest.Kernel, times int) {
	c, _ := k.Dial(unix.AF_INET)
	chosen := ""
	k.Meanwhile = func(request string) {
		if label := chosen; label != "" && times > 0 {
			times--
			chosen = ""
			_ = c.SetAddr(label, netip.AddrFrom4([4]byte{172, 16 + byte(times), 0, 1}))
		}
		chosen = ""
		if words := strings.Fields(request); words[0] == "SIOCSIFADDR" {
			chosen = words[1]
		}
	}
}

// A label that somebody else takes meanwhile is left to him, and the next is
// tried; where none can be had the command says so.
func TestAddBesideARival(t *testing.T) {
	for times, want := range map[int]string{0: "0\n", 1: "0\n", 5: "0\n", aliasTries: "SIOCSIFADDR: Resource temporarily unavailable\n1\n"} {
		k := upCard()
		rival(k, times)
		out := start(k, etc(), "eth0", "add", "10.0.0.2")
		if out.String() != want {
			t.Errorf("%d times: %s", times, out)
		}
		count, addrs := 0, k.Interface("eth0").Addrs
		for _, a := range addrs {
			if a.Local == netip.MustParseAddr("10.0.0.2") {
				count++
			}
		}
		if yes := out.status == 0; yes != (count == 1) {
			t.Errorf("%d times: status %d, %d addresses", times, out.status, count)
		}
		if len(addrs) != 1+times+count {
			t.Errorf("%d times: somebody else's aliases are %v, %s", times, addrs, k)
		}
		if strings.Count(k.String(), "\nlock labels\n") != 1 || !strings.HasSuffix(k.String(), "\nunlock labels\nclose\n") {
			t.Errorf("%s", k)
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
