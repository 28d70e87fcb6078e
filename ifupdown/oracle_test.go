package ifupdown

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// cases is the folder of configuration files. The first line of those that
// Debian's ifupdown is known to answer otherwise tells whose answers differ and
// why: "# differs ifup ifdown: WHY".
const (
	cases       = "../testdata/ifupdown"
	differsMark = "# differs "
)

// answer is what came of a command, as far as it is compared.
type answer struct {
	Args   string
	Stdout string
	Steps  string // of -n: the commands and hook folders
	Status int
}

// oracle is Debian's ifupdown.
type oracle struct{ folder string }

// debian finds Debian's ifup in the folder that CLASSICNET_DEBIAN_IFUPDOWN
// names, or in /sbin; the test is skipped where there is none. With
// CLASSICNET_CI=1 there must be one.
func debian(t *testing.T) oracle {
	t.Helper()
	folder := os.Getenv("CLASSICNET_DEBIAN_IFUPDOWN")
	if folder == "" {
		folder = "/sbin"
	}
	text, err := exec.Command(filepath.Join(folder, "ifup"), "--version").Output()
	if err != nil || !bytes.Contains(text, []byte("Anthony Towns")) {
		missing := "Debian's ifupdown isn't in " + folder + "; CLASSICNET_DEBIAN_IFUPDOWN names another"
		if os.Getenv("CLASSICNET_CI") == "1" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	return oracle{folder}
}

// ask runs one of Debian's commands.
func (o oracle) ask(t *testing.T, args ...string) answer {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var stdout, stderr bytes.Buffer
	c := exec.CommandContext(ctx, filepath.Join(o.folder, args[0]), args[1:]...)
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return answer{strings.Join(args, " "), stdout.String(), comparable(stderr.String()), c.ProcessState.ExitCode()}
}

// ours runs the same command in this process.
func ours(t *testing.T, args ...string) answer {
	t.Helper()
	var stdout, stderr bytes.Buffer
	env := System()
	env.Stdout, env.Stderr = &stdout, &stderr
	env.Executable = func(path string) bool { return path == "/sbin/dhclient" } // -n asks for a client
	status := Main(env, args)
	return answer{strings.Join(args, " "), stdout.String(), comparable(stderr.String()), status}
}

// doing are the beginnings of lines that tell what a tool itself does: those
// of the original are commands for ip and its like, ours begin with '#'.
var doing = []string{
	"# ", "ip ", "sysctl ", "modprobe ", "if ", "dhclient ", "CLIENT=", "udhcpc ", "echo 'No DHCP",
	"ifup:", "ifdown:", "ifquery:",
}

// comparable keeps of what -n prints the commands of stanzas and the folders of
// scripts.
func comparable(text string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		own := line == ""
		for _, d := range doing {
			own = own || strings.HasPrefix(line, d)
		}
		if !own {
			kept.WriteString(line + "\n")
		}
	}
	return kept.String()
}

// questions are the commands that are compared for a file.
func questions(t *testing.T, name, state string) (list [][]string) {
	ask := func(program string, args ...string) {
		list = append(list, append([]string{program, "-i", name, "--state-dir", state}, args...))
	}
	ask("ifquery", "--list")
	ask("ifquery", "--list", "-X", "b*")
	if !generated(name) { // they give lo stanzas that Debian's --no-loopback passes over in part
		ask("ifquery", "--list", "--no-loopback")
	}
	for _, class := range []string{"hotplug", "x", "nosuch"} {
		ask("ifquery", "--list", "--allow", class)
		ask("ifup", "-n", "-a", "--allow", class)
	}
	ask("ifup", "-n", "-a")
	ask("ifup", "-n", "-a", "--no-scripts", "--no-mappings", "-X", "a")
	ask("ifdown", "-n", "-a")
	for _, iface := range namesIn(t, name) {
		ask("ifquery", iface)
		ask("ifquery", "-o", "mtu=1234", "-o", "extra=1", "-o", "up=more", iface)
		ask("ifquery", "--state", iface)
		ask("ifquery", "--state", iface+"="+iface)
		ask("ifup", "-n", iface)
		ask("ifdown", "-n", "--force", iface)
		ask("ifdown", "-n", iface)
		ask("ifup", "-n", "--allow", "hotplug", iface)
	}
	return list
}

// namesIn are the interfaces that a file speaks of, and some that it doesn't.
func namesIn(t *testing.T, name string) []string {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	list := []string{"nosuch", "lo"}
	seen := map[string]bool{"": true, "nosuch": true, "lo": true}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) < 2 || words[0] != "iface" && words[0] != "auto" {
			continue
		}
		for i, w := range words[1:] {
			if (i == 0 || words[0] == "auto") && !seen[w] && !strings.ContainsAny(w, "\\\x00") && w[0] != '-' {
				seen[w] = true
				list = append(list, w)
			}
		}
	}
	return list
}

// compare asks both and returns where they differ, by program.
func compare(t *testing.T, o oracle, name string) map[string][]string {
	state := t.TempDir()
	differences := map[string][]string{}
	for _, args := range questions(t, name, state) {
		theirs, our := o.ask(t, args...), ours(t, args...)
		if diff := cmp.Diff(theirs, our); diff != "" {
			differences[args[0]] = append(differences[args[0]], diff)
		}
	}
	return differences
}

// Debian's commands and ours say the same of each file: the same interfaces and
// options in the same order, the same commands and folders, the same statuses.
func TestOracleFiles(t *testing.T) {
	o := debian(t)
	folder := copyCases(t)
	for _, name := range caseNames(t, folder) {
		t.Run(name, func(t *testing.T) {
			t.Chdir(folder)
			differences := compare(t, o, name)
			for _, program := range []string{"ifquery", "ifup", "ifdown"} {
				expected := differs(t, name, program)
				if expected && differences[program] == nil {
					t.Error("marked as a difference of " + program + ", and there is none")
				}
				for _, d := range differences[program] {
					if !expected {
						t.Error("(-Debian +ours)\n" + d)
					}
				}
			}
		})
	}
}

// copyCases copies the cases into a folder of the test's, whose path stands in
// place of @DIR@ then: scripts need absolute paths.
func copyCases(t *testing.T) string {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(cases)); err != nil {
		t.Fatal(err)
	}
	for _, name := range caseNames(t, folder) {
		path := filepath.Join(folder, name)
		text, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(path, bytes.ReplaceAll(text, []byte("@DIR@"), []byte(folder)), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func caseNames(t *testing.T, folder string) (names []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// differs tells whether a file is marked as a difference of a program.
func differs(t *testing.T, name, program string) bool {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	programs, ok := strings.CutPrefix(line, differsMark)
	programs, _, _ = strings.Cut(programs, ":")
	return ok && slices.Contains(strings.Fields(programs), program)
}
