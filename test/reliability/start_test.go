package reliability

import (
	"fmt"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// Started without any argv, its own name included, a tool lists: the kernel
// puts an empty name there since Linux 5.18.
func TestNoArgv(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	for _, tool := range []string{"ifconfig", "route"} {
		check(t, tool, lab.Run(tool), runIn(t, lab, trouble{NoArgs: true}, tool))
	}
}

// 100,000 arguments, and one as long as the kernel lets it be.
func TestManyArguments(t *testing.T) {
	t.Parallel()
	const many, longest = 100_000, 128<<10 - 1
	lab := town(t)
	ups := append([]string{"ifconfig", "eth1"}, strings.Split(strings.Repeat("up ", many-2)+"up", " ")...)
	check(t, "up", netlab.Result{Exit: "0"}, lab.Run(ups...))
	modifiers := append([]string{"route", "add", "-net", "10.1.0.0/16"}, strings.Split(strings.Repeat("reject ", many/2)+"reject", " ")...)
	check(t, "reject", netlab.Result{Exit: "0"}, lab.Run(modifiers...))
	long := strings.Repeat("x", longest)
	for _, args := range [][]string{
		{"ifconfig", long}, {"ifconfig", long, "up"}, {"ifconfig", "-" + long[1:]}, {"ifconfig", "eth1", long},
		{"ifconfig", "eth1", "netmask", long}, {"ifconfig", "eth1", "hw", "ether", long}, {"ifconfig", "eth1", "add", long[:longest-2] + "::"},
		{"ifconfig", "eth1", "mtu", strings.Repeat("9", longest)}, {"ifconfig", "--dialect=" + long[10:]}, {"ifconfig", long[:15], long},
		{"route", long}, {"route", "--" + long[2:]}, {"route", "-A", long}, {"route", "-" + strings.Repeat("e", longest-1)},
		{"route", "add", long}, {"route", "add", "default", "gw", long}, {"route", "add", "-net", "10.0.0.0/" + strings.Repeat("0", longest-9)},
		{"route", "add", "default", "dev", long}, {"route", "-A", "inet6", "add", long}, {"route", "add", "-host", "1.1.1.1", "metric", strings.Repeat("9", longest)},
	} {
		got := lab.Run(args...)
		survived(t, fmt.Sprintf("%.20q", args), got)
		if len(got.Stderr) > 2*longest {
			t.Errorf("%.20q: %d bytes on stderr", args, len(got.Stderr))
		}
	}
}

// With an empty environment everything is as ever.
func TestNoEnvironment(t *testing.T) {
	t.Parallel()
	lab := town(t)
	for _, line := range []string{"ifconfig -a", "ifconfig --json", "route -n", "route", "route -A inet6"} {
		check(t, line, sh(lab, "exec "+line), sh(lab, "set -- "+line+`; exec env -i "$(command -v $1)" `+strings.Join(strings.Fields(line)[1:], " ")))
	}
}

// Few open files: a message and a status, or the rest of the listing. 0 to 2
// are taken, and the Go runtime keeps up to two for the limits of its cgroup.
func TestFewDescriptors(t *testing.T) {
	t.Parallel()
	lab := town(t)
	lab.Sh("ip route add 10.9.0.1 via 192.168.1.2")
	lab.Etc("nsswitch.conf", "hosts: dns\n")
	lab.Etc("resolv.conf", "nameserver 127.0.0.1\n")
	for limit := 3; limit <= 12; limit++ {
		for _, line := range []string{
			"ifconfig -a", "ifconfig eth1", "ifconfig --json", "ifconfig eth1 192.168.1.1", "ifconfig eth1 no.such.host",
			"ifconfig eth1 add 10.7.0.1", "ifconfig lo add fd00::9", "ifconfig lo del fd00::9",
			"route -n", "route", "route -A inet6", "route add no.such.host dev eth1", "route add 10.8.0.1 dev eth1", "route del 10.8.0.1",
		} {
			survived(t, fmt.Sprintf("limit of %d: %s", limit, line), sh(lab, fmt.Sprintf("ulimit -n %d; exec %s", limit, line)))
		}
	}
	check(t, "3", netlab.Result{Stderr: "No usable address families found.\nsocket: Too many open files\n", Exit: "1"},
		sh(lab, "ulimit -n 3; exec ifconfig"))
}

// A root folder that holds nothing but the tool.
func TestBareRoot(t *testing.T) {
	t.Parallel()
	lab := town(t)
	lab.Sh(`mkdir $WORK/root
cp $(command -v ifconfig) $(command -v route) $WORK/root`)
	noProc := fmt.Sprintf(limited, "No such file or directory")
	eth1 := inet6Lines.ReplaceAllString(counterLines.ReplaceAllString(lab.Run("ifconfig", "eth1").Stdout, ""), "")
	check(t, "query", netlab.Result{Stdout: eth1, Stderr: noProc, Exit: "0"}, sh(lab, "chroot $WORK/root /ifconfig eth1"))
	check(t, "set", netlab.Result{Exit: "0"}, sh(lab, "chroot $WORK/root /ifconfig eth1:7 192.168.7.1"))
	check(t, "add", netlab.Result{Exit: "0"}, sh(lab, "chroot $WORK/root /route add -net 10.1.0.0/16 dev eth1"))
	check(t, "name", netlab.Result{Stderr: "nosuch: Host name lookup failure\n", Exit: "1"}, sh(lab, "chroot $WORK/root /route add nosuch dev eth1"))
	got := sh(lab, "chroot $WORK/root /route -n")
	check(t, "routes", netlab.Result{
		Stdout: "INET (IPv4) not configured in this system.\n", Stderr: "/proc/net/route: No such file or directory\n", Exit: "1"}, got)
	if now := lab.Run("ifconfig", "eth1:7").Stdout; !strings.Contains(now, "inet addr:192.168.7.1") {
		t.Errorf("the alias isn't there:\n%s", now)
	}
}
