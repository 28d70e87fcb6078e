package plipconfig

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/internal/version"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

func parallel() *ioctltest.Kernel {
	return ioctltest.New(ioctltest.Loopback(), ioctltest.Interface{Name: "plip0", PLIP: &ioctl.PLIP{Nibble: 3000, Trigger: 500}})
}

func run1(k *ioctltest.Kernel, args ...string) toolstest.Result {
	return toolstest.Run(k, func(e tool.Env) int {
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return k.Dial(f) }}, append([]string{"plipconfig"}, args...))
	})
}

// requests are those of the log as the vectors have them.
func requests(k *ioctltest.Kernel) (text string) {
	for line := range strings.Lines(k.Requests()) {
		f := strings.Fields(line)
		if f[2] == "get" {
			text += "pcmd=1 nibble=0 trigger=0\n"
		} else {
			text += fmt.Sprintf("pcmd=2 nibble=%s trigger=%s\n", f[3], f[4])
		}
	}
	return text
}

// safer are vectors in which the original takes words for numbers. Here they are
// wrong use, and nothing is set.
var safer = map[string]bool{"bases": true, "word": true, "tail": true}

// TestVectors: what the original sends and prints.
func TestVectors(t *testing.T) {
	for name, v := range toolstest.Vectors(t, "plipconfig.txtar") {
		k := parallel()
		want := v.Result(t)
		if safer[name] {
			want = toolstest.Result{Stderr: usage(), Status: statusUsage}
			v["requests"] = "pcmd=1 nibble=0 trigger=0\n"
		}
		if diff := cmp.Diff(want, v.Mask(run1(k, strings.Fields(v["args"])...))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
		if got := requests(k); got != v["requests"] {
			t.Errorf("%s: %q, want %q", name, got, v["requests"])
		}
	}
}

func TestMessages(t *testing.T) {
	misused := toolstest.Result{Stderr: usage(), Status: statusUsage}
	text := version.NetTools210 + "\nplipconfig (classicnet) " + version.Number + "\n"
	for line, want := range map[string]toolstest.Result{
		"": misused, "-x": misused, "--he": misused, "-Vh": misused, "plip0 trigger": misused,
		"-h": {Stdout: usage()}, "--help": {Stdout: usage()}, "-V": {Stdout: text}, "--version x": {Stdout: text},
		"lo":                    {Stderr: "ioctl: Operation not supported\n", Status: statusFailed},
		"lo foo":                {Stderr: "ioctl: Operation not supported\n", Status: statusFailed},
		"nosuch nibble 5":       {Stderr: "ioctl: No such device\n", Status: statusFailed},
		"aaaaaaaaaaaaaaaaaaaaa": {Stderr: "ioctl: No such device\n", Status: statusFailed},
	} {
		if diff := cmp.Diff(want, run1(parallel(), strings.Fields(line)...)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", line, diff)
		}
	}
	k := parallel()
	k.Fail("SIOCDEVPLIP plip0 set", unix.EPERM)
	if diff := cmp.Diff(toolstest.Result{Stderr: "ioctl: Operation not permitted\n", Status: statusFailed}, run1(k, "plip0", "nibble", "5")); diff != "" {
		t.Error(diff)
	}
	got := toolstest.RunTo(parallel(), toolstest.Full{}, func(e tool.Env) int {
		return Main(&Env{Env: e, Dial: func(f int) (Kernel, error) { return parallel().Dial(f) }}, []string{"plipconfig", "plip0"})
	})
	if got.Status != statusWrite || !strings.HasPrefix(got.Stderr, "plipconfig: write error: ") {
		t.Errorf("%+v", got)
	}
}
