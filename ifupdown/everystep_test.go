package ifupdown

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// inUse is a machine whose eth2 somebody else has given an address.
func inUse(t *testing.T) *world {
	w := write(t, newWorld("lo", "eth1", "eth2"), everything)
	w.give(map[string]string{"eth2": "192.0.2.7"})
	w.setUp(true, "eth2")
	return w
}

const others = "eth2 192.0.2.7 255.255.255.0"

// from runs a command to which something happens before the request of that number,
// and tells whether there was one.
func (w *world) from(at int, happens func(*world), args ...string) (r result, reached bool) {
	w.kernel.Meanwhile = func(request string) {
		if at--; at == 0 && request != "close" {
			reached = true
			happens(w)
		}
	}
	r = w.run(args...)
	w.kernel.Meanwhile, w.noSpace, w.signal = nil, false, ""
	return r, reached
}

// behind is what runs of commands leave of a machine in use.
func behind(t *testing.T, commands ...string) standing {
	w := inUse(t)
	for _, c := range commands {
		w.run(c, "-a")
	}
	return w.standing()
}

// Whatever signal comes, and before whichever request: what others have set stays,
// what is left undone is told, and the next run finishes or undoes it.
func TestSignalAtEveryStep(t *testing.T) {
	want := map[string]standing{"ifup": behind(t, "ifup"), "ifdown": behind(t, "ifup", "ifdown")}
	for program, before := range map[string][]string{"ifup": nil, "ifdown": {"ifup"}} {
		for _, then := range []string{"ifup", "ifdown"} {
			at := 1
			for ; ; at++ {
				w := inUse(t)
				for _, c := range before {
					w.run(c, "-a")
				}
				r, reached := w.from(at, func(w *world) { w.signal = "Terminated" }, program, "-a")
				if !reached {
					break
				}
				got := w.standing()
				told := strings.Contains(r.Stderr, "Got signal Terminated, terminating...\n")
				if told != (r.Status == 1) || !told && got != want[program] || !strings.Contains(got.Kernel, others) {
					t.Errorf("at %d of %s: %+v\n%s", at, program, r, cmp.Diff(want[program], got))
				}
				r = w.run(then, "-a")
				if diff := cmp.Diff(want[then], w.standing()); diff != "" || r.Status != 0 {
					t.Errorf("at %d of %s, then %s: %+v (-want +got)\n%s", at, program, then, r, diff)
				}
			}
			if at < 20 {
				t.Errorf("only %d points of %s", at, program)
			}
		}
	}
}

// A folder of the state that is full from whichever request on keeps nothing from
// being done. It is told, with what takes it down or brings it up again, and that
// works; so does the other command, but for addresses that it can't know as its own,
// which it names.
func TestFullAtEveryStep(t *testing.T) {
	up, down := behind(t, "ifup"), behind(t, "ifup", "ifdown")
	for at := 1; ; at++ {
		w := inUse(t)
		r, reached := w.from(at, func(w *world) { w.noSpace = true }, "ifup", "-a")
		if !reached {
			break
		}
		got := w.standing()
		told := strings.Contains(r.Stderr, "what is done can't be recorded: no space left on device; `ifdown --force ")
		if told != (r.Status == 1) || !told && got != up || got.Kernel != up.Kernel {
			t.Errorf("at %d of ifup: %+v\n%s", at, r, cmp.Diff(up, got))
		}
		again := w.run("ifup", "-a")
		if diff := cmp.Diff(up, w.standing()); diff != "" || again.Status != 0 {
			t.Errorf("at %d of ifup, then ifup: %+v\n%s", at, again, diff)
		}
		w.run("ifdown", "-a")
		for line := range strings.Lines(w.state()) {
			fields := strings.Fields(line)
			if address := strings.HasPrefix(fields[0], "eth") && len(fields) > 2; !strings.Contains(down.Kernel, line) &&
				address && !strings.Contains(again.Stderr, fields[1]+"/") {
				t.Errorf("at %d of ifup, then ifup and ifdown: %s stays, and ifup says %s", at, line, again.Stderr)
			}
		}
		w.run("ifdown", "--force", "eth1", "eth1:0", "eth2")
		if diff := cmp.Diff(linksAside(down.Kernel), linksAside(w.state())); diff != "" {
			t.Errorf("at %d of ifup, then ifup, ifdown and ifdown --force:\n%s", at, diff)
		}
		w = inUse(t)
		w.from(at, func(w *world) { w.noSpace = true }, "ifup", "-a")
		r = w.run("ifdown", "--force", "eth1", "eth1:0", "eth2")
		if diff := cmp.Diff(linksAside(down.Kernel), linksAside(w.state())); diff != "" || r.Status != 0 {
			t.Errorf("at %d of ifup, then ifdown --force: %+v\n%s", at, r, diff)
		}
	}
	for at := 1; ; at++ {
		w := inUse(t)
		w.run("ifup", "-a")
		r, reached := w.from(at, func(w *world) { w.noSpace = true }, "ifdown", "-a")
		if !reached {
			break
		}
		got := w.standing()
		told := strings.Contains(r.Stderr, "what is done can't be recorded: no space left on device; `ifup --force ")
		if told != (r.Status == 1) || !told && got != down || got.Kernel != down.Kernel {
			t.Errorf("at %d of ifdown: %+v\n%s", at, r, cmp.Diff(down, got))
		}
		r = w.run("ifup", "--force", "-a")
		if diff := cmp.Diff(up.Kernel, w.state()); diff != "" || r.Status != 0 {
			t.Errorf("at %d of ifdown, then ifup --force: %+v\n%s", at, r, diff)
		}
		w.run("ifdown", "-a")
		if diff := cmp.Diff(down, w.standing()); diff != "" {
			t.Errorf("at %d of ifdown, then ifup --force and ifdown:\n%s", at, diff)
		}
	}
}

// linksAside is a state without which links are up: with no record ifdown takes them
// down, as Debian's.
func linksAside(state string) string {
	lines := slices.DeleteFunc(strings.Split(state, "\n"), func(l string) bool { return strings.HasSuffix(l, " up") })
	return strings.Join(lines, "\n")
}

// A setting that can't be written is told and keeps nothing else from being done,
// whichever it is.
func TestReadOnlyAtEveryStep(t *testing.T) {
	const text = "iface eth2 inet static\naddress 10.0.0.1/24\ndescription uplink\nip-proxy-arp 1\nip-rp-filter 0\n" +
		"iface eth2 inet6 static\naddress 2001:db8::1/64\nmtu 1400\nprivext 2\naccept_ra 0\ndad-attempts 0\n" +
		"iface eth2 inet6 auto\nmtu 1300\n"
	run := func(failing ...string) (*world, result) {
		w := write(t, newWorld("eth1", "eth2"), text)
		w.files["/sys/class/net/eth2/ifalias"] = "\n"
		w.give(map[string]string{"eth2": "192.0.2.7"})
		for _, entry := range failing {
			path, _, _ := strings.Cut(strings.TrimPrefix(entry, "write "), " ")
			w.failing[entry] = &fs.PathError{Op: "open", Path: path, Err: unix.EROFS}
		}
		return w, w.run("ifup", "--no-scripts", "eth2")
	}
	whole, r := run()
	writes := slices.DeleteFunc(whole.log(), func(entry string) bool { return !strings.HasPrefix(entry, "write ") })
	if r != (result{}) || len(writes) < 9 {
		t.Fatalf("%+v, %q", r, writes)
	}
	cases := [][]string{writes}
	for _, entry := range writes {
		cases = append(cases, []string{entry})
	}
	for _, failing := range cases {
		w, r := run(failing...)
		if diff := cmp.Diff(whole.state(), w.state()); diff != "" || r.Status != 0 || strings.Count(r.Stderr, "read-only file system\n") != len(failing) {
			t.Errorf("%q: %+v\n%s", failing, r, diff)
		}
		if r := w.run("ifdown", "--no-scripts", "eth2"); r.Status != 0 || strings.Contains(w.state(), "10.0.0.1") || !strings.Contains(w.state(), others) {
			t.Errorf("%q, then ifdown: %+v\n%s", failing, r, w.state())
		}
	}
}

// So it is with what an interface stands on.
func TestFullWithDevices(t *testing.T) {
	const text = "iface br0 inet static\naddress 10.0.0.1/24\nbridge_ports eth0 eth1.5\nbridge_maxwait 0\n"
	at := 1
	for ; ; at++ {
		w := write(t, newWorld("eth0", "eth1"), text)
		r, reached := w.from(at, func(w *world) { w.noSpace = true }, "ifup", "--no-scripts", "br0")
		if !reached {
			break
		}
		told := strings.Contains(r.Stderr, "br0: what is done can't be recorded: no space left on device; `ifdown --force br0` undoes it\n")
		if told != (r.Status == 1) || !strings.Contains(w.state(), "br0 10.0.0.1") || !slices.Equal(w.ports("br0"), []string{"eth0", "eth1.5"}) {
			t.Errorf("at %d: %+v\n%s", at, r, w.state())
		}
		if r := w.run("ifdown", "--no-scripts", "--force", "br0"); r.Status != 0 || w.kernel.Interface("br0") != nil || w.kernel.Interface("eth1.5") != nil ||
			strings.Contains(w.state(), "10.0.0.1") {
			t.Errorf("at %d, then ifdown: %+v\n%s", at, r, w.state())
		}
	}
	if at < 20 {
		t.Errorf("only %d points", at)
	}
}
