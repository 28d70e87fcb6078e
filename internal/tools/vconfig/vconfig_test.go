package vconfig

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

// run runs a command line on a kernel that answers so; without VLANs it has no
// list of them.
func run(answer unix.Errno, line string) result {
	var stdout, stderr bytes.Buffer
	k := ioctltest.New(ioctltest.Ethernet("eth0", [6]byte{2}))
	k.NoVLANs = answer == unix.ENOPKG
	k.Fail("SIOCSIFVLAN", answer)
	if answer == 0 {
		k.Accept("SIOCSIFVLAN")
	}
	e := &Env{
		Dial: func(family int) (Kernel, error) { return k.Dial(family) },
		Env: tool.Env{Stdout: &stdout, Stderr: &stderr, Open: func(path string) (io.ReadCloser, error) {
			if answer == unix.ENOPKG || path != "/proc/net/vlan/config" {
				return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
			}
			return io.NopCloser(strings.NewReader("")), nil
		}},
	}
	status := Main(e, append([]string{"vconfig"}, strings.Fields(line)...))
	return result{strings.ReplaceAll(stdout.String(), usage(), "(usage)\n"), stderr.String(), status, k.Changes()}
}

func TestDone(t *testing.T) {
	for line, want := range map[string]result{
		"add eth0 5": {Stdout: "Added VLAN with VID == 5 to IF -:eth0:-\n", Log: "SIOCSIFVLAN eth0 add 5\n"},
		"ADD eth0 5": {Stdout: "Added VLAN with VID == 5 to IF -:eth0:-\n", Log: "SIOCSIFVLAN eth0 add 5\n"},
		"add eth0 1": {Stdout: "Added VLAN with VID == 1 to IF -:eth0:-\nWARNING:  VLAN 1 does not work with many switches,\n" +
			"consider another number if you have problems.\n", Log: "SIOCSIFVLAN eth0 add 1\n"},
		"add eth0 5abc":     {Stdout: "Added VLAN with VID == 5 to IF -:eth0:-\n", Log: "SIOCSIFVLAN eth0 add 5\n"},
		"rem eth0.5":        {Stdout: "Removed VLAN -:eth0.5:-\n", Log: "SIOCSIFVLAN eth0.5 del\n"},
		"set_flag eth0.5 1": {Stdout: "Set flag on device -:eth0.5:- Should be visible in /proc/net/vlan/eth0.5\n", Log: "SIOCSIFVLAN eth0.5 flag 1 0\n"},
		"set_egress_map eth0.5 2 3": {Stdout: "Set egress mapping on device -:eth0.5:- Should be visible in /proc/net/vlan/eth0.5\n",
			Log: "SIOCSIFVLAN eth0.5 egress 2 3\n"},
		"set_ingress_map eth0.5 4 5": {Stdout: "Set ingress mapping on device -:eth0.5:- Should be visible in /proc/net/vlan/eth0.5\n",
			Log: "SIOCSIFVLAN eth0.5 ingress 4 5\n"},
		"set_name_type VLAN_PLUS_VID_NO_PAD": {Stdout: "Set name-type for VLAN subsystem. Should be visible in /proc/net/vlan/config\n",
			Log: "SIOCSIFVLAN names 2\n"},
	} {
		if diff := cmp.Diff(want, run(0, line)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
	}
}

func TestRefused(t *testing.T) {
	const missing = "WARNING:  Could not open /proc/net/vlan/config.  Maybe you need to load the 8021q module, or maybe you are not using PROCFS??\n"
	for _, c := range []struct {
		line   string
		errno  unix.Errno
		want   string
		status int
	}{
		{"add eth0 5", unix.EEXIST, "ERROR: trying to add VLAN #5 to IF -:eth0:-  error: File exists\n", 3},
		{"add eth0 4095", unix.ERANGE, "ERROR: trying to add VLAN #4095 to IF -:eth0:-  error: Numerical result out of range\n", 3},
		{"add eth0 x", unix.ENOPKG, missing + "ERROR: trying to add VLAN #0 to IF -:eth0:-  error: Package not installed\n", 3},
		{"add eth0", unix.ENOPKG, missing + "ERROR: trying to add VLAN #0 to IF -:eth0:-  error: Package not installed\n", 3},
		{"rem eth0", unix.EINVAL, "ERROR: trying to remove VLAN -:eth0:- error: Invalid argument\n", 4},
		{"set_egress_map x 1 1", unix.ENODEV, "ERROR: trying to set egress map on device -:x:- error: No such device\n", 5},
		{"set_ingress_map x 1 1", unix.ENODEV, "ERROR: trying to set ingress map on device -:x:- error: No such device\n", 6},
		{"set_flag eth0 1 1", unix.EINVAL, "ERROR: trying to set flag on device -:eth0:- error: Invalid argument\n", 7},
		{"set_name_type VLAN_PLUS_VID", unix.EPERM, "ERROR: trying to set name type for VLAN subsystem, error: Operation not permitted\n", 8},
		{"add 0123456789abcdef 5", 0, "ERROR:  if_name must be 15 characters or less.\n", 1},
	} {
		got := run(c.errno, c.line)
		got.Log = ""
		if diff := cmp.Diff(result{Stderr: c.want, Status: c.status}, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.line, diff)
		}
	}
}

func TestWrongUse(t *testing.T) {
	const argc = "Expecting argc to be 3-5, inclusive.  Was: "
	for line, want := range map[string]result{
		"":                  {Stdout: argc + "1\n(usage)\n", Status: 1},
		"add":               {Stdout: argc + "2\n(usage)\n", Status: 1},
		"a b c d e":         {Stdout: argc + "6\n(usage)\n", Status: 1},
		"foo bar":           {Stdout: "(usage)\n", Stderr: "Unknown command -:foo:-\n", Status: 5},
		"set_name_type FOO": {Stdout: "(usage)\n", Stderr: "Invalid name type.\n", Status: 1},
		"add eth0 x":        {Stdout: "(usage)\n", Status: 1}, // it would be VLAN 0
		"add eth0":          {Stdout: "(usage)\n", Status: 1},
	} {
		if diff := cmp.Diff(want, run(0, line)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
	}
}
