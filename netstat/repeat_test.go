package netstat

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// pipe is an output whose reader goes away after some writes.
type pipe struct {
	strings.Builder
	rounds int
}

func (p *pipe) Write(b []byte) (int, error) {
	if p.rounds--; p.rounds < 0 {
		return 0, unix.EPIPE
	}
	return p.Builder.Write(b)
}

// With -c each round is written out before the pause, and the first that can't
// be ends it. The title of the interfaces comes once.
func TestContinuous(t *testing.T) {
	for option, round := range map[string]string{
		"-rnc": segments, "-rn --continuous": segments,
		"-ic": strings.TrimPrefix(header, interfaceTitle) + rowsUp,
	} {
		title := ""
		if option == "-ic" {
			title = interfaceTitle
		}
		w := newWorld()
		out := &pipe{rounds: 3}
		pauses := 0
		w.stdout = out
		w.sleep = func(d time.Duration) {
			pauses++
			if out.String() != title+strings.Repeat(round, pauses) || d != time.Second {
				t.Errorf("%s: %q after round %d, a pause of %v", option, out.String(), pauses, d)
			}
		}
		got := w.run(strings.Fields(option)...)
		if pauses != 3 || got.Status != 1 || got.Stderr != "netstat: write error: Broken pipe\n" {
			t.Errorf("%s: %d pauses, %v", option, pauses, got)
		}
	}
}

// A round that fails is the last.
func TestContinuousEndsWithAFailure(t *testing.T) {
	w := newWorld()
	w.sleep = func(time.Duration) { delete(w.files, routeFile) }
	got := w.run("-rnc")
	if got.Status != 1 || !strings.HasPrefix(got.Stdout, segments+"INET ") || !strings.HasPrefix(got.Stderr, "/proc/net/route: ") {
		t.Errorf("%v", got)
	}
}

func TestFullDisk(t *testing.T) {
	for _, line := range []string{"-r", "-i", "-ie", "-V", "-r --json"} {
		w := newWorld()
		w.stdout = &pipe{}
		got := w.run(strings.Fields(line)...)
		if got.Status != 1 || got.Stderr != "netstat: write error: Broken pipe\n" {
			t.Errorf("netstat %s: %v", line, got)
		}
	}
}

// FuzzCommandLine holds whatever is typed to the statuses, and to nothing on
// stdout where nothing is listed.
func FuzzCommandLine(f *testing.F) {
	for _, seed := range []string{"-rn", "-ieA inet", "-6 -r", "--rou --num", "-tulpn", "-rA foo", "-iV", "-ri", "--dialect=list", "-r --json -ee", "-h"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		w := newWorld()
		rounds := 0
		w.sleep = func(time.Duration) {
			if rounds++; rounds == 2 {
				clear(w.files)
				w.kernel.Remove("eth0")
				w.kernel.Remove("eth1")
			}
			if rounds > 2 {
				w.environ = nil
				panic(stop{})
			}
		}
		got, ended := runUntilStopped(w, strings.Fields(line))
		if !ended {
			return // -i goes on for ever
		}
		switch got.Status {
		case statusOK, statusFailed, statusUsage, statusUnreadable, 4:
		default:
			t.Errorf("status %d", got.Status)
		}
		if got.Status == statusUsage && got.Stdout != "" && got.Stdout != "[\n]\n" {
			t.Errorf("wrong use prints %q", got.Stdout)
		}
		if got.Status != statusOK && got.Stderr == "" && !strings.Contains(got.Stdout, "No statistics support") {
			t.Errorf("status %d without a word", got.Status)
		}
	})
}

// stop ends a command that goes on for ever.
type stop struct{}

func runUntilStopped(w *world, args []string) (got result, ended bool) {
	defer func() {
		if v := recover(); v != nil && v != (stop{}) {
			panic(v)
		}
	}()
	return w.run(args...), true
}
