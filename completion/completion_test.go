// Package completion has no code: its tests run the completion scripts in
// real shells.
package completion

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shell returns a shell's path, and skips the test by name where there is none.
func shell(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	switch {
	case err == nil:
	case os.Getenv("CLASSICNET_CI") == "1":
		t.Fatalf("no %s", name)
	default:
		t.Skipf("no %s", name)
	}
	return path
}

// script writes the completion script for a shell into a folder of the test's,
// under each of these names.
func script(t *testing.T, shell string, names ...string) (dir string) {
	t.Helper()
	text, err := exec.Command("./build", shell).Output()
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// machine is a folder for PATH whose classicnet lists these interfaces, and
// always the same for ifquery.
func machine(t *testing.T, interfaces ...string) string {
	t.Helper()
	dir := t.TempDir()
	list := `#!/bin/sh
case $* in
  "ifquery --list") printf '%s\n' lo eth1 eth1:0; exit 1 ;;
  "ifquery --list --allow hotplug") echo wlan0; exit ;;
  "ifquery --state") printf '%s\n' eth1:0=home lo=lo; exit ;;
esac
[ "$*$CLASSICNET_DIALECT" = 'ifconfig -a -sclassic' ] || exit 1
cat <<'END'
Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg
`
	for _, name := range interfaces {
		list += name + "       1500 0         0      0      0 0             0      0      0      0 BMRU\n"
	}
	syscall.ForkLock.RLock() // a forked child with the file open would keep it from being run
	defer syscall.ForkLock.RUnlock()
	if err := os.WriteFile(filepath.Join(dir, "classicnet"), []byte(list+"END\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ifup", "ifdown", "ifquery"} { // fish completes what is there
		if err := os.Symlink("classicnet", filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// offer is a command line up to the cursor and what is offered there. A last
// word "..." stands for any others.
type offer struct{ line, want string }

var offers = []offer{
	{"ifconfig ", "eth0 eth1 eth1:0 lo"},
	{"ifconfig e", "eth0 eth1 eth1:0"},
	{"ifconfig eth1:", "eth1:0"},
	{"ifconfig x", ""},
	{"ifconfig -", "-? -V -a -h -help -s -v -version --dialect=busybox ..."},
	{"ifconfig -a -", "-? -V -a -h ..."},
	{"ifconfig -a e", "eth0 eth1 eth1:0"},
	{"ifconfig --dialect=", "--dialect=busybox --dialect=classic --dialect=debian --dialect=net-tools-1.60 --dialect=net-tools-2.10 --dialect=net-tools-git --dialect=redhat --dialect=ubuntu"},
	{"ifconfig --dialect=net", "--dialect=net-tools-1.60 --dialect=net-tools-2.10 --dialect=net-tools-git"},
	{"ifconfig --dialect=classic l", "lo"},
	{"ifconfig eth0 in", "inet inet6"},
	{"ifconfig eth1:0 ne", "netmask netrom"},
	{"ifconfig eth0 inet6 a", "add allmulti arp"},
	{"ifconfig eth0 inet6 in", ""},
	{"ifconfig eth0 -a", "-allmulti -arp"},
	{"ifconfig eth0 -all", "-allmulti"},
	{"ifconfig eth0 10.0.0.1 netm", "netmask"},
	{"ifconfig eth0 10.0.0.1 netmask ", ""},
	{"ifconfig eth0 10.0.0.1 netmask 255.0.0.0 mt", "mtu"},
	{"ifconfig eth0 10.0.0.1 netmask mtu mt", "mtu"},
	{"ifconfig eth0 mtu ", ""},
	{"ifconfig eth0 hw ", "arcnet ax25 ether fddi hippi netrom rose tr tunnel x25"},
	{"ifconfig eth0 hw e", "ether"},
	{"ifconfig eth0 hw ether ", ""},
	{"ifconfig eth0 hw ether 00:0d:61:0b:d9:a0 prom", "promisc"},
	{"ifconfig eth0 media 100", "100baseFX 100baseT 100baseTX"},
	{"ifconfig eth0 port b", "bnc"},
	{"/sbin/ifconfig eth0 tx", "txqueuelen"},
	{"ifconfig  eth0   tx", "txqueuelen"},

	{"route ", "add del delete flush"},
	{"route d", "del delete"},
	{"route -", "-4 -6 -? -A -C -F -N -V -e -h -n -v ..."},
	{"route --inet", "--inet --inet6"},
	{"route -A ", "appletalk ash ax25 ddp econet inet inet6 ip ip6 ipx netrom tcpip unix x25"},
	{"route -A inet6 a", "add"},
	{"route --dialect ne", "net-tools-1.60 net-tools-2.10 net-tools-git"},
	{"route --dialect busybox -n a", "add"},
	{"route -n -", "-4 -6 -? -A ..."},
	{"route add ", "-host -net default"},
	{"route add -ne", "-net"},
	{"route add -net ", "default"},
	{"route add -net 10.0.0.0 netm", "netmask"},
	{"route add default g", "gateway gw"},
	{"route add default gw ", ""},
	{"route add default gw 10.0.0.1 de", "dev device"},
	{"route add default gw 10.0.0.1 dev ", "eth0 eth1 eth1:0 lo"},
	{"route add default e", "eth0 eth1 eth1:0"},
	{"route -6 add default m", "metric mod mss mtu"},

	{"ifup ", "eth1 eth1:0 lo wlan0"},
	{"ifup -a -v w", "wlan0"},
	{"ifup eth1 eth1:", "eth1:0"},
	{"ifup --allow ", "auto hotplug"},
	{"ifup -i /proc/self/mountinf", "/proc/self/mountinfo ..."},
	{"ifup -X ", ""},
	{"ifup --st", "--state-dir --state-file"},
	{"ifdown ", "eth1:0 lo"},
	{"ifdown --force e", "eth1:0"},
	{"ifquery --s", "--state --state-dir --state-file"},
	{"ifquery --list --js", "--json"},
	{"ifquery e", "eth1 eth1:0"},

	{"classicnet ", "ifconfig route ..."},
	{"classicnet ifdown l", "lo"},
	{"classicnet -", "--help --install --list --symbolic --uninstall --version -V -h -s"},
	{"classicnet ifconfig eth1:", "eth1:0"},
	{"classicnet ifconfig eth0 hw e", "ether"},
	{"classicnet route add default gw 10.0.0.1 dev l", "lo"},
	{"classicnet iwconfig ", ""},
}

// check compares what is offered with a case, in any order.
func check(t *testing.T, o offer, have []string) {
	t.Helper()
	want := strings.Fields(o.want)
	if n := len(want); n > 0 && want[n-1] == "..." {
		want = want[:n-1]
		have = slices.DeleteFunc(have, func(word string) bool { return !slices.Contains(want, word) })
	}
	slices.Sort(want)
	slices.Sort(have)
	if diff := cmp.Diff(want, have); diff != "" && len(want)+len(have) > 0 {
		t.Errorf("%q (-want +got)\n%s", o.line, diff)
	}
}

// bash calls the function as bash itself does.
func TestBash(t *testing.T) {
	bash := shell(t, "bash")
	file := filepath.Join(script(t, "bash", "classicnet"), "classicnet")
	const ask = `. "$1"; COMP_LINE=$2; COMP_POINT=${#2} COMP_WORDBREAKS=$3; _classicnet; printf '%s\n' "${COMPREPLY[@]}"`
	path := "PATH=" + machine(t, "eth0", "eth1", "eth1:0", "lo") + ":" + os.Getenv("PATH")
	reply := func(line, breaks string) []string {
		c := exec.Command(bash, "--norc", "-c", ask, "bash", file, line, breaks)
		c.Env = append(os.Environ(), path)
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Fields(string(out))
	}
	for _, o := range offers {
		check(t, o, reply(o.line, " \t\n"))
	}
	// bash itself replaces only what stands behind the last of its word breaks.
	const breaks = " \t\n\"'><=;|&(:"
	check(t, offer{"ifconfig eth1:", "0"}, reply("ifconfig eth1:", breaks))
	check(t, offer{"ifconfig e", "eth0 eth1 eth1:0"}, reply("ifconfig e", breaks))
	check(t, offer{"ifconfig --dialect=c", "classic"}, reply("ifconfig --dialect=c", breaks))
}

// fish tells what it would offer. It also offers words that have the letters in
// some other place; these aren't compared.
func TestFish(t *testing.T) {
	fish := shell(t, "fish")
	dir := script(t, "fish", "classicnet.fish", "ifconfig.fish", "route.fish", "ifup.fish", "ifdown.fish", "ifquery.fish")
	path := "PATH=" + machine(t, "eth0", "eth1", "eth1:0", "lo") + ":" + os.Getenv("PATH")
	for _, o := range offers {
		c := exec.Command(fish, "--no-config", "-c", "set fish_complete_path $argv[1]; complete -C $argv[2]", dir, o.line)
		c.Env = append(os.Environ(), path, "HOME="+t.TempDir())
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for line := range strings.Lines(string(out)) {
			word, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if strings.HasPrefix(word, o.line[strings.LastIndex(o.line, " ")+1:]) {
				have = append(have, word)
			}
		}
		check(t, o, have)
	}
}

// Where there is no classicnet in PATH, ifconfig lists the interfaces; where
// there is neither, none are offered and nothing is said.
func TestBashWithoutTool(t *testing.T) {
	bash := shell(t, "bash")
	file := filepath.Join(script(t, "bash", "classicnet"), "classicnet")
	c := exec.Command(bash, "--norc", "-c", `. "$1"; PATH=; _classicnet_interfaces`, "bash", file)
	out, err := c.CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%q %v", out, err)
	}
}

func TestBuild(t *testing.T) {
	for _, args := range [][]string{nil, {"ksh"}} {
		out, err := exec.Command("./build", args...).CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || !strings.HasPrefix(string(out), "usage: ") {
			t.Errorf("build %q: %v %q", args, err, out)
		}
	}
}
