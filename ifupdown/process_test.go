package ifupdown

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What processes make of commands and of how they end.
func TestProcesses(t *testing.T) {
	shell := func(text string) []string { return []string{"/bin/sh", "-c", text} }
	big := strings.Repeat("x", 1<<20)
	for _, c := range []struct {
		name         string
		invocation   Invocation
		input        string
		stdout, fail string
	}{
		{"done", Invocation{Args: shell("echo hello")}, "", "hello\n", ""},
		{"status", Invocation{Args: shell("echo hello; exit 3")}, "", "hello\n", "exit status 3"},
		{"signal", Invocation{Args: shell("kill -9 $$")}, "", "", "signal: killed"},
		{"input", Invocation{Args: shell("cat")}, "one  two\n", "one  two\n", ""},
		{"much", Invocation{Args: shell("cat")}, big, big, ""},
		{"input that nobody reads", Invocation{Args: shell("exec <&-; echo x")}, big, "x\n", ""},
		{"folder", Invocation{Args: shell("pwd"), Dir: "/"}, "", "/\n", ""},
		{"environment", Invocation{Args: []string{"env"}, Env: []string{"A=b", "C="}}, "", "A=b\nC=\n", ""},
		{"found in the folders of commands", Invocation{Args: []string{"sh", "-c", "echo $0"}}, "", "sh\n", ""},
		{"missing", Invocation{Args: []string{"/nosuch/program"}}, big, "", "start /nosuch/program: no such file or directory"},
		{"missing everywhere", Invocation{Args: []string{"nosuch-program"}}, "", "", "start nosuch-program: no such file or directory"},
		{"missing folder", Invocation{Args: shell("pwd"), Dir: "/nosuch"}, "", "", "start /bin/sh: no such file or directory"},
		{"no name", Invocation{Args: []string{""}}, "", "", "start : no such file or directory"},
		{"a folder", Invocation{Args: []string{"/"}}, "", "", "start /: permission denied"},
		{"in time", Invocation{Args: shell("echo x"), Timeout: time.Minute}, "", "x\n", ""},
		{"late", Invocation{Args: []string{"sleep", "60"}, Timeout: 50 * time.Millisecond}, "", "", "killed after 50ms"},
		{"NUL", Invocation{Args: shell("echo"), Env: []string{"A=\x00"}}, "", "", "start /bin/sh: invalid argument"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var stdout bytes.Buffer
			c.invocation.Stdin, c.invocation.Stdout = strings.NewReader(c.input), &stdout
			said := ""
			if err := (processes{}).Run(c.invocation); err != nil {
				said = err.Error()
			}
			if said != c.fail {
				t.Errorf("error %q, want %q", said, c.fail)
			}
			if stdout.String() != c.stdout {
				t.Errorf("%d bytes, want %d: %.80q", stdout.Len(), len(c.stdout), stdout.String())
			}
		})
	}
}

// No descriptor is left open, and a command gets none but its streams.
func TestProcessDescriptors(t *testing.T) {
	open := func() int {
		entries, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skip("no /proc")
		}
		return len(entries)
	}
	held, err := os.Create(filepath.Join(t.TempDir(), "held"))
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	before := open()
	for range 3 {
		var stdout bytes.Buffer
		err := processes{}.Run(Invocation{Args: []string{"/bin/sh", "-c", "ls -l /proc/$$/fd"}, Env: []string{"PATH=" + hookPath},
			Stdin: strings.NewReader("x"), Stdout: &stdout})
		if err != nil || strings.Contains(stdout.String(), "held") {
			t.Errorf("%v %s", err, stdout.String())
		}
	}
	if after := open(); after != before {
		t.Errorf("%d descriptors are open, %d before", after, before)
	}
}

// Without streams of its own a command has ours.
func TestProcessInherits(t *testing.T) {
	mark := filepath.Join(t.TempDir(), "mark")
	text := "[ /proc/self/fd/0 -ef /proc/" + itoa(os.Getpid()) + "/fd/0 ] && echo same >" + mark
	if err := (processes{}).Run(Invocation{Args: []string{"/bin/sh", "-c", text}}); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(mark); err != nil || string(got) != "same\n" {
		t.Errorf("%q %v", got, err)
	}
}

// Random addresses differ.
func TestRandom(t *testing.T) {
	var one, other [16]byte
	for _, b := range [][]byte{one[:], other[:]} {
		if n, err := (random{}).Read(b); n != len(b) || err != nil {
			t.Fatal(n, err)
		}
	}
	if one == other {
		t.Errorf("%x twice", one)
	}
}
