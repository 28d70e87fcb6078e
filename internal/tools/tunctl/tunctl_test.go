package tunctl

import (
	"bytes"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// result is all that is seen of a run.
type result struct {
	Stdout, Stderr string
	Status         int
	Log            string
}

// run is a run by the user 1000.
func run(refuses map[string]unix.Errno, args ...string) result {
	files := map[string]string{
		"/etc/passwd": "root:x:0:0:root:/root:/bin/sh\nbroken\nkvm:x:64055:108::/:\nbad:x:x:1::/:\n",
		"/etc/group":  "root:x:0:\nkvm:x:108:a,b\n",
	}
	var stdout, stderr bytes.Buffer
	k := ioctltest.New()
	for request, errno := range refuses {
		k.Fail(request, errno)
	}
	e := &Env{OpenTun: func(path string) (Tun, error) { return k.OpenTun(path) }, UID: func() int { return 1000 }, Env: tool.Env{
		Stdout: &stdout, Stderr: &stderr, Open: func(path string) (io.ReadCloser, error) {
			if text, ok := files[path]; ok {
				return io.NopCloser(strings.NewReader(text)), nil
			}
			return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
		},
	}}
	status := Main(e, append([]string{"tunctl"}, args...))
	return result{stdout.String(), strings.ReplaceAll(stderr.String(), usage(), "(usage)\n"), status, k.String()}
}

func TestLines(t *testing.T) {
	const opened = "open /dev/net/tun\n"
	for line, want := range map[string]result{
		"":             {Stdout: "Set 'tap0' persistent and owned by uid 1000\n", Log: opened + "TUNSETIFF 4098\nTUNSETPERSIST true\nTUNSETOWNER 1000\nclose\n"},
		"-t t0":        {Stdout: "Set 't0' persistent and owned by uid 1000\n", Log: opened + "TUNSETIFF t0 4098\nTUNSETPERSIST true\nTUNSETOWNER 1000\nclose\n"},
		"-b -t t0":     {Stdout: "t0\n", Log: opened + "TUNSETIFF t0 4098\nTUNSETPERSIST true\nTUNSETOWNER 1000\nclose\n"},
		"-u kvm":       {Stdout: "Set 'tap0' persistent and owned by uid 64055\n", Log: opened + "TUNSETIFF 4098\nTUNSETPERSIST true\nTUNSETOWNER 64055\nclose\n"},
		"-g kvm":       {Stdout: "Set 'tap0' persistent and owned by gid 108\n", Log: opened + "TUNSETIFF 4098\nTUNSETPERSIST true\nTUNSETGROUP 108\nclose\n"},
		"-u 0x10 -g 5": {Stdout: "Set 'tap0' persistent and owned by uid 16 gid 5\n", Log: opened + "TUNSETIFF 4098\nTUNSETPERSIST true\nTUNSETOWNER 16\nTUNSETGROUP 5\nclose\n"},
		"-u -1 -g -1":  {Stdout: "Set 'tap0' persistent and owned by uid 1000\n", Log: opened + "TUNSETIFF 4098\nTUNSETPERSIST true\nTUNSETOWNER 1000\nclose\n"},
		"-u 4294967301 -t a": {Stdout: "Set 'a' persistent and owned by uid 5\n",
			Log: opened + "TUNSETIFF a 4098\nTUNSETPERSIST true\nTUNSETOWNER 5\nclose\n"},
		"-t 0123456789abcdefg": {Stdout: "Set '0123456789abcde' persistent and owned by uid 1000\n",
			Log: opened + "TUNSETIFF 0123456789abcde 4098\nTUNSETPERSIST true\nTUNSETOWNER 1000\nclose\n"},
		"-d t0":     {Stdout: "Set 't0' nonpersistent\n", Log: opened + "TUNSETIFF t0 4098\nTUNSETPERSIST false\nclose\n"},
		"-b -d t0":  {Stdout: "Set 't0' nonpersistent\n", Log: opened + "TUNSETIFF t0 4098\nTUNSETPERSIST false\nclose\n"},
		"-t a -d b": {Stdout: "Set 'b' nonpersistent\n", Log: opened + "TUNSETIFF b 4098\nTUNSETPERSIST false\nclose\n"},
		// The last name counts, and one -d is enough.
		"-d a -t b":  {Stdout: "Set 'b' nonpersistent\n", Log: opened + "TUNSETIFF b 4098\nTUNSETPERSIST false\nclose\n"},
		"-f /dev/no": {Stderr: "Failed to open '/dev/no' : No such file or directory\n", Status: 1, Log: "open /dev/no\n"},
		"-u nosuch":  {Stderr: "'nosuch' is neither a username nor a numeric uid.\n(usage)\n", Status: 1},
		"-u 7x":      {Stderr: "'7x' is neither a username nor a numeric uid.\n(usage)\n", Status: 1},
		"-u bad":     {Stderr: "'bad' is neither a username nor a numeric uid.\n(usage)\n", Status: 1},
		// The first that is wrong counts.
		"-u nosuch -n": {Stderr: "'nosuch' is neither a username nor a numeric uid.\n(usage)\n", Status: 1},
		"-g nosuch x":  {Stderr: "'nosuch' is neither a groupname nor a numeric group.\n(usage)\n", Status: 1},
		"-n -u nosuch": {Stderr: "tunctl: invalid option -- 'n'\n(usage)\n", Status: 1},
		"-g nosuch":    {Stderr: "'nosuch' is neither a groupname nor a numeric group.\n(usage)\n", Status: 1},
		"foo":          {Stderr: "(usage)\n", Status: 1},
		"-d":           {Stderr: "tunctl: option requires an argument -- 'd'\n(usage)\n", Status: 1},
		"-h":           {Stderr: "tunctl: invalid option -- 'h'\n(usage)\n", Status: 1},
		"--help":       {Stderr: "tunctl: invalid option -- '-'\n(usage)\n", Status: 1},
		"-t a -t b":    {Stdout: "Set 'b' persistent and owned by uid 1000\n", Log: opened + "TUNSETIFF b 4098\nTUNSETPERSIST true\nTUNSETOWNER 1000\nclose\n"},
		"-u 5 -u kvm":  {Stdout: "Set 'tap0' persistent and owned by uid 64055\n", Log: opened + "TUNSETIFF 4098\nTUNSETPERSIST true\nTUNSETOWNER 64055\nclose\n"},
	} {
		if diff := cmp.Diff(want, run(nil, strings.Fields(line)...)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", line, diff)
		}
	}
	if got := run(nil, "-u", "", "-g", ""); got.Stdout != "Set 'tap0' persistent and owned by uid 0 gid 0\n" {
		t.Errorf("empty numbers: %+v", got)
	}
}

func TestRefused(t *testing.T) {
	for request, line := range map[string]string{
		"TUNSETIFF": "-t lo", "TUNSETPERSIST": "-d t0", "TUNSETOWNER": "-u 5", "TUNSETGROUP": "-g 5",
	} {
		got := run(map[string]unix.Errno{request: unix.EPERM}, strings.Fields(line)...)
		if got.Stdout != "" || got.Stderr != request+": Operation not permitted\n" || got.Status != 1 || !strings.HasSuffix(got.Log, "close\n") {
			t.Errorf("%s: %+v", request, got)
		}
	}
}
