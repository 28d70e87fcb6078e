package ifupdown

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

var errStatus1 = errors.New("exit status 1")

// Command lines that make no sense, and what they are told.
func TestUsage(t *testing.T) {
	const more = "\nNAME: --help tells more\n"
	for _, c := range []struct{ args, said string }{
		{"ifup", "NAME: no interface given" + more},
		{"ifdown", "NAME: no interface given" + more},
		{"ifquery", "NAME: no interface given" + more},
		{"ifup --list e", "NAME: listing is ifquery's" + more},
		{"ifdown -a --state", "NAME: listing is ifquery's" + more},
		{"ifup -a e", "NAME: either --all or interfaces, not both" + more},
		{"ifquery -a", "NAME: --all goes with --list or --state" + more},
		{"ifup -z", "NAME: invalid option -- 'z'" + more},
		{"ifup --nosuch", "NAME: unrecognized option '--nosuch'" + more},
		{"ifup --st", "NAME: option '--st' is ambiguous; possibilities: '--state-dir' '--state'" + more},
		{"ifup -o x e", "NAME: -o wants OPTION=VALUE" + more},
		{"ifup -i", "NAME: option requires an argument -- 'i'" + more},
		{"/bin/ifconfig", "NAME: the command is called ifup, ifdown or ifquery\n"},
		{"ifup nosuch", "NAME: unknown interface nosuch\n"},
		{"ifdown nosuch", "NAME: unknown interface nosuch\n"},
		{"ifquery nosuch", "NAME: unknown interface nosuch\n"},
		{"ifup nosuch=e", "NAME: unknown interface e\n"},
	} {
		w := write(t, newWorld(), "")
		args := strings.Fields(c.args)
		got := w.run(args...)
		if len(args) > 1 && args[1] == "-i" {
			got = w.runPlain(args...)
		}
		name := args[0][strings.LastIndex(args[0], "/")+1:]
		want := result{Stderr: strings.ReplaceAll(c.said, "NAME", name), Status: 1}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
	}
}

// Debian's services set options by variables.
func TestReadEnvironment(t *testing.T) {
	const text = "auto a b\niface a inet manual\niface b inet manual\n"
	for _, c := range []struct {
		variable, value, args string
		want                  result
		up                    bool // the interface a
	}{
		{"EXCLUDE_INTERFACES", " a\tl? ", "ifquery --read-environment --list", result{Stdout: "b\n"}, false},
		{"EXCLUDE_INTERFACES", "a", "ifquery --read-env --list -X lo", result{Stdout: "b\n"}, false},
		{"EXCLUDE_INTERFACES", "a", "ifquery --list", result{Stdout: "lo\na\nb\n"}, false},
		{"CONFIGURE_INTERFACES", "no", "ifup --read-environment --no-scripts a", result{Stderr: "# SIOCSIFFLAGS a up\n"}, false},
		{"CONFIGURE_INTERFACES", "yes", "ifup --read-environment --no-scripts a", result{}, true},
		{"CONFIGURE_INTERFACES", "no", "ifup --no-scripts a", result{}, true},
		{"VERBOSE", "yes", "ifup --read-environment --no-scripts a",
			result{Stderr: "ifup: configuring interface a=a (inet)\n# SIOCSIFFLAGS a up\n"}, true},
		{"VERBOSE", "no", "ifup --read-environment --no-scripts a", result{}, true},
		{"VERBOSE", "yes", "ifup --no-scripts a", result{}, true},
	} {
		w := write(t, newWorld("a", "b"), text)
		w.vars[c.variable] = c.value
		if diff := cmp.Diff(c.want, w.run(strings.Fields(c.args)...)); diff != "" {
			t.Errorf("%s=%s %s (-want +got)\n%s", c.variable, c.value, c.args, diff)
		}
		if w.isUp("a") != c.up {
			t.Errorf("%s=%s %s: a is up: %v", c.variable, c.value, c.args, !c.up)
		}
	}
}

func TestHelpAndVersion(t *testing.T) {
	for _, name := range []string{"ifup", "ifdown", "ifquery"} {
		w := newWorld()
		help := w.run("/usr/sbin/"+name, "--help")
		if !strings.HasPrefix(help.Stdout, "Usage: "+name+" ") || help.Stderr != "" || help.Status != 0 {
			t.Error(help)
		}
		for _, option := range []string{"-a, --all  ", "--allow CLASS  ", "-o, --option OPTION=VALUE ", "--state-dir DIR  "} {
			if !strings.Contains(help.Stdout, "\n  "+option) {
				t.Errorf("%s --help lacks %s", name, option)
			}
		}
		if v := w.run(name, "-V"); !strings.HasPrefix(v.Stdout, name+" (classicnet) ") || v.Status != 0 {
			t.Error(v)
		}
	}
}

// A configuration that can't be read, in part or at all.
func TestUnreadable(t *testing.T) {
	w := write(t, newWorld("lo"), "auto e\nnonsense\n")
	want := result{Stderr: "ifup: interfaces:2:1: option outside of a stanza: nonsense\n", Status: 1}
	if diff := cmp.Diff(want, w.run("ifup", "-a")); diff != "" || w.String() != "" {
		t.Error(diff, w)
	}
	delete(w.files, "interfaces")
	want = result{Stdout: "lo\n", Stderr: "ifquery: interfaces: no such file or directory\n"}
	if diff := cmp.Diff(want, w.run("ifquery", "--list")); diff != "" {
		t.Error(diff)
	}
	w.failing["open interfaces"] = &fs.PathError{Op: "open", Path: "interfaces", Err: unix.EACCES}
	want = result{Stderr: "ifquery: interfaces: permission denied\n", Status: 1}
	if diff := cmp.Diff(want, w.run("ifquery", "--list")); diff != "" {
		t.Error(diff)
	}
	w = write(t, newWorld("lo"), "source bad\nauto lo\n")
	w.files["./bad"] = "nonsense\n"
	want = result{Stdout: "lo\n", Stderr: "ifquery: ./bad:1:1: option outside of a stanza: nonsense\n"}
	if diff := cmp.Diff(want, w.run("ifquery", "--list")); diff != "" {
		t.Error(diff)
	}
}

// Names that can be no interface never become names of files.
func TestNames(t *testing.T) {
	for _, name := range []string{"../../etc/x", ".", "..", "a/b", "averyveryverylongname", ":0"} {
		w := write(t, newWorld(), "iface x inet manual\n")
		got := w.run("ifup", name+"=x")
		want := result{Stderr: "ifup: not the name of an interface: " + name + "\n", Status: 1}
		if strings.Contains(name, "/") {
			want = got // a pattern without a match is nothing
		}
		if diff := cmp.Diff(want, got); diff != "" || len(w.store) != 0 {
			t.Errorf("%s: %s %v", name, diff, w.store)
		}
	}
}

// A script that calls us for the interface it is run for would wait for ever.
func TestRecursion(t *testing.T) {
	w := write(t, newWorld("e"), "iface e inet manual\n")
	w.vars["IFUPDOWN_e"] = "post-up"
	for _, program := range []string{"ifup", "ifdown"} {
		want := result{Stderr: program + ": e is being worked on (post-up), and this is called from there\n", Status: 1}
		if diff := cmp.Diff(want, w.run(program, "e")); diff != "" {
			t.Error(diff)
		}
	}
}

func TestMapping(t *testing.T) {
	const text = `mapping e*
	script /choose
	map one  two
	map three
mapping home
	script /again
iface work inet manual
	up echo work
`
	for _, c := range []struct {
		name  string
		first string
		fails bool
		want  result
	}{
		{"two scripts", "home\nignored\n", false, result{Stdout: "up: echo work\n"}},
		{"no stanza", "nosuch\n", false, result{Stderr: "ifquery: unknown interface nosuch\n", Status: 1}},
		{"no output", "", false, result{Stderr: "ifquery: interfaces:1:1: mapping script /choose on e1: no output\n", Status: 1}},
		{"failure", "home\n", true, result{Stderr: "ifquery: interfaces:1:1: mapping script /choose on e1: exit status 1\n", Status: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := write(t, newWorld(), text)
			w.output["/choose e1 <one  two\nthree\n"] = c.first
			w.output["/again home <"] = "work\n"
			if c.fails {
				w.failing["run /choose e1 <one  two\nthree\n"] = errStatus1
			}
			if diff := cmp.Diff(c.want, w.run("ifquery", "e1")); diff != "" {
				t.Error(diff)
			}
		})
	}
	w := write(t, newWorld(), text)
	w.output["/choose e1 <one  two\nthree\n"] = "nosuch\n"
	want := result{Stderr: "ifup: ignoring unknown interface e1=nosuch\n"}
	if diff := cmp.Diff(want, w.run("ifup", "e1")); diff != "" {
		t.Error(diff)
	}
}

// A listing that can't be written is a failure.
func TestWriteError(t *testing.T) {
	w := write(t, newWorld(), "")
	w.full = true
	want := result{Stderr: "ifquery: write error: No space left on device\n", Status: 1}
	if diff := cmp.Diff(want, w.run("ifquery", "--list")); diff != "" {
		t.Error(diff)
	}
}
