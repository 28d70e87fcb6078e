package dns

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
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
		if diff := cmp.Diff(c.want, readConfig(resolvConf(c.text)).String()); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}

// Without the file the machine's own domain is searched, if it has one.
func TestNoConfig(t *testing.T) {
	c := readConfig(noFiles)
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
		list, whole := readConfig(resolvConf(c.conf)).names(c.text)
		if got := fmt.Sprint(list, whole); got != c.want {
			t.Errorf("%q, %s: %s, want %s", c.conf, c.text, got, c.want)
		}
	}
}
