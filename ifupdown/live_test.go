package ifupdown

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// liveCases is the folder of files for the comparison on a kernel: one folder
// for each of the programs beside which ours is run. The first line of a file
// whose outcome is known to be another is "# differs: WHY", or "# differs in 0.11: WHY" where
// it is so in versions that begin with this.
const liveCases = "../testdata/ifupdown-live"

// peer is a program that reads such files.
type peer struct {
	name    string
	version string // where versions differ
	// command returns the words that run one of its commands in a lab.
	command func(program string, args ...string) []string
	// prepare makes of a lab what the program needs.
	prepare string
	option  string // of ours
}

// differs tells whether the outcome of a file is known to be another.
func (p peer) differs(text string) bool {
	line, _, _ := strings.Cut(text, ": ")
	version, of := strings.CutPrefix(line, "# differs in ")
	return line == "# differs" || of && strings.HasPrefix(p.version, version)
}

// debianPeer is Debian's ifupdown.
func debianPeer(t *testing.T) peer {
	folder, err := filepath.Abs(debian(t).folder)
	if err != nil {
		t.Fatal(err)
	}
	return peer{name: "ifupdown", option: "--dialect=classic", prepare: "mkdir theirs", command: func(program string, args ...string) []string {
		return append([]string{filepath.Join(folder, program), "--no-scripts", "--state-dir", "theirs", "-i", "interfaces"}, args...)
	}}
}

// unpacked is the folder of a package that a variable names.
func unpacked(t *testing.T, variable, file string) string {
	folder := os.Getenv(variable)
	if folder == "" {
		t.Skip(variable + " doesn't name a folder with the unpacked package, see test/peers")
	}
	if _, err := os.Stat(filepath.Join(folder, file)); errors.Is(err, fs.ErrPermission) {
		t.Skip("this user can't look into it: " + err.Error())
	} else if err != nil {
		t.Fatal(err)
	}
	return folder
}

// ngPeer is ifupdown-ng, as a Debian package unpacked.
func ngPeer(t *testing.T) peer {
	folder := unpacked(t, "CLASSICNET_IFUPDOWN_NG", "usr/libexec/ifupdown-ng/static")
	sbin := filepath.Join(folder, "sbin")
	text, err := exec.Command(filepath.Join(sbin, "ifquery"), "--version").Output()
	if err != nil {
		t.Skip("ifupdown-ng doesn't run here: " + err.Error())
	}
	version, _, _ := strings.Cut(strings.TrimPrefix(string(text), "ifupdown-ng "), "\n")
	return peer{name: "ifupdown-ng", version: version, option: "--dialect=ifupdown-ng", command: func(program string, args ...string) []string {
		line := []string{filepath.Join(sbin, program), "-S", "theirs.state", "-i", "interfaces"}
		if program != "ifquery" {
			line = append(line, "-E", filepath.Join(folder, "usr/libexec/ifupdown-ng"))
		}
		return append(line, args...)
	}}
}

// twoPeer is ifupdown2, a program in Python.
func twoPeer(t *testing.T) peer {
	folder := unpacked(t, "CLASSICNET_IFUPDOWN2", "usr/share/ifupdown2/__main__.py")
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip(err)
	}
	return peer{name: "ifupdown2", option: "--dialect=ifupdown2",
		prepare: `mount -t sysfs none /sys; for i in /run /var/lib /var/tmp; do mount -t tmpfs none $i; done
mkdir -p /run/network /run/etc /var/lib/ifupdown2/hooks /var/lib/ifupdown2/policy.d /run/log python
cp -a /etc/. /run/etc; mount --bind /run/etc /etc; mount --bind /run/log /var/log
mkdir -p /etc/network; cp -a ` + folder + `/etc/network/. /etc/network/
ln -s ` + folder + `/usr/share/ifupdown2 python/ifupdown2
for n in ifup ifdown ifquery; do
	printf 'import sys\nsys.argv[0]="%s"\nfrom ifupdown2.__main__ import main\nsys.exit(main())\n' $n >python/$n
done
`,
		command: func(program string, args ...string) []string {
			return append([]string{"env", "PYTHONPATH=python", "PYTHONDONTWRITEBYTECODE=1", "python3", "python/" + program, "-i", "interfaces"}, args...)
		}}
}

// outcome is what came of a file.
type outcome struct {
	Up      string // the status of ifup -a
	Kernel  string // addresses, routes, settings of links
	Queries string // what ifquery says of each interface, and its status
	Down    string // the status of ifdown -a, and what is left
}

// seen shows what the kernel has, as far as it is compared: labels, broadcast
// addresses, lifetimes and who made a route are others by nature.
const seen = `
ip -o addr show | awk '$4 !~ /^fe80/ { peer = ($5 == "peer") ? " peer " $6 : ""; print $2, $3, $4 peer }' | sort
for d in eth1 eth2; do ip link show $d | sed -n 's/^[0-9]*: \([^:@]*\).*\(mtu [0-9]*\).*/\1 \2/p; s/.*link.ether \([^ ]*\).*/mac \1/p'; done
ip -4 route show | awk '{ via = metric = dev = ""; for (i = 2; i < NF; i++) { if ($i == "via") via = " via " $(i+1); if ($i == "metric") metric = " metric " $(i+1); if ($i == "dev") dev = " dev " $(i+1) } print $1 via dev metric }' | sort
ip -6 route show default | awk '{ metric = ""; for (i = 2; i < NF; i++) if ($i == "metric") metric = " metric " $(i+1); print $1, $3, $5 metric }' | sort
`

// come runs a program's commands on the file in the lab.
func come(lab *netlab.Lab, names []string, command func(string, ...string) []string) (o outcome) {
	o.Up = lab.Do(netlab.Command{Args: command("ifup", "-a"), Limit: runLimit}).Exit
	o.Kernel = lab.Sh(seen)
	for _, name := range names {
		r := lab.Run(command("ifquery", name)...)
		o.Queries += "== " + name + " " + r.Exit + "\n" + guessed.ReplaceAllString(r.Stdout, "")
	}
	down := lab.Do(netlab.Command{Args: command("ifdown", "-a"), Limit: runLimit}).Exit
	o.Down = down + "\n" + lab.Sh(`ip -o addr show | awk '$4 !~ /^fe80/ && $2 != "lo" { print $2, $3, $4 }' | sort; ip -4 route show default`)
	return o
}

// guessed are executors that ifupdown-ng guesses from the names of options, as
// `use post` from post-up, and those that aren't here.
var guessed = regexp.MustCompile(`(?m)^  use (?:pre|post|point|to|vlan|bond|bridge|nosuch\w*)\n`)

var ofLo = regexp.MustCompile(`(?m)^lo .*\n`)

const runLimit = 60e9

// liveLab is a lab with a file and a program's needs.
func liveLab(t *testing.T, p peer, path string) *netlab.Lab {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l := newTools(t, string(text))
	for _, name := range []string{"one", "two"} {
		if included, err := os.ReadFile(filepath.Join(filepath.Dir(path), "include.d", name)); err == nil {
			l.Sh("mkdir -p include.d; cat >include.d/" + name + " <<'END'\n" + string(included) + "END\n")
		}
	}
	l.Sh("ip link set p-eth1 up 2>/dev/null || nsenter -t $PEERNS -n ip link set p-eth1 up\n" + p.prepare)
	return l.Lab
}

// beside runs all files of a program's folder by it and by ours.
func beside(t *testing.T, p peer) {
	folder := filepath.Join(liveCases, p.name)
	names := caseNames(t, folder)
	if len(names) < 40 {
		t.Errorf("%d files", len(names))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(folder, name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			// Where a file doesn't name lo, ifupdown2 doesn't know it; here it is up.
			withoutLo := p.name == "ifupdown2" && !strings.Contains(string(text), "iface lo")
			queries := slices.DeleteFunc(namesIn(t, path), func(n string) bool {
				return n == "nosuch" || strings.ContainsAny(n, "$%") || n == "lo" && withoutLo
			})
			theirs := come(liveLab(t, p, path), queries, p.command)
			ours := come(liveLab(t, peer{}, path), queries, func(program string, args ...string) []string {
				return append([]string{"./" + program, p.option, "-i", "interfaces", "--state-dir", "state", "--no-scripts"}, args...)
			})
			if withoutLo {
				theirs.Kernel, ours.Kernel = ofLo.ReplaceAllString(theirs.Kernel, ""), ofLo.ReplaceAllString(ours.Kernel, "")
			}
			if p.name == "ifupdown2" { // it leaves its addresses in some runs, and in others not
				theirs.Down, _, _ = strings.Cut(theirs.Down, "\n")
				ours.Down, _, _ = strings.Cut(ours.Down, "\n")
			}
			diff, known := cmp.Diff(theirs, ours), p.differs(string(text))
			switch {
			case diff != "" && !known:
				t.Errorf("(-%s +ours)\n%s", p.name, diff)
			case diff == "" && known:
				t.Error("marked as a difference, and there is none")
			}
			if testing.Verbose() {
				t.Logf("(-%s +ours)\n%s", p.name, diff)
			}
		})
	}
}

// Each file leaves the same addresses, routes and statuses, and is queried with
// the same answers.
func TestLiveIfupdown(t *testing.T)   { beside(t, debianPeer(t)) }
func TestLiveIfupdownNG(t *testing.T) { beside(t, ngPeer(t)) }
func TestLiveIfupdown2(t *testing.T)  { beside(t, twoPeer(t)) }
