package netlab_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

func TestRunExit(t *testing.T) {
	t.Parallel()
	lab := netlab.New(t)
	for _, c := range []struct {
		script string
		want   netlab.Result
	}{
		{"", netlab.Result{Exit: "0"}},
		{"exit 255", netlab.Result{Exit: "255"}},
		{"kill -SEGV $$", netlab.Result{Exit: "signal 11"}},
		{"kill -KILL $$", netlab.Result{Exit: "signal 9"}},
		{`printf 'a\033\377'; printf b >&2; exit 1`, netlab.Result{Stdout: "a\x1b\xff", Stderr: "b", Exit: "1"}},
		{"cat", netlab.Result{Exit: "0"}}, // stdin is empty, not the test's
	} {
		got := lab.Run("sh", "-c", c.script)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.script, diff)
		}
	}
}

// What a command has printed before its time was up is kept; its children go
// with it.
func TestRunTimeout(t *testing.T) {
	t.Parallel()
	lab := netlab.New(t)
	got := lab.Do(netlab.Command{
		Args:  []string{"sh", "-c", "echo begun; sleep 1000 & sleep 1000"},
		Limit: 300 * time.Millisecond,
	})
	if diff := cmp.Diff(netlab.Result{Stdout: "begun\n", Exit: "timeout"}, got); diff != "" {
		t.Error(diff)
	}
	left := lab.Run("pidof", "sleep").Stdout
	for range 250 { // what is killed takes its time to end
		if left == "" {
			return
		}
		time.Sleep(20 * time.Millisecond)
		left = lab.Run("pidof", "sleep").Stdout
	}
	t.Errorf("left behind: %s", left)
}

// A background process may keep stdout open: the command has ended all the same.
func TestRunBackground(t *testing.T) {
	t.Parallel()
	lab := netlab.New(t)
	got := lab.Run("sh", "-c", "sleep 1000 & echo done")
	if diff := cmp.Diff(netlab.Result{Stdout: "done\n", Exit: "0"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestDo(t *testing.T) {
	t.Parallel()
	lab := netlab.New(t)
	lab.Setenv("COLOUR", "red")
	for _, c := range []struct {
		name string
		cmd  netlab.Command
		want string
	}{
		{"stdin", netlab.Command{Args: []string{"cat"}, Stdin: "a\x00b"}, "a\x00b"},
		{"name", netlab.Command{Args: []string{"sh", "-c", "echo $0"}}, "sh\n"},
		{"folder", netlab.Command{Args: []string{"pwd"}, Dir: "/usr"}, "/usr\n"},
		{"work folder", netlab.Command{Args: []string{"pwd"}}, lab.Work() + "\n"},
		{"lab's environment", netlab.Command{Args: []string{"sh", "-c", "echo $COLOUR $LC_ALL"}}, "red C\n"},
		{"own environment", netlab.Command{Args: []string{"sh", "-c", "echo $COLOUR"}, Env: []string{"COLOUR=blue"}}, "blue\n"},
		{"own environment, later", netlab.Command{Args: []string{"sh", "-c", "echo $COLOUR"}}, "red\n"},
		{"path", netlab.Command{Args: []string{"/bin/echo", "a b", ""}}, "a b \n"},
		{"user", netlab.Command{Args: []string{"id", "-u"}}, "0\n"},
	} {
		got := lab.Do(c.cmd)
		if diff := cmp.Diff(netlab.Result{Stdout: c.want, Exit: "0"}, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestDoAsOtherUser(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.OtherUser)
	lab := netlab.New(t)
	lab.Sh("echo hidden >h; chmod 600 h; echo shown >s")
	got := lab.Do(netlab.Command{Args: []string{"sh", "-c", "id -u; id -g; id -G; cat s h 2>&1"}, UID: 65534})
	want := "65534\n65534\n65534\nshown\ncat: h: Permission denied\n"
	if got.Stdout != want || got.Exit != "1" {
		t.Errorf("got %+v, want\n%s", got, want)
	}
}

// A lab that fails ends the test: a result of it would say nothing about a tool.
func TestFaultsEndTheTest(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Namespace)
	for _, c := range []struct {
		name, want string
		do         func(*netlab.Lab)
	}{
		{"no such command", "no command nosuch in ", func(l *netlab.Lab) { l.Run("nosuch") }},
		{"no such path", "/nosuch: no such file", func(l *netlab.Lab) { l.Run("/nosuch") }},
		{"no words", "a command without words", func(l *netlab.Lab) { l.Run() }},
		{"shell lines", "exit 3 of", func(l *netlab.Lab) { l.Sh("true; (exit 3); false") }},
		{"a folder of /etc", `"iproute2/rt_tables" is no name`, func(l *netlab.Lab) { l.Etc("iproute2/rt_tables", "") }},
		{"no such file", "no such file", func(l *netlab.Lab) { l.NoEtc("nosuch") }},
		{"killed", "the lab's process is gone", func(l *netlab.Lab) { l.Setenv("A", "1"); killKeeper(t, l); l.Run("true") }},
	} {
		got := ending(t, func(tb testing.TB) { c.do(netlab.New(tb)) })
		if !strings.HasPrefix(got, "fatal: ") || !strings.Contains(got, c.want) {
			t.Errorf("%s: test ended with %q, want a fatal %q", c.name, got, c.want)
		}
	}
}
