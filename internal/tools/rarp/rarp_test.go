package rarp

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

var etc = map[string]string{"/etc/nsswitch.conf": "hosts: files\n", "/etc/hosts": "127.0.0.1 localhost\n"}

func run(k *ioctltest.Kernel, args ...string) toolstest.Result {
	return toolstest.Run(k, func(e tool.Env) int {
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return k.Dial(f) }}, append([]string{"rarp"}, args...))
	})
}

// Each message with its status.
func TestMessages(t *testing.T) {
	misused := func(text string) toolstest.Result {
		return toolstest.Result{Stderr: text + usage() + types.ARPList(), Status: statusUsage}
	}
	failed := func(text string) toolstest.Result { return toolstest.Result{Stderr: text + "\n", Status: statusFailed} }
	const gone = "Inappropriate ioctl for device"
	for line, want := range map[string]toolstest.Result{
		"": misused(""), "-d": misused(""), "-s localhost": misused(""), "-a x": misused(""), "x": misused(""), "-v": misused(""), "-f a b": misused(""),
		"-x":                            misused("rarp: invalid option -- 'x'\n"),
		"-H ether -a":                   misused(""),
		"--ver":                         misused("rarp: option '--ver' is ambiguous; possibilities: '--version' '--verbose'\n"),
		"--file":                        misused("rarp: unrecognized option '--file'\n"),
		"-a -d localhost":               misused("rarp: illegal option mix.\n"),
		"-aa":                           misused("rarp: illegal option mix.\n"),
		"-a -d -x":                      misused("rarp: illegal option mix.\n"),
		"-t foo -s -a -V":               misused("rarp: illegal option mix.\n"),
		"-f -a":                         misused("rarp: illegal option mix.\n"),
		"-a -f missing":                 {Stderr: "rarp: cannot open file missing:No such file or directory.\n", Status: statusFile},
		"-h":                            {Stdout: usage(), Stderr: types.ARPList()},
		"-t foo -a x y z":               misused(""),
		"-t foo -a x y":                 failed("rarp: foo: unknown hardware type."),
		"-t foo -a":                     failed("rarp: foo: unknown hardware type."),
		"-a":                            failed("This kernel does not support RARP."),
		"-t loop -a":                    failed("This kernel does not support RARP."),
		"-d localhost":                  failed("SIOCDRARP: " + gone),
		"-d 010.2":                      failed("SIOCDRARP: " + gone),
		"-d default":                    failed("rarp: default: unknown host"),
		"-d 0x0a000001":                 failed("rarp: 0x0a000001: unknown host"),
		"-d 10.0.0.300":                 failed("rarp: 10.0.0.300: unknown host"),
		"-d nosuch":                     failed("rarp: nosuch: unknown host"),
		"-s 10.0.0.2 02:aa:00:00:00:02": failed("SIOCSRARP: " + gone),
		"-s nosuch 02":                  failed("rarp: nosuch: unknown host"),
		"-s localhost zz":               failed("zz: bad hardware address"),
		"-t ax25 -s localhost 02:00":    failed("02:00: bad hardware address"),
		"-t irda -s localhost 02":       failed("02: bad hardware address"),
		"-f missing":                    {Stderr: "rarp: cannot open file missing:No such file or directory.\n", Status: statusFile},
	} {
		k := &ioctltest.Kernel{Files: etc}
		if diff := cmp.Diff(want, run(k, strings.Fields(line)...)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", line, diff)
		}
	}
}

// What is wrong in a file is told with its place; the others are made.
func TestFile(t *testing.T) {
	k := &ioctltest.Kernel{Files: map[string]string{
		"/etc/nsswitch.conf": etc["/etc/nsswitch.conf"], "/etc/hosts": etc["/etc/hosts"],
		ethers: "# c\n\n02:aa:00:00:00:01 localhost x\n  \nzz localhost\nonly\n02 nosuch\n",
	}}
	want := "SIOCSRARP: Inappropriate ioctl for device\nrarp: cannot set entry from /etc/ethers:3\n" +
		"zz: bad hardware address\nrarp: cannot set entry from /etc/ethers:5\nrarp: format error at /etc/ethers:6\n" +
		"rarp: nosuch: unknown host\nrarp: cannot set entry from /etc/ethers:7\n"
	if diff := cmp.Diff(toolstest.Result{Stderr: want}, run(k, "-f")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := k.Requests(); got != "SIOCSRARP 127.0.0.1 1 02aa00000001\n" {
		t.Errorf("%q", got)
	}
}

// The kernel's table is printed as it is.
func TestList(t *testing.T) {
	k := &ioctltest.Kernel{Files: map[string]string{tableFile: "IP address\n10.0.0.1 no newline"}}
	if diff := cmp.Diff(toolstest.Result{Stdout: "IP address\n10.0.0.1 no newline"}, run(k, "-v", "--list")); diff != "" {
		t.Error(diff)
	}
	got := toolstest.RunTo(k, toolstest.Full{}, func(e tool.Env) int { return Main(&Env{Env: e}, []string{"rarp", "-a"}) })
	if got.Status != statusFailed || !strings.HasPrefix(got.Stderr, "rarp: write error: ") {
		t.Errorf("%+v", got)
	}
}
