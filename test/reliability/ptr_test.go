package reliability

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// hostRoutes is a lab with a route to each of the hosts 10.9.0.1 to 10.9.0.n.
func hostRoutes(t *testing.T, n int) *netlab.Lab {
	t.Helper()
	lab := newLab(t, netlab.Veth)
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh(fmt.Sprintf(`ip link set eth1 up
for i in $(seq %d); do echo "route add 10.9.0.$i dev eth1"; done | ip -batch -`, n))
	return lab
}

// destinations are the first column of a routing table, without its titles.
func destinations(table string) (list []string) {
	lines := strings.Split(strings.TrimSuffix(table, "\n"), "\n")
	for _, line := range lines[min(2, len(lines)):] {
		list = append(list, strings.TrimRight(line[:min(15, len(line))], " "))
	}
	return list
}

// What a name server says is shown only if it can be a host's name.
func TestHostileNameserver(t *testing.T) {
	t.Parallel()
	lab := hostRoutes(t, len(answers)-1)
	startNameserver(t, lab)
	var want []string
	for i, a := range answers[1:] {
		shown := a.name
		if shown == "" {
			shown = fmt.Sprintf("10.9.0.%d", i+1)
		}
		want = append(want, shown)
	}
	got := lab.Run("route")
	if diff := cmp.Diff(want, destinations(got.Stdout)); diff != "" || got.Exit != "0" || got.Stderr != "" {
		t.Errorf("status %s %s(-want +got)\n%s", got.Exit, got.Stderr, diff)
	}
}

// Names in files are the machine's own: into a pipe they pass, on a terminal
// their control bytes don't.
func TestHostileNamesInFiles(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "script")
	lab := hostRoutes(t, 3)
	lab.Etc("nsswitch.conf", "hosts: files\nnetworks: files\n")
	lab.Etc("hosts", "10.9.0.1 \x1b[31mred\n10.9.0.2 \xff\x9b31m%s\n10.9.0.3 "+strings.Repeat("x", 100_000)+"\n")
	lab.Etc("networks", "\x1b[2J\x07net 10.8.0.0\n")
	lab.Sh("ip route add 10.8.0.0/24 dev eth1")
	long := strings.Repeat("x", 15)
	want := []string{"\x1b[31mred", "\xff\x9b31m%s", long, "\x1b[2J\x07net"}
	if diff := cmp.Diff(sorted(want), sorted(destinations(lab.Run("route").Stdout))); diff != "" {
		t.Errorf("pipe (-want +got)\n%s", diff)
	}
	want = []string{"?[31mred", "\xff?31m%s", long, "?[2J?net"}
	if diff := cmp.Diff(sorted(want), sorted(destinations(onTerminal(lab, "route").Stdout))); diff != "" {
		t.Errorf("terminal (-want +got)\n%s", diff)
	}
}
