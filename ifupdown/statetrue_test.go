package ifupdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// aliases are stanzas of eth1, with a line of each that fmt makes of its name.
func aliases(n int, format string) string {
	var text strings.Builder
	text.WriteString("auto eth1\niface eth1 inet static\n address 10.200.0.1/24\n")
	for i := range n {
		name := fmt.Sprintf("eth1:%d", i)
		fmt.Fprintf(&text, "auto %s\niface %s inet static\n address 10.%d.%d.1/32\n%s", name, name, i/250, i%250,
			strings.ReplaceAll(format, "NAME", name))
	}
	return text.String()
}

// Whoever is called by ifup finds in the state file what is so at that moment, be it
// that ifquery asks or a script reads.
func TestStateIsTrueForCommands(t *testing.T) {
	t.Parallel()
	const query = "./ifquery -i interfaces --state-dir state --state"
	l := newTools(t, aliases(30, ` pre-up grep -qx NAME=NAME state/ifstate
 up `+query+` NAME >/dev/null; `+query+` | wc -l >count.NAME
 down if grep -q ^NAME= state/ifstate; then echo NAME is up >>wrong; fi; `+query+` | wc -l >downcount.NAME
 post-down `+query+` NAME && echo NAME is up >>wrong || true
`))
	l.do("ifup", "-a")
	l.do("ifdown", "-a")
	for i := range 30 {
		// lo and eth1 are before the aliases, and after them
		for name, want := range map[string]int{"count": i + 3, "downcount": i + 2} {
			if got := strings.TrimSpace(l.Sh(fmt.Sprintf("cat %s.eth1:%d", name, i))); got != fmt.Sprint(want) {
				t.Errorf("%s of eth1:%d is %s, want %d", name, i, got, want)
			}
		}
	}
	if wrong := l.Sh("cat wrong 2>/dev/null || true; cat state/ifstate state/ifstate.unfinished"); wrong != "" {
		t.Error(wrong)
	}
}

// A kill -9 at whatever moment leaves files of whole lines, and the next run ends
// what was begun.
func TestKilledAtAnyTime(t *testing.T) {
	t.Parallel()
	l := newTools(t, aliases(150, ""))
	l.do("ifup", "-a")
	up := inOrder(l.State())
	l.do("ifdown", "-a")
	down := inOrder(l.State())
	check := func(program string, round int, want string) {
		t.Helper()
		if odd := l.Sh(`grep -hv '^\([^=]*\)=\1$' state/ifstate state/ifstate.unfinished || true`); odd != "" {
			t.Errorf("%s killed in round %d: %q", program, round, odd)
		}
		l.do(program, "-a")
		if diff := cmp.Diff(want, inOrder(l.State())); diff != "" {
			t.Errorf("%s killed in round %d (-want +got)\n%s", program, round, diff)
		}
		if left := l.Sh("cat state/ifstate.unfinished"); left != "" {
			t.Errorf("unfinished: %s", left)
		}
	}
	const kill = "timeout -s KILL 0.%03d ./%s -i interfaces --state-dir state --no-scripts -a || true"
	for round := range 6 {
		l.Sh(fmt.Sprintf(kill, round*12+5, "ifup"))
		check("ifup", round, up)
		l.Sh(fmt.Sprintf(kill, round*12+5, "ifdown"))
		check("ifdown", round, down)
	}
}
