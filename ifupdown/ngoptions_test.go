package ifupdown

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The command lines of OpenRC's script for ifupdown-ng.
func TestCommandLinesOfOpenRC(t *testing.T) {
	const text = "auto lo eth0\niface lo inet loopback\niface eth0 inet manual\niface eth1 inet manual\n"
	w := newWorld("lo", "eth0", "eth1")
	w.files["F"] = text
	w.store["ifstate"] = "eth1=eth1 1 explicit\nlo=lo 2 explicit\n"
	for _, c := range []struct {
		args string
		want result
	}{
		{"ifquery --state-file /run/ifstate -i F --running", result{"eth1\nlo\n", "", 0}},
		{"ifquery -S /run/ifstate -i F -r", result{"eth1\nlo\n", "", 0}},
		{"ifquery --interfaces F --state-file /run/ifstate --timeout 300 --auto --list", result{"lo\neth0\n", "", 0}},
		{"ifquery -i F -S /run/ifstate -T 300 -a -L", result{"lo\neth0\n", "", 0}},
		{"ifup --interfaces F --state-file /run/ifstate --timeout 300 eth0", result{}},
		{"ifup -i F -S /run/ifstate -T 300 eth1", result{"", "ifup: interface eth1 already configured\n", 0}},
		{"ifquery -i F --state-file /run/ifstate --auto --running", result{"eth1\nlo\neth0\n", "", 0}},
		{"ifquery -i F -S /run/ifstate --json --running", result{"[\n{\"name\":\"eth1\",\"logical\":\"eth1\"},\n" +
			"{\"name\":\"lo\",\"logical\":\"lo\"},\n{\"name\":\"eth0\",\"logical\":\"eth0\"}\n]\n", "", 0}},
		{"ifquery -i F -S /run/ifstate -r lo nosuch", result{"lo\n", "", 0}},
		{"ifdown -i F --state-file /run/ifstate --auto", result{}},
		{"ifquery -i F -S /run/ifstate --running", result{}},
		{"ifquery -i F --option mtu=1400 eth0", result{"mtu: 1400\n", "", 0}},
		{"ifquery -i F --auto", result{"", "ifquery: --all goes with --list or --state\nifquery: --help tells more\n", 1}},
		{"ifup -i F -T x eth0", result{"", "ifup: -T wants a number of seconds\nifup: --help tells more\n", 1}},
	} {
		if got := w.runPlain(strings.Fields(c.args)...); !cmp.Equal(c.want, got) {
			t.Errorf("%s:\n%s", c.args, cmp.Diff(c.want, got))
		}
	}
}

// What --state-file names is a file of any name.
func TestStateFile(t *testing.T) {
	w := write(t, newWorld("eth0"), "iface eth0 inet manual\n")
	if r := w.run("ifup", "--no-scripts", "-S", "/var/state.db", "eth0"); r != (result{}) {
		t.Error(r)
	}
	if diff := cmp.Diff(map[string]string{"state.db": "eth0=eth0\n", "state.db.eth0": "eth0\nmade\n", "state.db.unfinished": ""}, w.store); diff != "" {
		t.Error(diff)
	}
	if r := w.run("ifquery", "--state"); r != (result{}) {
		t.Error(r)
	}
	if r := w.run("ifquery", "--state", "-S", "state.db"); r != (result{Stdout: "eth0=eth0\n"}) {
		t.Error(r)
	}
}

// What else ifupdown-ng's commands take.
func TestOptionsOfIfupdownNG(t *testing.T) {
	const text = "auto lo a\niface a\n  address 10.0.0.1\n  address 10.0.0.2/30\n  requires b c\n  up echo hi\n" +
		"iface b\n  use dhcp\n  hostname x\niface home\n  address 10.1.1.1\n"
	for _, c := range []struct {
		args string
		want result
	}{
		{"-p address a", result{"10.0.0.1/24\n10.0.0.2/30\n", "", 0}},
		{"--property up a b", result{"echo hi\n", "", 0}},
		{"-p dhcp-hostname b", result{"x\n", "", 0}},
		{"-p nosuch a", result{}},
		{"-p up nosuch a", result{"echo hi\n", "ifquery: unknown interface nosuch\n", 1}},
		{"-p address", result{"", "ifquery: no interface given\nifquery: --help tells more\n", 1}},
		{"-p address --json a", result{"[\n\"10.0.0.1/24\",\n\"10.0.0.2/30\"\n]\n", "", 0}},
		{"-U -p address nosuch", result{}},
		{"--allow-undefined nosuch", result{"iface nosuch\n  use link\n\n", "", 0}},
		{"-L", result{"lo\na\nb\nhome\nc\n", "", 0}},
		{"-L -I [ab]", result{"a\nb\n", "", 0}},
		{"-L -I [ab] --include home -X a", result{"b\nhome\n", "", 0}},
		{"-a -L -I a", result{"a\n", "", 0}},
		{"-I b -p up a", result{"echo hi\n", "", 0}},
		{"-L -P -I b", result{"iface b\n  use link\n  use dhcp\n  dhcp-hostname x\n\n", "", 0}},
		{"--list --pretty-print -I home", result{"iface home\n  use link\n  use static\n  address 10.1.1.1/24\n\n", "", 0}},
		{"-E /usr/libexec/ifupdown-ng --no-lock -p up a", result{"echo hi\n", "", 0}},
		{"-L --dot", result{"", "ifquery: unrecognized option '--dot'\nifquery: --help tells more\n", 1}},
		{"-s", result{"eth0=home\nlo=lo\n", "", 0}},
		{"-s -I l*", result{"lo=lo\n", "", 0}},
		{"-r -I l*", result{"lo\n", "", 0}},
		{"-p address eth0", result{"10.1.1.1/24\n", "", 0}},
		{"eth0", result{"iface home\n  use link\n  use static\n  address 10.1.1.1/24\n\n", "", 0}},
	} {
		w := newWorld("lo", "a", "b", "c")
		w.files["F"], w.store["ifstate"] = text, "lo=lo 1\neth0=home 1 explicit\n"
		args := append([]string{"ifquery", "--dialect=ifupdown-ng", "-i", "F"}, strings.Fields(c.args)...)
		if got := w.runPlain(args...); !cmp.Equal(c.want, got) {
			t.Errorf("%s:\n%s", c.args, cmp.Diff(c.want, got))
		}
	}
}

// In other syntaxes as well.
func TestPropertiesOfDebian(t *testing.T) {
	const text = "auto eth0\niface eth0 inet static\n  address 10.0.0.1/24\n  up one\n  up two\niface eth0 inet6 manual\n  up three\n"
	for args, want := range map[string]result{
		"-p up eth0":             {"one\ntwo\nthree\n", "", 0},
		"-p address eth0":        {"10.0.0.1\n", "", 0},
		"-p netmask eth0":        {"255.255.255.0\n", "", 0},
		"-U nosuch":              {},
		"-U -p up nosuch eth0":   {"one\ntwo\nthree\n", "", 0},
		"-L -P --no-loopback":    {"address: 10.0.0.1\nup: one\nup: two\nbroadcast: 10.0.0.255\nnetmask: 255.255.255.0\nup: three\n", "", 0},
		"--list -I x* -a":        {},
		"--list -I x* eth0":      {"eth0\n", "", 0},
		"--no-act-commands eth0": {"address: 10.0.0.1\nup: one\nup: two\nbroadcast: 10.0.0.255\nnetmask: 255.255.255.0\nup: three\n", "", 0},
	} {
		w := newWorld("eth0")
		w.files["F"] = text
		if got := w.runPlain(append([]string{"ifquery", "-i", "F"}, strings.Fields(args)...)...); !cmp.Equal(want, got) {
			t.Errorf("%s:\n%s", args, cmp.Diff(want, got))
		}
	}
}

// What an interface requires is up before it, stanza or not, and stays up; without
// it, it isn't brought up. Who requires whom in a circle comes up in some order.
func TestRequires(t *testing.T) {
	const text = "auto a\niface a\n  address 10.0.0.1\n  requires b c\niface b\n  mtu 1400\n  requires d\n" +
		"iface d\n  requires a\niface e\n  requires f\niface f\n  pre-up false\n"
	for _, c := range []struct{ args, changes, state, stderr string }{
		{"ifup a", "# SIOCSIFFLAGS d up\n# SIOCSIFMTU b 1400\n# SIOCSIFFLAGS b up\n# SIOCSIFFLAGS c up\n" +
			"# SIOCSIFADDR a 10.0.0.1\n# SIOCSIFNETMASK a 255.255.255.0\n# SIOCSIFBRDADDR a 10.0.0.255\n# SIOCSIFFLAGS a up\n", "d=d\nb=b\nc=c\na=a\n", ""},
		{"ifup d", "# SIOCSIFMTU b 1400\n# SIOCSIFFLAGS b up\n# SIOCSIFFLAGS c up\n" +
			"# SIOCSIFADDR a 10.0.0.1\n# SIOCSIFNETMASK a 255.255.255.0\n# SIOCSIFBRDADDR a 10.0.0.255\n# SIOCSIFFLAGS a up\n# SIOCSIFFLAGS d up\n", "b=b\nc=c\na=a\nd=d\n", ""},
		{"ifup -X b -X c a", "# SIOCSIFADDR a 10.0.0.1\n# SIOCSIFNETMASK a 255.255.255.0\n# SIOCSIFBRDADDR a 10.0.0.255\n# SIOCSIFFLAGS a up\n", "a=a\n", ""},
	} {
		w := newWorld("a", "b", "c", "d", "e", "f")
		w.files["F"] = text
		args := append(strings.Fields(c.args), "--dialect=ifupdown-ng", "--no-scripts", "-v", "-i", "F")
		got := w.runPlain(args...)
		if diff := cmp.Diff(c.changes, requests(got.Stderr)); diff != "" || got.Status != 0 {
			t.Errorf("%s: %d\n%s", c.args, got.Status, diff)
		}
		if diff := cmp.Diff(c.state, w.store["ifstate"]); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
	}
}

// What can't be brought up keeps down what requires it.
func TestRequiresInVain(t *testing.T) {
	w := newWorld("e", "f")
	w.files["F"] = "iface e\n  requires f\niface f\n  pre-up false\n"
	w.failing["run false"] = errors.New("exit status 1")
	got := w.runPlain("ifup", "--dialect=ifupdown-ng", "--no-scripts", "-i", "F", "e")
	if got.Status != 1 || w.store["ifstate"] != "" || strings.Contains(w.String(), "SIOCS") {
		t.Errorf("%v, %q, %s", got, w.store["ifstate"], w)
	}
}

// requests are the lines of a trace that are requests.
func requests(trace string) (lines string) {
	for line := range strings.Lines(trace) {
		if strings.HasPrefix(line, "# SIOCSIF") {
			lines += line
		}
	}
	return lines
}

// A DHCP client sends the machine's name, where the file names none and
// ifupdown-ng.conf doesn't say no.
func TestMachineNameForDHCP(t *testing.T) {
	const text = "iface a\n  use dhcp\n  address 10.0.0.1\niface b inet dhcp\niface c\n  use dhcp\n  hostname x\n" +
		"template t\n  use dhcp\niface d\n  inherit t\niface e\n  address 10.0.0.2\n"
	const no = "# use_hostname_for_dhcp = 1\nallow_addon_scripts = 1\nuse_hostname_for_dhcp = 0\n"
	for _, c := range []struct{ dialect, hostname, settings, args, want string }{
		{"ifupdown-ng", "box\n", "", "a", "box\n"},
		{"ifupdown-ng", "box\n", "", "b", "box\n"},
		{"ifupdown-ng", "box\n", "", "c", "x\n"},
		{"ifupdown-ng", "box\n", "", "d", "box\n"},
		{"ifupdown-ng", "box\n", "", "e", ""},
		{"ifupdown-ng", "(none)\n", "", "a", ""},
		{"ifupdown-ng", "", "", "a", ""},
		{"ifupdown-ng", "box\n", no, "a", ""},
		{"ifupdown-ng", "box\n", no, "c", "x\n"},
		{"ifupdown-ng", "box\n", no + "use_hostname_for_dhcp=yes\n", "a", "box\n"},
		{"ifupdown-ng", "box\n", "use_hostname_for_dhcp\nuse_hostname_for_dhcp = ?\n", "a", "box\n"},
		{"ifupdown2", "box\n", "", "b", ""},
	} {
		w := newWorld("a", "b")
		w.files["F"] = text
		w.files["/proc/sys/kernel/hostname"], w.files["/etc/network/ifupdown-ng.conf"] = c.hostname, c.settings
		if got := w.runPlain("ifquery", "--dialect="+c.dialect, "-i", "F", "-p", "dhcp-hostname", c.args); got.Stdout != c.want {
			t.Errorf("%+v: %v", c, got)
		}
		w.scripts["/sbin/udhcpc"] = true
		trace := w.runPlain("ifup", "-n", "--no-scripts", "--dialect="+c.dialect, "-i", "F", c.args).Stderr
		if name := strings.TrimSpace(c.want); strings.Contains(trace, "-x hostname:") != (name != "") || !strings.Contains(trace, name) {
			t.Errorf("%+v: %s", c, trace)
		}
	}
	w := newWorld("a")
	w.files["F"], w.files["/proc/sys/kernel/hostname"] = text, "box\n"
	want := result{Stdout: "iface a\n  use link\n  use dhcp\n  dhcp-hostname box\n  use static\n  address 10.0.0.1/24\n\n" +
		"iface b\n  use link\n  use dhcp\n  dhcp-hostname box\n\n"}
	if got := w.runPlain("ifquery", "--dialect=ifupdown-ng", "-i", "F", "a", "b"); got != want {
		t.Error(cmp.Diff(want, got))
	}
}
