package ifupdown

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// several are more aliases than are worked on together.
const several = togetherMost + 6

func severalAliases(t *testing.T) *world {
	return write(t, newWorld("lo", "eth1"), "auto lo\niface lo inet loopback\n"+aliases(several, ""))
}

func aliasAddr(i int) string { return fmt.Sprintf("10.%d.%d.1", i/250, i%250) }

// A run that dies at any point of work on aliases together is finished by running it
// again and undone by the other command; and what it hadn't made by then stays, which
// somebody else makes there.
func TestTogetherDies(t *testing.T) {
	after := func(commands ...string) standing {
		w := severalAliases(t)
		for _, c := range commands {
			if r := w.run(c, "-a"); r != (result{}) {
				t.Fatalf("%s: %+v", c, r)
			}
		}
		return w.standing()
	}
	up, down := after("ifup"), after("ifup", "ifdown")
	if n := strings.Count(up.State, "\n"); n != several+2 || down.State != "" || strings.Contains(down.Kernel, "10.0.") {
		t.Fatalf("no crash: %+v, %+v", up, down)
	}
	for _, c := range []struct{ dies, then string }{{"ifup", "ifup"}, {"ifup", "ifdown"}, {"ifdown", "ifup"}, {"ifdown", "ifdown"}} {
		want := map[string]standing{"ifup": up, "ifdown": down}[c.then]
		points := 0
		for at := 1; ; at += 3 {
			w := severalAliases(t)
			if c.dies == "ifdown" {
				w.run("ifup", "-a")
			}
			if !w.dies(at, c.dies, "-a") {
				break
			}
			points++
			if r := w.run(c.then, "-a"); r != (result{}) {
				t.Errorf("%s died at %d, then %s: %+v", c.dies, at, c.then, r)
			}
			if diff := cmp.Diff(want, w.standing()); diff != "" {
				t.Errorf("%s died at %d, then %s (-want +got):\n%s", c.dies, at, c.then, diff)
			}
		}
		if points < 30 {
			t.Errorf("only %d points of %s", points, c.dies)
		}
	}
}

// What others set where a run that died has made nothing, or taken down what it had
// made, ifdown leaves alone: other addresses, and those that the stanzas have.
func TestTogetherDiesAmongOthers(t *testing.T) {
	for _, dies := range []string{"ifup", "ifdown"} {
		for _, same := range []bool{false, true} {
			for at := 1; ; at += 3 {
				w := severalAliases(t)
				w.kernel.PromoteSecondaries = true // which ifdown sees to
				// a record of a run of old names what a stanza has
				w.store[filePrefix+"eth1:7"] = "eth1:7\nmade\naddress " + aliasAddr(7) + "/32 eth1:7\n"
				if dies == "ifdown" {
					w.run("ifup", "-a")
				}
				if !w.dies(at, dies, "-a") {
					break
				}
				theirs := othersTake(w, same)
				if r := w.run("ifdown", "-a"); r != (result{}) {
					t.Errorf("%s died at %d, then ifdown: %+v", dies, at, r)
				}
				var got []string
				for _, a := range w.kernel.Interface("eth1").Addrs {
					got = append(got, a.Label+" "+a.Local.String())
				}
				slices.Sort(got)
				if diff := cmp.Diff(theirs, got); diff != "" {
					t.Errorf("%s died at %d, others' (-want +got):\n%s", dies, at, diff)
				}
			}
		}
	}
}

// othersTake gives addresses to all aliases that are free and that nothing is
// on record of, as it is of one that a run was about to make, and returns these.
func othersTake(w *world, same bool) (theirs []string) {
	c, _ := w.kernel.Dial(unix.AF_INET)
	for i := range several {
		label := fmt.Sprint("eth1:", i)
		addr := fmt.Sprint("192.0.2.", i+1)
		if same {
			addr = aliasAddr(i)
		}
		begun := strings.Contains(w.store[fileUnfinished], label+"=")
		record := begun && strings.Contains(w.store[filePrefix+label], madeAddress)
		stands := !begun && strings.Contains(w.store[fileState], label+"=")
		if _, err := c.Addr(label); err == nil || same && (record || stands) {
			continue
		}
		if err := c.SetAddr(label, netip.MustParseAddr(addr)); err == nil {
			theirs = append(theirs, label+" "+addr)
		}
	}
	slices.Sort(theirs)
	w.kernel.Forget()
	return theirs
}

// A signal leaves no alias marked for which nothing was begun.
func TestTogetherSignalled(t *testing.T) {
	for _, program := range []string{"ifup", "ifdown"} {
		at := 1
		for ; ; at += 5 {
			w := severalAliases(t)
			if program == "ifdown" {
				w.run("ifup", "-a")
			}
			r, reached := w.from(at, func(w *world) { w.signal = "Terminated" }, program, "-a")
			if !reached {
				break
			}
			got := w.standing()
			told := strings.Contains(r.Stderr, "Got signal Terminated, terminating...\n")
			if left := strings.Count(got.Unfinished, "\n"); left > 1 || told != (r.Status == 1) {
				t.Errorf("at %d of %s: %d are unfinished; %+v", at, program, left, r)
			}
			for i := range several {
				label := fmt.Sprint("eth1:", i)
				stands := strings.Contains(got.State, label+"=")
				there := strings.Contains(got.Kernel, label+" 10.")
				if stands != there && !strings.Contains(got.Unfinished, label+"=") {
					t.Errorf("at %d of %s: %s is up: %t, by the state: %t", at, program, label, there, stands)
				}
			}
			w.run("ifup", "-a")
			w.run("ifdown", "-a")
			if left := w.standing(); left.State+left.Unfinished != "" || strings.Contains(left.Kernel, "eth1:") {
				t.Errorf("at %d of %s, ifup and ifdown: %+v", at, program, left)
			}
		}
		if at < 100 {
			t.Errorf("only %d points of %s", at, program)
		}
	}
}

// A state that takes nothing is told once of each alias, and all come up.
func TestTogetherFull(t *testing.T) {
	for _, from := range []int{1, 12, 60} {
		w := severalAliases(t)
		r, _ := w.from(from, func(w *world) { w.noSpace = true }, "ifup", "-a")
		if n := strings.Count(w.state(), "eth1:"); n != several || r.Status != 1 {
			t.Errorf("from %d: %d aliases are up: %+v", from, n, r)
		}
		for i := range several {
			told := strings.Count(r.Stderr, fmt.Sprintf("ifup: eth1:%d: what is done can't be recorded: no space left on device; `ifdown --force eth1:%[1]d` undoes it\n", i))
			if told > 1 || from == 1 && told == 0 {
				t.Errorf("from %d: eth1:%d is told %d times", from, i, told)
			}
		}
	}
}

// An alias that fails is told, stays unfinished, and keeps no other one down.
func TestTogetherFails(t *testing.T) {
	w := severalAliases(t)
	failing := []string{"SIOCSIFADDR eth1:3", "SIOCSIFADDR eth1:17"}
	for _, words := range failing {
		w.kernel.Fail(words, unix.EPERM)
	}
	r := w.run("ifup", "-a")
	for _, i := range []int{3, 17} {
		if !strings.Contains(r.Stderr, fmt.Sprintf("ifup: failed to bring up eth1:%d: 1 of ", i)) {
			t.Errorf("eth1:%d: %s", i, r.Stderr)
		}
	}
	if got := w.standing(); r.Status != 1 || got.Unfinished != "eth1:3=eth1:3\neth1:17=eth1:17\n" || strings.Count(got.State, "\n") != several {
		t.Errorf("%+v %+v", r, got)
	}
	for _, words := range failing {
		w.kernel.Fail(words, 0)
	}
	if r := w.run("ifup", "-a"); r != (result{}) || w.store[fileUnfinished] != "" || strings.Count(w.store[fileState], "\n") != several+2 {
		t.Errorf("again: %+v %+v", r, w.standing())
	}
}

// One that somebody works on is waited for by itself, when its turn comes; so is one with
// a command, which finds the others up.
func TestTogetherWithOthers(t *testing.T) {
	w := write(t, newWorld("lo", "eth1"), aliases(4, "")+"auto eth1:c\niface eth1:c inet static\n address 10.9.0.1/32\n up count\n"+
		"auto eth1:d eth1:e\niface eth1:d inet static\n address 10.9.0.2/32\niface eth1:e inet static\n address 10.9.0.3/32\n")
	w.onRun = func(Invocation) {
		want := "lo=lo\neth1=eth1\neth1:0=eth1:0\neth1:1=eth1:1\neth1:2=eth1:2\neth1:3=eth1:3\neth1:c=eth1:c\n"
		if diff := cmp.Diff(standing{State: want, Unfinished: "eth1:c=eth1:c\n"}, standing{State: w.store[fileState], Unfinished: w.store[fileUnfinished]}); diff != "" {
			t.Error(diff)
		}
	}
	w.locks[filePrefix+"eth1:2"] = 1
	if r := w.run("ifup", "--no-scripts", "-a"); r != (result{}) || strings.Count(w.store[fileState], "\n") != 9 {
		t.Errorf("%+v %+v", r, w.standing())
	}
}

// Two runs at once, the one in the order of the file and the other against it, don't wait
// for each other for ever, and a run with few descriptors does all.
func TestTogetherAtOnce(t *testing.T) {
	t.Parallel()
	l := newTools(t, aliases(100, ""))
	const run = " -i interfaces --state-dir state --no-scripts -a 2>&1"
	for range 5 {
		l.Sh("timeout 60 ./ifup" + run + " & timeout 60 ./ifdown" + run + " & timeout 60 ./ifup" + run + "& wait %1 && wait %2 && wait %3")
	}
	l.do("ifup", "-a")
	if n := strings.TrimSpace(l.Sh("ip -o -4 addr show dev eth1 | wc -l; wc -l <state/ifstate; wc -l <state/ifstate.unfinished")); n != "101\n102\n0" {
		t.Errorf("%q", n)
	}
	l.do("ifdown", "-a")
	for _, limit := range []string{"16", "45", "60"} {
		if said := l.Sh("ulimit -n " + limit + "; ./ifup" + run); said != "" {
			t.Errorf("ulimit -n %s: %s", limit, said)
		}
		if n := strings.TrimSpace(l.Sh("wc -l <state/ifstate; ulimit -n " + limit + "; ./ifdown" + run + "; wc -l <state/ifstate; ip -o -4 addr show dev eth1 | wc -l")); n != "102\n0\n0" {
			t.Errorf("ulimit -n %s: %q", limit, n)
		}
	}
}
