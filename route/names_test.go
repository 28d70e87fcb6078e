package route

import (
	"errors"
	"fmt"
	"iter"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/dialect"
	"classicnet/internal/frame"
	"classicnet/internal/resolve"
	"classicnet/procnet"
	"classicnet/tool"
)

// What is looked up as a host, what as a network, and what not at all.
func TestNameRoute(t *testing.T) {
	tests := []struct {
		route string // destination, mask, flags
		want  string
	}{
		{"0.0.0.0 0.0.0.0 1", "default *"},
		{"0.0.0.0 128.0.0.0 1", "default *"},
		{"0.0.0.0 255.255.255.255 5", "default *"},
		{"192.168.1.0 255.255.255.0 1", "office *"},
		{"192.168.1.0 255.255.0.0 1", "host *"}, // bits outside the mask
		{"192.168.1.0 255.255.255.255 5", "host *"},
		{"192.168.1.0 255.255.255.255 1", "office *"},
		{"127.0.0.1 255.0.0.0 1", "localhost *"},
		{"10.9.9.9 255.255.255.255 5", " *"},
		{"10.9.0.0 255.255.0.0 1", " *"},
	}
	w := newWorld()
	w.files["/etc/hosts"] += "192.168.1.0 host\n"
	n, done := w.command(t).listing(dialect.Routes2003).names()
	defer done()
	for _, test := range tests {
		var destination, mask string
		row := inetRow{Route: procnet.Route{Gateway: netip.IPv4Unspecified()}}
		fmt.Sscan(test.route, &destination, &mask, &row.Flags) //nolint:errcheck // see above
		row.Destination, row.Mask = netip.MustParseAddr(destination), netip.MustParseAddr(mask)
		n.askRoute(&row.Route)
		n.nameRoute(&row)
		if got := row.destination + " " + row.gateway; got != test.want {
			t.Errorf("%s: %q, want %q", test.route, got, test.want)
		}
	}
}

// Names are cut to their column, whatever they hold.
func TestNamesAreCut(t *testing.T) {
	w := newWorld()
	w.files["/etc/networks"] = "this-is-a-very-long-network 10\n"
	w.files["/etc/hosts"] = "10.0.0.1 a-very-long-host-name.example.test\n"
	w.files["/proc/net/route"] = nativeRoutes(routeTitles + strings.Replace(routeLine, "00000000\t0001", "0100000A\t0003", 1))
	want := plain + "this-is-a-very- a-very-long-hos 255.0.0.0       UG    0      0        0 v0\n"
	if diff := cmp.Diff(result{Stdout: want}, w.runWords("")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Control bytes of names don't reach a terminal; a pipe gets them as they are.
func TestNamesOnTerminal(t *testing.T) {
	w := newWorld()
	w.files["/etc/hosts"] = "10.0.0.1 \x1b[31mred\n"
	w.files["/proc/net/route"] = nativeRoutes(routeTitles + strings.Replace(routeLine, "00000000\t0001", "0100000A\t0003", 1))
	for terminal, want := range map[bool]string{false: "\x1b[31mred", true: "?[31mred"} {
		w.terminal = terminal
		if got := w.runWords("-e").Stdout; !strings.Contains(got, " "+want+" ") {
			t.Errorf("terminal %v: %q", terminal, got)
		}
	}
}

// -n makes no look-up of any kind.
func TestNumericAsksNothing(t *testing.T) {
	for _, line := range []string{"-n", "-N", "-nN", "-neeFC", "-6", "-6Cn"} {
		w := newWorld()
		for _, path := range []string{"/etc/hosts", "/etc/networks", "/etc/nsswitch.conf"} {
			delete(w.files, path)
		}
		var opened []string
		w.files["/proc/net/route"], w.files["/proc/net/rt_cache"] = routeTitles+routeLine, someCache
		w.files["/proc/net/ipv6_route"], w.files["/proc/net/ndisc"] = someRoutes6, someNeighbours
		w.opened = &opened
		if got := w.runWords(line); got.Status != 0 {
			t.Errorf("%s: %+v", line, got)
		}
		for _, path := range opened {
			if !strings.HasPrefix(path, "/proc/net/") && path != frame.DialectFile {
				t.Errorf("%s opened %s", line, path)
			}
		}
	}
}

var errGivenUp = errors.New("given up")

// deadDNS never answers, and counts how often it was asked.
type deadDNS struct{ asked, running, most atomic.Int32 }

func (d *deadDNS) LookupIP(end <-chan struct{}, _ string, _ bool) ([]netip.Addr, error) {
	<-end
	return nil, errGivenUp
}

func (d *deadDNS) LookupName(end <-chan struct{}, _ netip.Addr) (string, error) {
	d.asked.Add(1)
	d.most.Store(max(d.most.Load(), d.running.Add(1)))
	defer d.running.Add(-1)
	<-end
	return "", errGivenUp
}

// A name server that never answers delays a listing by the budget, however
// many addresses there are; the rows come in order, as numbers.
func TestDeadResolver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dns := &deadDNS{}
		w := newWorld()
		w.files["/etc/nsswitch.conf"], w.dns = "hosts: files dns\n", dns
		w.files["/proc/net/route"] = nativeRoutes(routeTitles + manyRoutes(1000))
		start := time.Now()
		named := w.runWords("")
		if took := time.Since(start); took != resolve.ListingBudget {
			t.Errorf("took %v", took)
		}
		if n := dns.most.Load(); n != resolve.ListingParallel {
			t.Errorf("%d look-ups at a time", n)
		}
		numeric := w.runWords("-n")
		if diff := cmp.Diff(numeric.Stdout, named.Stdout); diff != "" {
			t.Errorf("(-numeric +named)\n%s", diff)
		}
		if lines := strings.Count(named.Stdout, "\n"); lines != 1002 {
			t.Errorf("%d lines", lines)
		}
	})
}

// manyRoutes are lines with n gateways.
func manyRoutes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "v0\t%02X%02X000B\t%02X%02X000A\t0003\t0\t0\t0\t00FFFFFF\t0\t0\t0\n", 0, i%256, i%256, i/256)
	}
	return b.String()
}

// slowDNS answers later the sooner it was asked.
type slowDNS struct{ asked atomic.Int32 }

func (d *slowDNS) LookupIP(<-chan struct{}, string, bool) ([]netip.Addr, error) {
	return nil, tool.ErrNoName
}

func (d *slowDNS) LookupName(_ <-chan struct{}, a netip.Addr) (string, error) {
	time.Sleep(time.Duration(100-d.asked.Add(1)%100) * time.Millisecond)
	quad := a.As4()
	return fmt.Sprintf("h%d.%d", quad[2], quad[3]), nil
}

// Answers that come out of order don't change the order of the rows, and an
// address is asked for once.
func TestNamesKeepOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dns := &slowDNS{}
		w := newWorld()
		w.files["/etc/nsswitch.conf"], w.dns = "hosts: files dns\n", dns
		w.files["/proc/net/route"] = nativeRoutes(routeTitles + manyRoutes(300) + manyRoutes(300))
		got := strings.Split(strings.TrimSuffix(w.runWords("").Stdout, "\n"), "\n")[2:]
		if len(got) != 600 {
			t.Fatalf("%d rows", len(got))
		}
		for i, line := range got {
			if want := fmt.Sprintf("h%d.%d", i%300/256, i%300%256); strings.Fields(line)[1] != want {
				t.Fatalf("row %d is %q, want gateway %s", i, line, want)
			}
		}
		if n := dns.asked.Load(); n != 300 {
			t.Errorf("%d questions for 300 addresses", n)
		}
	})
}

// numbers yields 0 to n-1, an error beside each that fails selects.
func numbers(n int, fails func(int) error) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, fails(i)) {
				return
			}
		}
	}
}

// ahead asks about each row that is to be listed.
func TestAhead(t *testing.T) {
	fails := func(i int) error {
		switch i % 10 {
		case 3:
			return &procnet.LineError{}
		case 4:
			return &procnet.LineError{Skipped: true}
		case 5:
			return errors.New("fatal")
		}
		return nil
	}
	var asked, want []int
	for range ahead(numbers(30, fails), func(i *int) { asked = append(asked, *i) }) {
	}
	for i := range 30 {
		if i%10 != 4 && i%10 != 5 {
			want = append(want, i)
		}
	}
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
