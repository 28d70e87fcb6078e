package reliability

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// What a listing loses without a file.
var (
	counterLines = regexp.MustCompile(`(?m)^          (RX |TX |collisions:).*\n`)
	inet6Lines   = regexp.MustCompile(`(?m)^          inet6 .*\n`)
)

// procFiles are the files of /proc/net that ifconfig reads, as they are now.
func procFiles(lab *netlab.Lab) map[string]string {
	return map[string]string{
		"net/dev":      lab.Sh("cat /proc/net/dev"),
		"net/if_inet6": lab.Sh("cat /proc/net/if_inet6"),
	}
}

const limited = "Warning: cannot open /proc/net/dev (%s). Limited output.\n"

// Without a file the rest is shown, whole. What is down and has no address is
// known to /proc/net/dev alone.
func TestMissingProcFiles(t *testing.T) {
	t.Parallel()
	lab := town(t)
	whole, files := lab.Run("ifconfig", "-a").Stdout, procFiles(lab)
	noCounters := counterLines.ReplaceAllString(whole, "")
	noCounters = strings.Replace(noCounters, blocks(noCounters)["wlan9"], "", 1)
	for _, test := range []struct {
		name           string
		change         map[string]string // of the files; "-" takes one away
		stdout, stderr string
		exit           string
	}{
		{"nothing in /proc", map[string]string{"net/dev": "-", "net/if_inet6": "-"},
			inet6Lines.ReplaceAllString(noCounters, ""), fmt.Sprintf(limited, "No such file or directory"), "0"},
		{"no dev", map[string]string{"net/dev": "-"}, noCounters, fmt.Sprintf(limited, "No such file or directory"), "0"},
		{"no if_inet6", map[string]string{"net/if_inet6": "-"}, inet6Lines.ReplaceAllString(whole, ""), "", "0"},
		{"empty dev", map[string]string{"net/dev": ""}, noCounters, "", "0"},
		{"empty if_inet6", map[string]string{"net/if_inet6": ""}, inet6Lines.ReplaceAllString(whole, ""), "", "0"},
		{"titles of dev only", map[string]string{"net/dev": titles(files["net/dev"])}, noCounters, "", "0"},
		{"a folder for dev", map[string]string{"net/dev": "-", "net/dev/x": ""}, noCounters, "/proc/net/dev: Is a directory\n", "1"},
		{"a folder for if_inet6", map[string]string{"net/if_inet6": "-", "net/if_inet6/x": ""},
			inet6Lines.ReplaceAllString(whole, ""), "/proc/net/if_inet6: Is a directory\n", "1"},
	} {
		lab.Proc(changed(files, test.change))
		check(t, test.name, netlab.Result{Stdout: test.stdout, Stderr: test.stderr, Exit: test.exit}, lab.Run("ifconfig", "-a"))
		want := blocks(test.stdout)["eth1"]
		check(t, test.name+", query", netlab.Result{Stdout: want, Stderr: test.stderr, Exit: test.exit}, lab.Run("ifconfig", "eth1"))
		check(t, test.name+", change", netlab.Result{Exit: "0"}, lab.Run("ifconfig", "eth1", "192.168.1.1"))
		lab.Sh("umount /proc")
	}
}

// titles are the first two lines of a text.
func titles(text string) string {
	return strings.Join(strings.SplitAfter(text, "\n")[:2], "")
}

// changed are files with some replaced or, by "-", taken away.
func changed(files, change map[string]string) map[string]string {
	files = maps.Clone(files)
	maps.Copy(files, change)
	maps.DeleteFunc(files, func(_, text string) bool { return text == "-" })
	return files
}

// /proc isn't mounted at all, as in a chroot.
func TestNoProc(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Root, "umount") // a user namespace can't unmount the machine's
	lab := town(t)
	want := inet6Lines.ReplaceAllString(counterLines.ReplaceAllString(lab.Run("ifconfig", "eth1").Stdout, ""), "")
	lab.Sh("while umount -l /proc 2>/dev/null; do :; done; test ! -e /proc/self") // the machine's is below the lab's
	check(t, "no /proc", netlab.Result{Stdout: want, Stderr: fmt.Sprintf(limited, "No such file or directory"), Exit: "0"},
		lab.Run("ifconfig", "eth1"))
}

// Files that only root may read, for another user.
func TestUnreadableProc(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.OtherUser)
	lab := town(t)
	want := counterLines.ReplaceAllString(lab.Run("ifconfig", "lo").Stdout, "")
	lab.Proc(procFiles(lab))
	lab.Sh("chmod 0 /proc/net/dev /proc/net/if_inet6")
	got := lab.Do(netlab.Command{Args: []string{"ifconfig", "lo"}, UID: 65534})
	check(t, "query", netlab.Result{Stdout: inet6Lines.ReplaceAllString(want, ""),
		Stderr: fmt.Sprintf(limited, "Permission denied"), Exit: "0"}, got)
	got = lab.Do(netlab.Command{Args: []string{"ifconfig", "-s"}, UID: 65534})
	if rows := strings.Count(got.Stdout, "- no statistics available -"); got.Exit != "0" || rows != 4 {
		t.Errorf("short listing: status %s, %d rows\n%s%s", got.Exit, rows, got.Stderr, got.Stdout)
	}
}

// JSON says the same in its own words.
func TestJSONWithoutProc(t *testing.T) {
	t.Parallel()
	lab := town(t)
	lab.Proc(map[string]string{})
	got := lab.Run("ifconfig", "--json")
	if got.Exit != "0" || got.Stderr != fmt.Sprintf(limited, "No such file or directory") {
		t.Errorf("status %s %s", got.Exit, got.Stderr)
	}
	if diff := cmp.Diff([]string{"eth1", "eth1:0", "lo", "ppp0"}, jsonNames(t, got.Stdout)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
