// Package reliability drives the built tools through faults: interfaces that
// vanish, files that lie, requests that are refused, streams that fail.
// docs/reliability.md has a row for each case. CLASSICNET_BIN=/usr/sbin runs
// the same tests on the machine's own tools.
package reliability

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// The test binary plays other parts where these variables are set; see
// the functions named here.
func TestMain(m *testing.M) {
	for _, part := range []struct {
		variable string
		play     func(value string) int
	}{
		{troubleVar, intoTrouble}, {peakVar, peakOf}, {nameserverVar, serveNames}, {capabilityVar, giveCapability},
	} {
		if value := os.Getenv(part.variable); value != "" {
			os.Exit(part.play(value))
		}
	}
	netlab.Main(m)
}

// self is the path of the test binary.
func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// newLab is a lab with the tools and without links but lo, which is up. Only that
// has IPv6: what it sends on its own would move counters.
func newLab(t *testing.T, needs ...string) *netlab.Lab {
	t.Helper()
	netlab.Need(t, append(needs, "ip")...)
	lab := netlab.New(t, netlab.Tools(t, "ifconfig", "route"))
	lab.Sh(`echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
ip link set lo up`)
	return lab
}

// town is a lab with a few interfaces:
//
//	eth1   up, 192.168.1.1/24, with the alias eth1:0 192.168.0.1
//	ppp0   up, point-to-point (a veth where there are no tun devices)
//	wlan9  down, last in any order
func town(t *testing.T) *netlab.Lab {
	t.Helper()
	lab := newLab(t, netlab.Veth)
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Veth("wlan9", "00:0d:61:0b:d9:a9")
	if netlab.Lacks(netlab.Tun) == nil {
		lab.Tun("ppp0", "ppp")
	} else {
		lab.Veth("ppp0", "00:0d:61:0b:d9:aa")
	}
	lab.Sh(`ip addr add 192.168.1.1/24 brd 192.168.1.255 dev eth1
ip addr add 192.168.0.1/24 brd 192.168.0.255 dev eth1 label eth1:0
ip addr add 10.0.0.1 peer 10.0.0.2 dev ppp0
ip link set eth1 up
ip link set ppp0 up`)
	lab.Settle()
	return lab
}

// check compares all of what came of a command.
func check(t *testing.T, what string, want, got netlab.Result) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: (-want +got)\n%s", what, diff)
	}
}

// survived fails the test where a tool met its end in a crash of the Go
// runtime, a signal, a hang, or in failure without a word.
func survived(t *testing.T, what string, got netlab.Result) {
	t.Helper()
	for _, crash := range []string{"goroutine ", "panic:", "fatal error:", "runtime:", "SIGSEGV", "SIGSYS"} {
		if strings.Contains(got.Stderr, crash) {
			t.Errorf("%s: crashed\n%s", what, got.Stderr)
		}
	}
	if !slices.Contains([]string{"0", "1", "4", "5", "6", "7", "255"}, got.Exit) {
		t.Errorf("%s: ended in %s", what, got.Exit)
	}
	if got.Exit != "0" && got.Stderr == "" {
		t.Errorf("%s: status %s without a word", what, got.Exit)
	}
}

// blocks are the interfaces of a long listing by name.
func blocks(listing string) map[string]string {
	m := map[string]string{}
	for _, block := range strings.SplitAfter(listing, "\n\n") {
		if name, _, ok := strings.Cut(block, " "); ok {
			m[name] += block
		}
	}
	return m
}
