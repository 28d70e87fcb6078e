package live

import (
	"os"
	"path/filepath"
	"testing"

	"classicnet/internal/netlab"
)

// netToolsPeer are net-tools' programs of one installation.
type netToolsPeer struct{ ifconfig, route, netstat, arp string }

// besideNetTools runs a test beside the machine's net-tools, 2.10, and those of
// other suites.
func besideNetTools(t *testing.T, test func(t *testing.T, peer netToolsPeer)) {
	t.Helper()
	t.Parallel()
	t.Run("machine", func(t *testing.T) {
		netlab.Need(t, "ifconfig", "route")
		peer := netToolsPeer{"/usr/sbin/ifconfig", "/usr/sbin/route", "/usr/bin/netstat", "/usr/sbin/arp"}
		netlab.NeedVersion(t, "net-tools 2.10", peer.ifconfig, "-V")
		test(t, peer)
	})
	besideSuites(t, func(t *testing.T, folder string) {
		sbin := filepath.Join(folder, "sbin") + "/"
		peer := netToolsPeer{sbin + "ifconfig", sbin + "route", sbin + "netstat", sbin + "arp"}
		netlab.NeedVersion(t, "net-tools 2.", peer.ifconfig, "-V")
		test(t, peer)
	})
}

// besideBusybox runs a test beside the machine's busybox, 1.35, and those of other
// suites.
func besideBusybox(t *testing.T, test func(t *testing.T, peer string)) {
	t.Helper()
	t.Parallel()
	t.Run("machine", func(t *testing.T) {
		netlab.Need(t, "busybox")
		netlab.NeedVersion(t, "BusyBox v1.35", "busybox")
		test(t, "busybox")
	})
	besideSuites(t, func(t *testing.T, folder string) {
		peer := filepath.Join(folder, "bin/busybox")
		netlab.NeedVersion(t, "BusyBox v1.", peer)
		test(t, peer)
	})
}

// besideSuites runs a test for each suite whose programs are in the folder that
// CLASSICNET_PEERS names, by test/peers.
func besideSuites(t *testing.T, test func(t *testing.T, folder string)) {
	t.Helper()
	folder := os.Getenv("CLASSICNET_PEERS")
	if folder == "" {
		return
	}
	busyboxes, err := filepath.Glob(filepath.Join(folder, "*/bin/busybox"))
	if err != nil || len(busyboxes) == 0 {
		t.Fatalf("%s has no suites, %v: see test/peers", folder, err)
	}
	for _, path := range busyboxes {
		suite := filepath.Dir(filepath.Dir(path))
		t.Run(filepath.Base(suite), func(t *testing.T) { test(t, suite) })
	}
}
