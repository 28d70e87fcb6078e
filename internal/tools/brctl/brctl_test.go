package brctl

import (
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// Lines of the command line, and what comes of them where /sys has nothing.
func TestWithoutSys(t *testing.T) {
	for _, c := range []struct {
		line string
		want result
	}{
		{"addbr br7", result{Log: "SIOCBRADDBR br7\n"}},
		{"addbr 0123456789abcdefgh", result{Log: "SIOCBRADDBR 0123456789abcde\n"}},
		{"delbr a", result{Log: "SIOCBRDELBR a\n"}},
		{"addif a v0 v1", result{Log: "SIOCBRADDIF a 2\nSIOCBRADDIF a 3\n"}},
		{"addif a v0 nosuch v1", result{Stderr: "interface nosuch does not exist!\n", Status: 1, Log: "SIOCBRADDIF a 2\n"}},
		{"delif a v0", result{Log: "SIOCBRDELIF a 2\n"}},
		{"delif a 0123456789abcdefgh", result{Stderr: "interface 0123456789abcdefgh does not exist!\n", Status: 1}},
		{"setfd a 4.567", result{Log: "SIOCDEVPRIVATE a 8 456\n"}},
		{"sethello a 0.29", result{Log: "SIOCDEVPRIVATE a 9 29\n"}},
		{"sethello a 8.2", result{Log: "SIOCDEVPRIVATE a 9 819\n"}},
		{"setmaxage a 1e1", result{Log: "SIOCDEVPRIVATE a 10 1000\n"}},
		{"setageing a 0x10", result{Log: "SIOCDEVPRIVATE a 11 1600\n"}},
		{"setageing a 4x", result{Stderr: "bad ageing time value\n", Status: 1}},
		{"setageing a nan", result{Stderr: "bad ageing time value\n", Status: 1}},
		{"setageing a inf", result{Stderr: "bad ageing time value\n", Status: 1}},
		{"setageing -- a -1", result{Stderr: "bad ageing time value\n", Status: 1}},
		{"setageing a 1_0", result{Stderr: "bad ageing time value\n", Status: 1}},
		{"setageing a 1e99", result{Stderr: "bad ageing time value\n", Status: 1}},
		{"setbridgeprio a 70000", result{Log: "SIOCDEVPRIVATE a 15 70000\n"}},
		{"setbridgeprio -- a -1", result{Log: "SIOCDEVPRIVATE a 15 4294967295\n"}},
		{"setbridgeprio a 1.5", result{Log: "SIOCDEVPRIVATE a 15 1\n"}},
		{"setbridgeprio a x", result{Stderr: "bad priority\n", Status: 1}},
		{"setbridgeprio nosuch 5", result{Stderr: "set bridge priority failed: No such device\n", Status: 1, Log: "SIOCDEVPRIVATE nosuch 15 5\n"}},
		{"setpathcost a v0 7", result{Log: "SIOCDEVPRIVATE a 17 2 7\n"}},
		{"setpathcost a z9 7", result{Stderr: "set path cost failed: No such file or directory\n", Status: 1}},
		{"setpathcost v1 v0 7", result{Stderr: "set path cost failed: Operation not supported\n", Status: 1}},
		{"setportprio a nosuch 7", result{Stderr: "set port priority failed: No such device\n", Status: 1}},
		{"setportprio a v1 9 more", result{Log: "SIOCDEVPRIVATE a 16 1 9\n"}},
		{"stp a yes", result{Log: "SIOCDEVPRIVATE a 14 1\n"}},
		{"stp a off", result{Log: "SIOCDEVPRIVATE a 14 0\n"}},
		{"stp a ON", result{Stderr: "expect on/off for argument\n", Status: 1}},
		{"hairpin a v0 on", result{Stderr: "can't set v0 to hairpin on bridge a: Operation not supported\n", Status: 1}},
		{"hairpin a v0 maybe", result{Stderr: "expect on/off for argument\n", Status: 1}},
		{"hairpin nosuch v0 on", result{Stderr: "bridge nosuch does not exist!\n", Status: 1}},
		{"hairpin a nosuch on", result{Stderr: "interface nosuch does not exist!\n", Status: 1}},
	} {
		check(t, c.line, c.want, newWorld().run(strings.Fields(c.line)...))
	}
}

// What the kernel refuses, and how that is told.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		line, request string
		errno         unix.Errno
		want          string
	}{
		{"addbr a", "SIOCBRADDBR", unix.EEXIST, "device a already exists; can't create bridge with the same name"},
		{"addbr a", "SIOCBRADDBR", unix.ENOPKG, "add bridge failed: Package not installed"},
		{"delbr a", "SIOCBRDELBR", unix.ENXIO, "bridge a doesn't exist; can't delete it"},
		{"delbr a", "SIOCBRDELBR", unix.EBUSY, "bridge a is still up; can't delete it"},
		{"delbr a", "SIOCBRDELBR", unix.EPERM, "can't delete bridge a: Operation not permitted"},
		{"addif a v0 v1", "SIOCBRADDIF", unix.EBUSY, "device v0 is already a member of a bridge; can't add it to bridge a."},
		{"addif a z9", "SIOCBRADDIF", unix.ELOOP, "device z9 is a bridge device itself; can't add a bridge device to a bridge device."},
		{"addif nosuch v0", "SIOCBRADDIF", unix.ENODEV, "bridge nosuch does not exist!"},
		{"addif a v0", "SIOCBRADDIF", unix.EINVAL, "can't add v0 to bridge a: Invalid argument"},
		{"delif a v0", "SIOCBRDELIF", unix.EINVAL, "device v0 is not a port of a"},
		{"delif nosuch v0", "SIOCBRDELIF", unix.ENODEV, "bridge nosuch does not exist!"},
		{"delif a v0", "SIOCBRDELIF", unix.EPERM, "can't delete v0 from a: Operation not permitted"},
		{"stp a on", "SIOCDEVPRIVATE", unix.EPERM, "set stp status failed: Operation not permitted"},
		{"show", "SIOCGIFBR", unix.EPERM, "can't list bridges: Operation not permitted"},
		{"show", "socket", unix.EMFILE, "can't setup bridge control: Too many open files"},
	} {
		w := newWorld()
		w.kernel.Fail(c.request, c.errno)
		got := w.run(strings.Fields(c.line)...)
		got.Log = ""
		check(t, c.line, result{Stderr: c.want + "\n", Status: 1}, got)
	}
}

// A kernel without bridges has none to list.
func TestNoBridges(t *testing.T) {
	w := newWorld()
	w.kernel.NoBridges = true
	check(t, "show", result{}, w.run("show"))
	check(t, "show --json", result{Stdout: "[\n]\n"}, w.run("show", "--json"))
}

func TestWrongUse(t *testing.T) {
	for line, want := range map[string]result{
		"":            {Stdout: "(usage)\n", Status: 1},
		"foo":         {Stdout: "(usage)\n", Stderr: "never heard of command [foo]\n", Status: 1},
		"sho":         {Stdout: "(usage)\n", Stderr: "never heard of command [sho]\n", Status: 1},
		"-x":          {Stdout: "(usage)\n", Stderr: "brctl: invalid option -- 'x'\nUnknown option '?'\n", Status: 1},
		"setfd a -1":  {Stdout: "(usage)\n", Stderr: "brctl: invalid option -- '1'\nUnknown option '?'\n", Status: 1},
		"show --help": {Stdout: "(usage)\n"},
		"addif a": {Stdout: "Incorrect number of arguments for command\nUsage: brctl addif BRIDGE IF...                make interfaces its ports\n",
			Status: 1},
	} {
		check(t, line, want, newWorld().run(strings.Fields(line)...))
	}
	if got := newWorld().run("-V"); got.Status != 0 || !strings.HasPrefix(got.Stdout, "bridge-utils, 1.7\n") {
		t.Errorf("version: %+v", got)
	}
}

// A setting goes to its file where that can be opened; a write that is refused
// is the failure, and no other way is tried.
func TestSettingsInSys(t *testing.T) {
	const stp, cost = "/sys/class/net/a/bridge/stp_state", "/sys/class/net/v0/brport/path_cost"
	w := newWorld()
	w.sys = map[string]string{stp: "0\n", cost: "2\n", "/sys/class/net/v0/brport/hairpin_mode": "0\n"}
	check(t, "stp", result{Log: "stp_state = 1\n"}, w.run("stp", "a", "on"))
	check(t, "path cost of any bridge", result{Log: "stp_state = 1\npath_cost = 9\n"}, w.run("setpathcost", "nosuch", "v0", "9"))
	w.kernel.Forget()
	check(t, "hairpin", result{Log: "hairpin_mode = 1\n"}, w.run("hairpin", "a", "v0", "on"))

	w = newWorld()
	w.sys = map[string]string{stp: "0\n", cost: "2\n"}
	w.refused = map[string]error{
		stp:  &fs.PathError{Op: "open", Path: stp, Err: unix.EROFS},
		cost: &fs.PathError{Op: "write", Path: cost, Err: unix.ERANGE},
	}
	check(t, "read only", result{Log: "SIOCDEVPRIVATE a 14 1\n"}, w.run("stp", "a", "on"))
	w.kernel.Forget()
	check(t, "refused", result{Stderr: "set path cost failed: Numerical result out of range\n", Status: 1}, w.run("setpathcost", "a", "v0", "0"))
}
