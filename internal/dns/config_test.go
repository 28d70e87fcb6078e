package dns

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// resolvConf opens a text as /etc/resolv.conf and knows no other file.
func resolvConf(text string) func(string) (io.ReadCloser, error) {
	return func(path string) (io.ReadCloser, error) {
		if path != "/etc/resolv.conf" {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(text)), nil
	}
}

func (c *config) String() string {
	return fmt.Sprint(c.servers, c.search, " ndots:", c.ndots, " timeout:", c.timeout, " attempts:", c.attempts, " tcp:", c.stream)
}

func TestReadConfig(t *testing.T) {
	const rest = " ndots:1 timeout:5s attempts:2 tcp:false"
	for _, c := range []struct{ text, want string }{
		{"search a\n", "[127.0.0.1:53] [a]" + rest},
		{"nameserver 192.0.2.1\nsearch a\n", "[192.0.2.1:53] [a]" + rest},
		{"nameserver\t192.0.2.1 # ours\nsearch a", "[192.0.2.1:53] [a]" + rest},
		{"nameserver fe80::1%eth0\nnameserver 2001:db8::1\nsearch a\n", "[[fe80::1%eth0]:53 [2001:db8::1]:53] [a]" + rest},
		{"nameserver 10.0.0.1\nnameserver 10.0.0.2\nnameserver 10.0.0.3\nnameserver 10.0.0.4\nsearch a\n",
			"[10.0.0.1:53 10.0.0.2:53 10.0.0.3:53] [a]" + rest},
		{"nameserver 10.1\nnameserver x\nnameserver\n nameserver 10.0.0.1\nsearch a\n", "[10.0.0.1:53] [a]" + rest},
		{"#nameserver 10.0.0.1\n;nameserver 10.0.0.2\nsearch a\n", "[127.0.0.1:53] [a]" + rest},
		{"search a b. .c.d . \n", "[127.0.0.1:53] [a b c.d]" + rest},
		{"search a b\ndomain c d\n", "[127.0.0.1:53] [c]" + rest},
		{"domain c\nsearch a b\r\n", "[127.0.0.1:53] [a b]" + rest},
		{"search .\n", "[127.0.0.1:53] []" + rest},
		{"search a\noptions ndots:3 timeout:2 attempts:4 use-vc rotate\n", "[127.0.0.1:53] [a] ndots:3 timeout:2s attempts:4 tcp:true"},
		{"search a\noptions ndots:99 timeout:99 attempts:99\n", "[127.0.0.1:53] [a] ndots:15 timeout:30s attempts:5 tcp:false"},
		{"search a\noptions ndots:0 timeout:0 attempts:-1\n", "[127.0.0.1:53] [a] ndots:0 timeout:1s attempts:1 tcp:false"},
		{"search a\noptions ndots timeout:x\noptions\nfoo bar\n", "[127.0.0.1:53] [a] ndots:0 timeout:1s attempts:2 tcp:false"},
	} {
		if diff := cmp.Diff(c.want, readConfig(resolvConf(c.text), unset).String()); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}

// Without the file the machine's own domain is searched, if it has one.
func TestNoConfig(t *testing.T) {
	c := readConfig(noFiles, unset)
	c.search = nil
	if got, want := c.String(), "[127.0.0.1:53] [] ndots:1 timeout:5s attempts:2 tcp:false"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ conf, text, want string }{
		{"search a b.c\n", "x", "[x.a. x.b.c. x.] false"},
		{"search a b.c\n", "x.y", "[x.y. x.y.a. x.y.b.c.] true"},
		{"search a b.c\n", "x.", "[x.] true"},
		{"search a\noptions ndots:2\n", "x.y", "[x.y.a. x.y.] false"},
		{"search a\noptions ndots:2\n", "x.y.z", "[x.y.z. x.y.z.a.] true"},
		{"search a\noptions ndots:0\n", "x", "[x. x.a.] true"},
		{"search .\n", "x", "[x.] false"},
	} {
		list, whole := readConfig(resolvConf(c.conf), unset).names(c.text)
		if got := fmt.Sprint(list, whole); got != c.want {
			t.Errorf("%q, %s: %s, want %s", c.conf, c.text, got, c.want)
		}
	}
}

// unset is an environment without variables.
func unset(string) (string, bool) { return "", false }

// environ makes an environment of "KEY=value" texts.
func environ(pairs ...string) lookup {
	return func(key string) (string, bool) {
		for _, pair := range pairs {
			if k, v, _ := strings.Cut(pair, "="); k == key {
				return v, true
			}
		}
		return "", false
	}
}

// LOCALDOMAIN and RES_OPTIONS change what the file says.
func TestEnvironment(t *testing.T) {
	const conf = "search a b\noptions ndots:3 attempts:4\n"
	for _, c := range []struct {
		env  lookup
		want string
	}{
		{unset, "[a b] ndots:3 timeout:5s attempts:4 tcp:false"},
		{environ("LOCALDOMAIN=c.d e"), "[c.d e] ndots:3 timeout:5s attempts:4 tcp:false"},
		{environ("LOCALDOMAIN="), "[] ndots:3 timeout:5s attempts:4 tcp:false"},
		{environ("RES_OPTIONS=ndots:2\ttimeout:1 use-vc nosuch"), "[a b] ndots:2 timeout:1s attempts:4 tcp:true"},
		{environ("RES_OPTIONS=attempts:1", "LOCALDOMAIN=x"), "[x] ndots:3 timeout:5s attempts:1 tcp:false"},
	} {
		if got := readConfig(resolvConf(conf), c.env).String(); got != "[127.0.0.1:53] "+c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
	if got := readConfig(noFiles, environ("LOCALDOMAIN=x")).search; len(got) != 1 || got[0] != "x" {
		t.Errorf("without the file: %v", got)
	}
}

// The environment of a program with more rights than its caller's isn't heeded.
func TestEnvironmentOfAPrivilegedProgram(t *testing.T) {
	if os.Getenv("DNS_TEST") != "" {
		value, ok := environment("RES_OPTIONS")
		fmt.Print(value, ok, secure())
		os.Exit(0)
	}
	if os.Getuid() != 0 {
		t.Skip("not root")
	}
	program := filepath.Join(t.TempDir(), "test")
	copied, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		mode os.FileMode
		want string
	}{{0o755, "ndots:7true false"}, {0o755 | os.ModeSetuid, "false true"}, {0o755 | os.ModeSetgid, "false true"}} {
		if err := os.WriteFile(program, copied, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(program, c.mode); err != nil {
			t.Fatal(err)
		}
		run := exec.Command(program, "-test.run=^TestEnvironmentOfAPrivilegedProgram$")
		run.Env = []string{"DNS_TEST=1", "RES_OPTIONS=ndots:7"}
		run.Dir = "/"
		run.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		for dir := filepath.Dir(program); dir != "/tmp" && dir != "/"; dir = filepath.Dir(dir) {
			os.Chmod(dir, 0o755) //nolint:errcheck // told below
		}
		out, err := run.Output()
		if err != nil {
			t.Skipf("can't run as another user: %v", err)
		}
		if string(out) != c.want {
			t.Errorf("mode %v: %s, want %s", c.mode, out, c.want)
		}
	}
}
