package ifupdown

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"classicnet/internal/netlab"
)

// A signal waits for the command that runs; the interface is unfinished then, and
// ifdown undoes it.
func TestSignalEnds(t *testing.T) {
	t.Parallel()
	l := newTools(t, "iface eth1 inet static\n address 10.0.0.1/24\n up touch began; while [ ! -e go ]; do sleep 0.05; done; echo x >ran\n up echo y >>ran\n")
	for signal, name := range map[string]string{"TERM": "Terminated", "INT": "Interrupt", "HUP": "Hangup"} {
		said := l.Sh("rm -f ran go began; ./ifup -i interfaces --state-dir state --no-scripts eth1 >said 2>&1 & pid=$!; while [ ! -e began ]; do sleep 0.05; done; kill -" + signal +
			" $pid; sleep 0.2; touch go; s=0; wait $pid || s=$?; echo status $s >>said; cat said ran")
		if signal == "INT" && strings.HasSuffix(said, "status 0\nx\ny\n") {
			said = "ignored: what a shell starts in the background has no INT" // and stays so
			l.do("ifdown", "eth1")
			continue
		}
		want := "ifup: Got signal " + name + ", terminating...\n"
		if !strings.HasPrefix(said, want) || !strings.HasSuffix(said, "status 1\nx\n") {
			t.Errorf("%s: %s", signal, said)
		}
		if got := l.Sh("cat state/ifstate state/ifstate.unfinished"); got != "eth1=eth1\n" {
			t.Errorf("%s: recorded %q", signal, got)
		}
		l.do("ifdown", "eth1")
		if state := l.State(); strings.Contains(state, "10.0.0.1") {
			t.Error(state)
		}
	}
}

// A signal that comes while another run is waited for ends the program by itself:
// nothing is half done.
func TestSignalEndsWaiting(t *testing.T) {
	t.Parallel()
	l := newTools(t, "iface eth1 inet manual\n up while [ ! -e stop ]; do sleep 0.05; done\niface eth2 inet manual\n up touch eth2up\n")
	const run = "./ifup -i interfaces --state-dir state --no-scripts "
	said := l.Sh(run + "eth1 & while [ ! -s state/ifstate ]; do sleep 0.05; done\n" +
		run + "eth2 eth1 >said 2>&1 & pid=$!; while ! grep -q eth2 state/ifstate; do sleep 0.05; done; sleep 0.3\n" +
		"kill -TERM $pid; s=0; wait $pid 2>/dev/null || s=$?; touch stop; wait; echo status $s; cat said")
	if said != "status 143\n" {
		t.Error(said)
	}
	if got := l.Sh("cat state/ifstate state/ifstate.unfinished"); got != "eth1=eth1\neth2=eth2\n" {
		t.Errorf("recorded %q", got)
	}
}

// SIGQUIT ends a tool without the Go runtime's stacks, and does nothing where it
// is ignored.
func TestQuit(t *testing.T) {
	t.Parallel()
	l := newTools(t, "iface eth1 inet manual\n up kill -QUIT $PPID; sleep 0.2; echo x >ran\n")
	run := "./ifup -i interfaces --state-dir state --no-scripts eth1"
	if got := l.Sh("ulimit -c 0; s=0; (" + run + ") 2>&1 || s=$?; echo status $s"); !strings.HasSuffix(got, "status 131\n") || strings.Contains(got, "goroutine") {
		t.Error(got)
	}
	if got := l.Sh("trap '' INT QUIT; s=0; " + run + " 2>&1 || s=$?; echo status $s"); got != "status 0\n" {
		t.Error(got)
	}
}

// An interface that is brought up by a command of its own stanza is refused at
// once, whatever its name.
func TestCallsOfAnyName(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"eth1:1", "br-lan", "v.5"} {
		l := newTools(t, "iface "+name+" inet manual\n up ./ifup -i interfaces --state-dir state --no-scripts eth2 || exit 1\n"+
			"iface eth2 inet manual\n up ./ifup -i interfaces --state-dir state --no-scripts "+name+" 2>said || :\n")
		if r := l.try("ifup", name); r.Exit != "0" {
			t.Error(r)
		}
		if got := l.Sh("cat said"); got != "ifup: "+name+" is being worked on (post-up), and this is called from there\n" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A script that leaves something running is waited for alone.
func TestScriptThatLeavesSomething(t *testing.T) {
	var stdout bytes.Buffer
	begin := time.Now()
	err := processes{}.Run(Invocation{Args: []string{"/bin/sh", "-c", "sleep 3 & read x; echo got $x"}, Stdin: strings.NewReader("line\n"), Stdout: &stdout})
	if err != nil || stdout.String() != "got line\n" || time.Since(begin) > 2*time.Second {
		t.Errorf("%v %q after %s", err, stdout.String(), time.Since(begin))
	}
}

// With few descriptors there is a message or there is work, never the runtime's
// stack.
func TestFewDescriptors(t *testing.T) {
	t.Parallel()
	l := newTools(t, "iface eth1 inet static\n address 10.0.0.1/24\n up true\niface eth1 inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n")
	done := 0
	for _, limit := range []string{"3", "4", "5", "6", "7", "8", "9", "10", "12", "20"} {
		r := l.Sh("s=0; (ulimit -n " + limit + "; exec ./ifup -i interfaces --state-dir state --no-scripts eth1) 2>&1 || s=$?; echo status $s")
		if strings.Contains(r, "goroutine") || strings.Contains(r, "runtime") {
			t.Errorf("%s descriptors: %s", limit, r)
		}
		if strings.HasSuffix(r, "status 0\n") {
			done++
			l.try("ifdown", "eth1")
		}
	}
	if done < 3 {
		t.Errorf("done with %d of the limits", done)
	}
}

// Addresses that ifup and ifconfig add at once are all there.
func TestAddedAtOnce(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for i := range 15 {
		text.WriteString("iface eth1:" + itoa(i) + " inet static\n address 10.0." + itoa(i) + ".1/24\n")
	}
	l := newTools(t, text.String())
	l.Sh("ip link set eth1 up; ip addr add 10.99.0.1/24 dev eth1")
	l.Sh(`for i in $(seq 0 14); do
		./ifup -i interfaces --state-dir state --no-scripts eth1:$i 2>>said &
		ip addr add 10.1.$i.1/8 dev eth1 & done; wait; cat said`)
	if n := strings.Count(l.Sh("ip -4 -o addr show eth1"), "inet "); n != 31 {
		t.Errorf("%d addresses, want 31:\n%s", n, l.Sh("ip -4 -o addr show eth1"))
	}
}

// So are those that ifup and ifconfig give the same labels: either sees the other at
// work.
func TestAddedBesideIfconfig(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for i := range 8 {
		text.WriteString("iface eth1:" + itoa(i) + " inet static\n address 10.0." + itoa(i) + ".1/24\n")
	}
	l := newTools(t, text.String())
	ifconfig := netlab.Tools(t, "ifconfig") + "/ifconfig"
	for range 3 {
		l.Sh("ip addr flush dev eth1; rm -rf state; ip link set eth1 up; ip addr add 10.99.0.1/24 dev eth1")
		l.Sh(`for i in $(seq 0 7); do
			./ifup -i interfaces --state-dir state --no-scripts eth1:$i 2>>said &
			` + ifconfig + ` eth1 add 10.1.$i.1 2>>said & done; wait; cat said`)
		if all := l.Sh("ip -4 -o addr show eth1"); strings.Count(all, "inet ") != 17 {
			t.Errorf("%d addresses, want 17:\n%s", strings.Count(all, "inet "), all)
		}
	}
}
