package reliability

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// addRoutes gives a lab an interface eth1 and n routes 20.A.B.C/32, of which
// half have a gateway.
func addRoutes(lab *netlab.Lab, n int) {
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh(fmt.Sprintf(`ip addr add 10.0.0.1/8 dev eth1
ip link set eth1 up
seq 0 %d | awk '{
  via = $1 %% 2 ? "via 10.0.0.2" : ""
  printf "route add 20.%%d.%%d.%%d/32 dev eth1 %%s\n", $1 / 65536, $1 / 256 %% 256, $1 %% 256, via
}' | ip -batch -`, n-1))
}

// row is a row of route -n.
var row = regexp.MustCompile(`^(\d+\.\d+\.\d+\.\d+) +\d+\.\d+\.\d+\.\d+ +\d+\.\d+\.\d+\.\d+ +U[GH]* +0      0        0 eth1$`)

// rows checks each row of a table and returns how many targets there are whose
// text begins with a prefix, and how many rows.
func rows(t *testing.T, table, prefix string) (targets, all int) {
	t.Helper()
	const titles = "Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
	body, ok := strings.CutPrefix(table, titles)
	if !ok || !strings.HasSuffix(body, "\n") {
		t.Errorf("no table: %.200q", table)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(body) {
		all++
		m := row.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			t.Errorf("garbled: %q", line)
		} else if strings.HasPrefix(m[1], prefix) {
			seen[m[1]] = true
		}
	}
	return len(seen), all
}

// A long table is listed whole, in the memory of a short one.
func TestManyRoutes(t *testing.T) {
	t.Parallel()
	const many, growth = 100_000, 4 << 10
	lab := newLab(t, netlab.Veth)
	addRoutes(lab, 1000)
	_, few := measure(t, lab, "route", "-n")
	lab.Sh("ip link del eth1")
	addRoutes(lab, many)
	got, most := measure(t, lab, "route", "-n")
	if n, _ := rows(t, got.Stdout, "20."); got.Exit != "0" || got.Stderr != "" || n != many {
		t.Errorf("status %s %s, %d routes", got.Exit, got.Stderr, n)
	}
	t.Logf("1,000 routes: %d KiB, %d routes: %d KiB", few, many, most)
	if most > few+growth {
		t.Errorf("%d KiB for %d routes, %d KiB for 1,000", most, many, few)
	}
}

// Routes come and go while the table is read: every row is one, and those that
// stay are there. (The kernel repeats some when the table changes.)
func TestRoutesFlap(t *testing.T) {
	t.Parallel()
	const stay, listings = 100_000, 25
	lab := newLab(t, netlab.Veth)
	addRoutes(lab, stay)
	lab.Sh(`for start in 0 100; do
  seq $start $((start + 99)) | while read n; do
    echo "route add 19.0.0.$n dev eth1"
    echo "route add 22.0.$n.0/24 dev eth1"
    echo "route add 21.0.0.$n via 10.0.0.2"
  done >$WORK/add.$start
  sed 's/add/del/' $WORK/add.$start >$WORK/del.$start
  while :; do ip -force -batch $WORK/add.$start; ip -force -batch $WORK/del.$start; done >/dev/null 2>&1 </dev/null &
done`)
	least, most := 1<<20, 0
	for range listings {
		got := lab.Run("route", "-n")
		if got.Exit != "0" || got.Stderr != "" {
			t.Errorf("status %s %s", got.Exit, got.Stderr)
		}
		n, all := rows(t, got.Stdout, "20.")
		least, most = min(least, all), max(most, all)
		if n != stay {
			t.Errorf("%d of the %d routes that stay", n, stay)
		}
	}
	t.Logf("%d listings of %d to %d routes", listings, least, most)
	if least == most {
		t.Error("no route came or went")
	}
}

// row6 is a row of route -A inet6: target, gateway, flags, metric, references,
// use, interface.
var row6 = regexp.MustCompile(`^[0-9a-f:]+/\d+ +[0-9a-f:]+ +[A-Za-z!]+ +-?\d+ +\d+ +\d+ [a-z0-9]+ *$`)

// The same of IPv6, whose table the kernel walks from its start for each read:
// rows that stay can be missing or twice, but none is garbled.
func TestRoutes6Flap(t *testing.T) {
	t.Parallel()
	const stay, listings = 1000, 30
	lab := newLab(t, netlab.Veth)
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh(fmt.Sprintf(`echo 0 >/proc/sys/net/ipv6/conf/eth1/disable_ipv6
ip link set eth1 up
for n in $(seq %d); do echo "route add fd01:$n::/64 dev eth1"; done | ip -6 -batch -
for n in $(seq 50); do echo "route add fd00:$n::/64 dev eth1"; done >$WORK/add
sed 's/add/del/' $WORK/add >$WORK/del
while :; do ip -6 -force -batch $WORK/add; ip -6 -force -batch $WORK/del; done >/dev/null 2>&1 </dev/null &`, stay))
	least, most := 1<<20, 0
	for range listings {
		got := lab.Run("route", "-n", "-A", "inet6")
		lines := strings.Split(strings.TrimSuffix(got.Stdout, "\n"), "\n")
		for _, line := range lines[min(2, len(lines)):] {
			if !row6.MatchString(line) {
				t.Errorf("garbled: %q", line)
			}
		}
		if got.Exit != "0" || got.Stderr != "" {
			t.Errorf("status %s %s", got.Exit, got.Stderr)
		}
		least, most = min(least, len(lines)), max(most, len(lines))
	}
	t.Logf("%d listings of %d to %d lines", listings, least, most)
	if least == most || most < stay {
		t.Error("no table that changes")
	}
}
