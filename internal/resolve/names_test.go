package resolve

import (
	"fmt"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"classicnet/tool"
)

// slowDNS takes its time for every PTR and counts what is going on. Where
// deaf is set it doesn't even hear that nobody waits any more.
type slowDNS struct {
	tool.DNS
	takes time.Duration
	deaf  bool

	mu       sync.Mutex
	now, max int
	asked    map[netip.Addr]int
}

func (d *slowDNS) LookupName(end <-chan struct{}, a netip.Addr) (string, error) {
	d.begin(a)
	defer d.end()
	if d.deaf {
		end = nil
	}
	select {
	case <-time.After(d.takes):
		return nameOf(a), nil
	case <-end:
		return "", errTimeout
	}
}

func (d *slowDNS) begin(a netip.Addr) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.asked == nil {
		d.asked = map[netip.Addr]int{}
	}
	d.asked[a]++
	d.now++
	d.max = max(d.max, d.now)
}

func (d *slowDNS) end() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.now--
}

func nameOf(a netip.Addr) string { return fmt.Sprintf("h%x.example", a.As4()) }

// host is the i-th address of 10.0.0.0/8.
func host(i int) netip.Addr {
	return netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
}

const second = time.Second

func newNames(t *testing.T, hosts, services string, dns tool.DNS, parallel int) *Names {
	n := NewNames(New(etc(hosts, "", services).open, dns), parallel, 5*second)
	t.Cleanup(n.Close)
	return n
}

// checkName asks for a name and for how long it takes.
func checkName(t *testing.T, n *Names, a netip.Addr, want string, takes time.Duration) {
	t.Helper()
	start := time.Now()
	got, ok := n.Name(a)
	if got != want || ok != (want != "") || time.Since(start) != takes {
		t.Errorf("%v is %q, %v after %v, want %q after %v", a, got, ok, time.Since(start), want, takes)
	}
}

func TestNamesSideBySide(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dns := &slowDNS{takes: second}
		n := newNames(t, "", "files dns", dns, 16)
		start := time.Now()
		for i := range 40 {
			n.Ask(host(i))
			n.Ask(host(i))
		}
		for i := range 40 {
			if got, _ := n.Name(host(i)); got != nameOf(host(i)) {
				t.Errorf("%v is %q", host(i), got)
			}
		}
		if took := time.Since(start); took != 3*second {
			t.Errorf("40 questions, 16 at a time, took %v, want 3s", took)
		}
		if dns.max != 16 {
			t.Errorf("%d questions at a time, want 16", dns.max)
		}
		for a, times := range dns.asked {
			if times != 1 {
				t.Errorf("%v asked %d times", a, times)
			}
		}
	})
}

func TestNamesOneByOne(t *testing.T) {
	for _, parallel := range []int{1, 0, -1} {
		synctest.Test(t, func(t *testing.T) {
			dns := &slowDNS{takes: second}
			n := newNames(t, "", "dns", dns, parallel)
			n.Ask(host(1))
			n.Ask(host(2))
			checkName(t, n, host(2), nameOf(host(2)), 2*second) // in the order of asking
			checkName(t, n, host(1), nameOf(host(1)), 0)
			checkName(t, n, host(3), nameOf(host(3)), second) // not asked for before
		})
	}
}

func TestNamesAskDoesNotBlock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNames(t, "", "dns", &slowDNS{takes: time.Hour}, 2)
		start := time.Now()
		for i := range 1000 {
			n.Ask(host(i))
		}
		if took := time.Since(start); took != 0 {
			t.Errorf("took %v", took)
		}
	})
}

// The budget runs from the first question on; what files know is free.
func TestNamesBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNames(t, "10.0.0.1 one\n10.0.0.2 two\n", "files dns", &slowDNS{takes: time.Hour}, 16)
		time.Sleep(time.Hour)
		checkName(t, n, host(1), "one", 0)
		time.Sleep(time.Hour)
		n.Ask(host(3))
		time.Sleep(second)
		checkName(t, n, host(1), "one", 0)
		checkName(t, n, host(4), "", 4*second)
		checkName(t, n, host(3), "", 0)
		checkName(t, n, host(5), "", 0) // over for good
		n.Ask(host(6))
		checkName(t, n, host(2), "two", 0)
	})
}

// An address that had its name within the budget keeps it, one that had none
// keeps none though an answer comes late.
func TestNamesAnswerOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dns := &slowDNS{takes: 2 * second, deaf: true}
		n := newNames(t, "", "dns", dns, 1)
		for i := range 3 {
			n.Ask(host(i))
		}
		time.Sleep(time.Minute)
		for i, want := range []string{nameOf(host(0)), nameOf(host(1)), "", ""} {
			checkName(t, n, host(i), want, 0)
			checkName(t, n, host(i), want, 0)
		}
		if len(dns.asked) != 3 {
			t.Errorf("asked %v", dns.asked)
		}
	})
}

// A server that hears nothing costs no more than the budget.
func TestNamesDeafServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNames(t, "10.0.0.9 nine\n", "dns files", &slowDNS{takes: time.Hour, deaf: true}, 4)
		for i := range 10 {
			n.Ask(host(i))
		}
		checkName(t, n, host(7), "", 5*second)
		checkName(t, n, host(9), "nine", 0) // the files come after DNS here
		checkName(t, n, host(99), "", 0)
		time.Sleep(2 * time.Hour) // the bubble ends only when no goroutine is left
	})
}

func TestNamesClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dns := &slowDNS{takes: time.Hour}
		n := newNames(t, "10.0.0.1 one\n", "files dns", dns, 2)
		for i := range 10 {
			n.Ask(host(i))
		}
		n.Close()
		n.Close()
		synctest.Wait()
		if dns.now != 0 || n.working != 0 {
			t.Errorf("%d questions and %d workers left", dns.now, n.working)
		}
		checkName(t, n, host(3), "", 0)
		checkName(t, n, host(1), "one", 0)
	})
}

// Without DNS nothing waits, and no budget runs.
func TestNamesWithoutDNS(t *testing.T) {
	for _, services := range []string{"files", "files [NOTFOUND=return] dns", "nosuch"} {
		synctest.Test(t, func(t *testing.T) {
			dns := &slowDNS{takes: time.Hour}
			n := newNames(t, "10.0.0.1 one\n", services, dns, 2)
			n.Ask(host(2))
			checkName(t, n, host(2), "", 0)
			if len(dns.asked) != 0 || n.timed {
				t.Errorf("%s: asked %v, budget runs: %v", services, dns.asked, n.timed)
			}
		})
	}
	n := newNames(t, "10.0.0.1 one\n", "dns files", nil, 2)
	if got, _ := n.Name(host(1)); got != "one" {
		t.Errorf("without a name service: %q", got)
	}
}

func TestNamesOfNoHost(t *testing.T) {
	dns := &fakeDNS{records: map[string]any{"10.0.0.1 PTR": "evil\x1b[2J", "10.0.0.2 PTR": errTimeout}}
	n := newNames(t, "", "dns", dns, 1)
	for i := 1; i < 4; i++ {
		if got, ok := n.Name(host(i)); ok || got != "" {
			t.Errorf("%v is %q", host(i), got)
		}
	}
}

// countingDNS knows every address at once.
type countingDNS struct {
	tool.DNS
	asked atomic.Int64
}

func (d *countingDNS) LookupName(_ <-chan struct{}, a netip.Addr) (string, error) {
	d.asked.Add(1)
	return nameOf(a), nil
}

// Only so many answers are kept; a forgotten one is asked for again.
func TestNamesForget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dns := &countingDNS{}
		n := newNames(t, "", "dns", dns, 4)
		if n.limit != remembered {
			t.Errorf("remembers %d, want %d", n.limit, remembered)
		}
		n.limit = 100
		for i := range 150 {
			checkName(t, n, host(i), nameOf(host(i)), 0)
		}
		if len(n.answers) != 100 || len(n.asked) != 100 {
			t.Errorf("%d and %d remembered, want 100", len(n.answers), len(n.asked))
		}
		for _, c := range []struct {
			host  int
			asked int64
		}{{50, 150}, {149, 150}, {0, 151}, {50, 152}, {149, 152}} {
			checkName(t, n, host(c.host), nameOf(host(c.host)), 0)
			if got := dns.asked.Load(); got != c.asked {
				t.Errorf("host %d: asked %d times, want %d", c.host, got, c.asked)
			}
		}
	})
}

// Where all that can be remembered is open, Ask does nothing and Name waits
// for room, until the budget is spent.
func TestNamesFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dns := &slowDNS{takes: 3 * second}
		n := newNames(t, "", "dns", dns, 2)
		n.limit = 4
		for i := range 10 {
			n.Ask(host(i))
		}
		if len(n.answers) != 4 {
			t.Errorf("%d remembered, want 4", len(n.answers))
		}
		checkName(t, n, host(8), "", 5*second)
		checkName(t, n, host(1), nameOf(host(1)), 0)
	})
}

// Waiting for room ends when there is some.
func TestNamesRoomAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNames(t, "", "dns", &slowDNS{takes: second}, 4)
		n.limit = 4
		for i := range 4 {
			n.Ask(host(i))
		}
		checkName(t, n, host(9), nameOf(host(9)), 2*second)
	})
}

// Several goroutines may ask and wait at once.
func TestNamesConcurrently(t *testing.T) {
	n := newNames(t, "10.0.0.1 one\n", "files dns", &countingDNS{}, 4)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 500 {
				n.Ask(host(i * (g + 1)))
				want := nameOf(host(i))
				if i == 1 {
					want = "one"
				}
				if got, _ := n.Name(host(i)); got != want {
					t.Errorf("%v is %q, want %q", host(i), got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestNamesLeaveNoWorker(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNames(t, "", "dns", &slowDNS{takes: second}, 16)
		for i := range 30 {
			n.Ask(host(i))
		}
		time.Sleep(3 * second)
		synctest.Wait()
		if n.working != 0 {
			t.Errorf("%d workers left", n.working)
		}
	})
}

// unreadyDNS says that nothing can be asked.
type unreadyDNS struct{ slowDNS }

func (*unreadyDNS) Ready() error { return errTimeout }

// Where nothing can be asked no timer runs: this one answers all the same,
// after the budget.
func TestNoBudgetWithoutQuestions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNames(t, "", "dns", &unreadyDNS{slowDNS{takes: 10 * second}}, 1)
		checkName(t, n, host(1), nameOf(host(1)), 10*second)
	})
}
