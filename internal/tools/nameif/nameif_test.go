package nameif

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// cards are lo, v0 and v1.
func cards() *ioctltest.Kernel {
	return ioctltest.New(ioctltest.Loopback(),
		ioctltest.Ethernet("v0", [6]byte{2, 0, 0, 0, 0, 1}), ioctltest.Ethernet("v1", [6]byte{2, 0, 0, 0, 0, 0x11}))
}

type result struct {
	Stdout, Stderr string
	Status         int
	Changes, Log   string
}

func run(k *ioctltest.Kernel, args ...string) (r result) {
	var log strings.Builder
	got := toolstest.Run(k, func(e tool.Env) int {
		env := &Env{Env: e, Log: func(s string) { log.WriteString(s + "\n") }, Dial: func(f int) (Kernel, error) { return k.Dial(f) }}
		return Main(env, append([]string{"nameif"}, args...))
	})
	return result{got.Stdout, got.Stderr, got.Status, k.Changes(), log.String()}
}

// Each message, with its status and what was renamed by then.
func TestMessages(t *testing.T) {
	fourteen := strings.Repeat("02:", 13) + "02"
	for _, c := range []struct {
		name  string
		files map[string]string
		fail  map[string]unix.Errno
		args  []string
		want  result
	}{
		{"a word too few", nil, nil, []string{"one"}, result{Stderr: usage()}},
		{"unknown option", nil, nil, []string{"-x"}, result{Stderr: "nameif: invalid option -- 'x'\n" + usage()}},
		{"help", nil, nil, []string{"-h"}, result{Stdout: usage()}},
		{"no file", nil, nil, nil, result{Stderr: "opening configuration file /etc/mactab: No such file or directory\n", Status: 1}},
		{"no MAC", nil, nil, []string{"x", "02:zz"}, result{Stderr: "cannot parse MAC `02' at argument 2\n", Status: 1}},
		{"no MAC behind an option", nil, nil, []string{"-cf", "x", "zz"}, result{Stderr: "cannot parse MAC `zz' at argument 3\n", Status: 1}},
		{"a part too large", nil, nil, []string{"x", "102:00"}, result{Stderr: "cannot parse MAC `102' at argument 2\n", Status: 1}},
		{"fifteen bytes", nil, nil, []string{"x", fourteen + ":02"}, result{Stderr: "MAC address at argument 2 is larger than maximum allowed 14 bytes\n", Status: 1}},
		{"long name", nil, nil, []string{strings.Repeat("a", 16), "02"}, result{Stderr: "interface name `aaaaaaaaaaaaaaaa' too long\n", Status: 1}},
		{"long name in a file", map[string]string{"/etc/mactab": " aaaaaaaaaaaaaaaaa 02\n"}, nil, nil, result{Stderr: "interface name too long at  aaaaaaaaaaaaaaaaa 02\n\n", Status: 1}},
		{"file without MAC", map[string]string{"f": "# one\n\n a 02:00:00:00:00:01 x\n\nb\n"}, nil, []string{"-c", "f"}, result{Stderr: "cannot parse MAC `' at line 2\n", Status: 1}},
		{"comment in a word", map[string]string{"f": "a#b 02\n"}, nil, []string{"-c", "f"}, result{Stderr: "cannot parse MAC `' at line 1\n", Status: 1}},
		{"CR", map[string]string{"f": "\r\nwan 02:00:00:00:00:01\r\n"}, nil, []string{"-c", "f"}, result{Changes: "SIOCSIFNAME v0 wan\n"}},
		{"alias", nil, nil, []string{"a:b", "02:00:00:00:00:01"}, result{
			Stderr: "alias device a:b at argument 2 probably has no mac\ncannot change name of v0 to a:b: Invalid argument\n", Status: 1, Changes: "SIOCSIFNAME v0 a:b\n",
		}},
		{"not found", nil, nil, []string{"x", "99", "y", "02:00:00:00:00:11", "z", "98"}, result{
			Stderr: "interface 'z' not found\ninterface 'x' not found\n", Status: 1, Changes: "SIOCSIFNAME v1 y\n",
		}},
		{"refused", nil, map[string]unix.Errno{"SIOCSIFNAME v0": unix.EPERM}, []string{"wan", "02:00:00:00:00:01", "lan", "02:00:00:00:00:11"}, result{
			Stderr: "cannot change name of v0 to wan: Operation not permitted\n", Status: 1, Changes: "SIOCSIFNAME v0 wan\n",
		}},
		{"short MAC", nil, nil, []string{"c", "02"}, result{
			Stderr: "cannot change name of v1 to c: File exists\n", Status: 1, Changes: "SIOCSIFNAME v0 c\nSIOCSIFNAME v1 c\n",
		}},
		{"the last counts", nil, nil, []string{"q1", "02:00:00:00:00:01", "q2", "02:00:00:00:00:01"}, result{
			Stderr: "interface 'q1' not found\n", Status: 1, Changes: "SIOCSIFNAME v0 q2\n",
		}},
		{"has that name", nil, nil, []string{"v0", "0x2:0:0:0:0:01"}, result{}},
		{"a card that can't be read", nil, map[string]unix.Errno{"SIOCGIFHWADDR v0": unix.ENODEV}, []string{"x", "02:00:00:00:00:01"}, result{Stderr: "interface 'x' not found\n", Status: 1}},
		{"to the log", nil, nil, []string{"-s", "x", "99"}, result{Status: 1, Log: "interface 'x' not found\n"}},
		{"to the log, too", nil, nil, []string{"-s", "x", "zz"}, result{Status: 1, Log: "cannot parse MAC `zz' at argument 3\n"}},
		{"long name of the kernel", map[string]string{"/proc/net/dev": "\n\n aaaaaaaaaaaaaaaa: 1\n"}, nil, []string{"x", "99"}, result{Stderr: "interface name `aaaaaaaaaaaaaaaa' too long\n", Status: 1}},
		{"lines of all kinds", map[string]string{"/proc/net/dev": "\n\nv0:1\n nosuch: 1\nv1 : 5\njunk\n"}, nil, []string{"k", "02:00:00:00:00:11"}, result{Changes: "SIOCSIFNAME v1 k\n"}},
	} {
		k := cards()
		k.Files = c.files
		for words, errno := range c.fail {
			k.Fail(words, errno)
		}
		if diff := cmp.Diff(c.want, run(k, c.args...)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestNoKernel(t *testing.T) {
	got := toolstest.Run(new(ioctltest.Kernel), func(e tool.Env) int {
		e.Open = toolstest.NoFiles
		return Main(&Env{Env: e, Dial: func(int) (Kernel, error) { return cards().Dial(unix.AF_INET) }}, []string{"nameif", "x", "02"})
	})
	if diff := cmp.Diff(toolstest.Result{Stderr: "open of /proc/net/dev: No such file or directory\n", Status: 1}, got); diff != "" {
		t.Error(diff)
	}
}
