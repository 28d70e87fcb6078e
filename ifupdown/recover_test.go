package ifupdown

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tutorial are the stanzas that this package is for.
const tutorial = `iface eth1 inet static
address 192.168.1.1
netmask 255.255.255.0
auto eth1

iface eth1:0 inet static
address 192.168.0.1
netmask 255.255.255.0
auto eth1:0
`

// everything has a step of each kind that leaves something behind.
const everything = tutorial + `
auto eth2
iface eth2 inet static
	address 10.0.0.1/24
	gateway 10.1.0.1
	pre-up one
	up two
	down three
	post-down four
iface eth2 inet static
	address 10.2.0.1/16
iface eth2 inet6 static
	address 2001:db8::1/64
	gateway 2001:db8::2
	dad-attempts 0
`

// standing is all that a run leaves behind.
type standing struct{ Kernel, State, Unfinished string }

func (w *world) standing() standing {
	return standing{w.state(), w.store[fileState], w.store[fileUnfinished]}
}

// after returns what the commands leave behind in a new world.
func after(t *testing.T, commands ...string) standing {
	w := write(t, newWorld("lo", "eth1", "eth2"), everything)
	for _, c := range commands {
		if r := w.run(c, "-a"); r.Status != 0 {
			t.Fatalf("%s -a: %+v", c, r)
		}
	}
	return w.standing()
}

// A run that dies at any point, be it of ifup or of ifdown, can be finished by
// running it again and undone by the other command.
func TestRecovery(t *testing.T) {
	up, down := after(t, "ifup"), after(t, "ifup", "ifdown")
	if up.State == "" || down.State != "" || up.Unfinished != "" {
		t.Fatalf("no crash: %+v, %+v", up, down)
	}
	for _, c := range []struct {
		before []string
		dies   string
		after  string
		want   standing
	}{
		{nil, "ifup", "ifup", up},
		{nil, "ifup", "ifdown", down},
		{[]string{"ifup"}, "ifdown", "ifdown", down},
		{[]string{"ifup"}, "ifdown", "ifup", up},
	} {
		t.Run(c.dies+" then "+c.after, func(t *testing.T) {
			points := 0
			for at := 1; ; at++ {
				w := write(t, newWorld("lo", "eth1", "eth2"), everything)
				for _, b := range c.before {
					w.run(b, "-a")
				}
				if !w.dies(at, c.dies, "-a") {
					break
				}
				points++
				if r := w.run(c.after, "-a"); r.Status != 0 {
					t.Errorf("crash at %d: %+v", at, r)
				}
				if diff := cmp.Diff(c.want, w.standing()); diff != "" {
					t.Errorf("crash at %d (-want +got):\n%s", at, diff)
				}
			}
			if points < 20 {
				t.Errorf("only %d points to crash at", points)
			}
		})
	}
}

// What fails half way is told with the way back, and the way back works.
func TestFailureIsUndone(t *testing.T) {
	w := write(t, newWorld("lo", "eth1", "eth2"), everything)
	w.failing["run two"] = fmt.Errorf("exit status 3")
	got := w.run("ifup", "eth2")
	want := result{Status: 1, Stderr: "ifup: eth2: two: exit status 3\n" +
		"ifup: failed to bring up eth2: 6 of 20 steps are done; `ifdown eth2` undoes them\n"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("", w.store[fileState]); diff != "" {
		t.Error(diff)
	}
	if got := w.run("ifdown", "eth2"); got.Status != 0 {
		t.Error(got)
	}
	if diff := cmp.Diff(standing{}, w.standing()); diff != "" {
		t.Error(diff)
	}
}

// A second `ifup -a` changes nothing.
func TestSecondUp(t *testing.T) {
	w := write(t, newWorld("lo", "eth1", "eth2"), everything)
	w.run("ifup", "-a")
	w.kernel.Forget()
	if diff := cmp.Diff(result{}, w.run("ifup", "-a")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("", w.String()); diff != "" {
		t.Error(diff)
	}
}
