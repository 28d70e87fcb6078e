package ifupdown

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// environments runs a command and returns the environment of each thing that
// it runs, by its words.
func environments(w *world, args ...string) map[string][]string {
	r := &recorder{world: w, seen: map[string][]string{}}
	r.run(args...)
	return r.seen
}

// recorder is a world that remembers environments.
type recorder struct {
	*world
	seen map[string][]string
}

func (r *recorder) run(args ...string) {
	r.onRun = func(i Invocation) { r.seen[i.Args[len(i.Args)-1]] = i.Env }
	r.world.run(args...)
	r.onRun = nil
}

func TestEnvironment(t *testing.T) {
	const text = `auto eth1=home
iface home inet static
	address 10.0.0.1/24
	foo-bar.b@z two  words
	accept_ra 1
	foo 1
	foo 2
	pre-up before
	up after
	down before-down
	post-down after-down
`
	w := write(t, newWorld("lo", "eth1"), text)
	w.vars["IFUPDOWN_eth9"], w.vars["HOME"] = "post-up", "/root"
	w.files["/hooks/if-up.d/script"] = ""
	w.scripts["/hooks/if-up.d/script"] = true
	own := []string{
		"IF_ADDRESS=10.0.0.1", "IF_FOO_BARBZ=two  words", "IF_ACCEPT_RA=1", "IF_FOO=1\n2",
		"IF_BROADCAST=10.0.0.255", "IF_NETMASK=255.255.255.0",
	}
	env := func(mode, phase, verbosity string, more ...string) []string {
		list := []string{"IFACE=eth1", "LOGICAL=home", "ADDRFAM=inet", "METHOD=static", "MODE=" + mode,
			"PHASE=" + phase, "VERBOSITY=" + verbosity, "PATH=/usr/lib/ifupdown:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
		return slices.Concat(list, more, []string{"IFUPDOWN_eth9=post-up"}, own, []string{"IFUPDOWN_eth1=" + phase, "CLASSICNET_IFUP=eth1=" + phase})
	}
	got := environments(w, "ifup", "-v", "eth1=home")
	want := map[string][]string{
		"before": env("start", "pre-up", "1"), "after": env("start", "post-up", "1"),
		"/hooks/if-up.d/script": env("start", "post-up", "1"),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	got = environments(w, "ifdown", "-a", "--allow", "auto")
	want = map[string][]string{
		"before-down": env("stop", "pre-down", "0", "CLASS=auto"), "after-down": env("stop", "post-down", "0", "CLASS=auto"),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The programs of a method see the second phase on the way up, and the first on the way
// down, as with Debian's.
func TestEnvironmentOfClients(t *testing.T) {
	w := write(t, newWorld("e"), "iface e inet dhcp\niface e inet6 dhcp\nll-attempts 0\n")
	w.scripts["/usr/sbin/dhclient"] = true
	for _, c := range []struct{ command, mode, phase string }{{"ifup", "start", "post-up"}, {"ifdown", "stop", "pre-down"}} {
		var calls int
		w.onRun = func(i Invocation) {
			calls++
			if !slices.Contains(i.Env, "PHASE="+c.phase) || !slices.Contains(i.Env, "MODE="+c.mode) {
				t.Error(i.Args, i.Env)
			}
		}
		if w.run(c.command, "--no-scripts", "e"); calls != 2 {
			t.Error(c.command, calls)
		}
	}
}

// -a runs the folders once more for all interfaces together.
func TestMetaEnvironment(t *testing.T) {
	for _, c := range []struct{ args, class string }{{"ifup -a", "auto"}, {"ifup -a --allow hot", "hot"}} {
		w := write(t, newWorld(), "")
		w.files["/hooks/if-pre-up.d/script"] = ""
		w.scripts["/hooks/if-pre-up.d/script"] = true
		got := environments(w, append(strings.Fields(c.args), "--no-loopback")...)["/hooks/if-pre-up.d/script"]
		want := []string{"IFACE=--all", "LOGICAL=" + c.class, "ADDRFAM=meta", "METHOD=none", "MODE=start",
			"PHASE=pre-up", "VERBOSITY=0", "PATH=" + hookPath, "CLASS=" + c.class}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
	}
}

// Which files in a folder are scripts, their order, and what a failing one does.
func TestHooks(t *testing.T) {
	for _, c := range []struct {
		args, fails, want, said string
		status                  int
	}{
		{"ifup e", "", "10 B_c a-x", "", 0},
		{"ifup e", "B_c", "10 B_c", "ifup: e: run-parts --exit-on-error /hooks/if-up.d: /hooks/if-up.d/B_c: exit status 1\n" +
			"ifup: failed to bring up e: 2 of 3 steps are done; `ifdown e` undoes them\n", 1},
		{"ifup --ignore-errors e", "B_c", "10 B_c a-x", "ifup: /hooks/if-up.d/B_c: exit status 1\n", 0},
		{"ifup --no-scripts e", "", "", "", 0},
		{"ifup quiet", "", "", "", 0},
	} {
		w := write(t, newWorld("e", "quiet"), "iface e inet manual\niface quiet inet manual\nno-scripts q*t\n")
		for _, name := range []string{"a-x", "10", "B_c", "x.dpkg-old", "x~", ".x", "#x#"} {
			w.files["/hooks/if-up.d/"+name] = ""
			w.scripts["/hooks/if-up.d/"+name] = true
		}
		w.files["/hooks/if-up.d/README"] = "not executable"
		w.failing["run /hooks/if-up.d/"+c.fails] = errStatus1
		got := w.run(strings.Fields(c.args)...)
		if diff := cmp.Diff(result{Stderr: c.said, Status: c.status}, got); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
		var names []string
		for _, entry := range w.log() {
			if name, ok := strings.CutPrefix(entry, "run /hooks/if-up.d/"); ok {
				names = append(names, name)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(names, " ")); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
	}
}
