package reliability

import (
	"encoding/json"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// printing are commands that write to stdout.
var printing = []string{"ifconfig", "ifconfig -a", "ifconfig -s", "ifconfig eth1", "ifconfig --json", "ifconfig --dialect=list",
	"route -n", "route -ee", "route -A inet6"}

// sh runs a line of shell, which may fail.
func sh(lab *netlab.Lab, line string) netlab.Result { return lab.Run("/bin/sh", "-c", line) }

// What can't be written isn't lost in silence.
func TestUnwritableStdout(t *testing.T) {
	t.Parallel()
	lab := town(t)
	for _, command := range printing {
		tool, _, _ := strings.Cut(command, " ")
		for redirection, reason := range map[string]string{
			">/dev/full": "No space left on device", "1</dev/null": "Bad file descriptor",
		} {
			want := netlab.Result{Stderr: tool + ": write error: " + reason + "\n", Exit: "1"}
			check(t, command+redirection, want, sh(lab, "exec "+command+" "+redirection))
		}
		want := netlab.Result{Stderr: tool + ": write error: File too large\n", Exit: "1"}
		check(t, command+" into a limited file", want, sh(lab, "ulimit -f 0; exec "+command+" >$WORK/file"))
	}
}

// A command that has nothing to print doesn't mind.
func TestUnwritableStdoutUnused(t *testing.T) {
	t.Parallel()
	lab := town(t)
	check(t, "change", netlab.Result{Exit: "0"}, sh(lab, "ifconfig eth1 mtu 1400 >/dev/full"))
	check(t, "route", netlab.Result{Exit: "0"}, sh(lab, "route add -net 10.1.0.0/16 dev eth1 >/dev/full"))
	got := sh(lab, "ifconfig eth1 mtu 1 >/dev/full")
	check(t, "error", netlab.Result{Stderr: "SIOCSIFMTU: Invalid argument\n", Exit: "1"}, got)
}

// Messages that can't be written change no status.
func TestUnwritableStderr(t *testing.T) {
	t.Parallel()
	lab := town(t)
	for line, exit := range map[string]string{
		"ifconfig -h": "4", "ifconfig nosuch": "1", "ifconfig nosuch up": "255", "ifconfig eth1 up": "0", "route -n": "0", "route add -host x": "1",
	} {
		for _, redirection := range []string{" 2>/dev/full", " 2>&-", " 2</dev/null"} {
			if got := sh(lab, "exec "+line+redirection); got.Exit != exit || got.Stderr != "" {
				t.Errorf("%s: %s %s", line+redirection, got.Exit, got.Stderr)
			}
		}
	}
}

// Nobody reads the pipe any more: the tool ends by SIGPIPE, also where that is
// ignored, as the Go runtime sees to it.
func TestClosedPipe(t *testing.T) {
	t.Parallel()
	lab := town(t)
	lab.Sh("mkfifo $WORK/pipe")
	for _, command := range printing {
		for _, trap := range []string{"", "trap '' PIPE; "} {
			// descriptor 4 is a pipe whose reader has come and gone
			got := sh(lab, trap+"exec 3<>$WORK/pipe 4>$WORK/pipe 3<&-; exec "+command+" >&4 4>&-")
			check(t, trap+command, netlab.Result{Exit: "signal 13"}, got)
		}
	}
}

// A pipe that fills up loses nothing, whether it blocks or not.
func TestSlowPipe(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := newLab(t, netlab.Veth)
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh("ip link set eth1 up")
	addAliases(lab, 0, 2000) // 350 KB, a pipe holds 64
	want := lab.Run("ifconfig")
	check(t, "blocking", want, sh(lab, "ifconfig | { sleep 0.3; cat; }"))
	text, err := json.Marshal(trouble{NonBlocking: true})
	if err != nil {
		t.Fatal(err)
	}
	lab.Setenv(troubleVar, string(text))
	check(t, "not blocking", want, sh(lab, self(t)+" ifconfig | { sleep 0.3; cat; }"))
	check(t, "a byte at a time", want, sh(lab, self(t)+" ifconfig | dd bs=1 2>/dev/null"))
}

// With stdout closed the Go runtime opens /dev/null in its place before any
// code of ours runs, so nothing fails: as with the originals.
func TestClosedStreams(t *testing.T) {
	t.Parallel()
	lab := town(t)
	for line, exit := range map[string]string{
		"ifconfig -a >&-": "0", "ifconfig -a <&-": "0", "ifconfig nosuch 2>&-": "1", "ifconfig -a <&- >&- 2>&-": "0",
		"ifconfig nosuch up <&- >&- 2>&-": "255", "route -n <&- >&- 2>&-": "0", "ifconfig eth1 unspec up <&-": "255",
	} {
		if got := sh(lab, "exec "+line); got.Exit != exit || strings.Contains(got.Stderr, "goroutine") {
			t.Errorf("%s: %s %s", line, got.Exit, got.Stderr)
		}
	}
}
