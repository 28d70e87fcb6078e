package reliability

import (
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// quiet are commands that ask the kernel and nobody else.
var quiet = []string{
	"ifconfig", "ifconfig -a", "ifconfig -s", "ifconfig eth1", "ifconfig eth1:0", "ifconfig nosuch", "ifconfig --json -a", "ifconfig -h",
	"ifconfig eth1 10.0.0.1 netmask 255.0.0.0 up", "ifconfig eth1:5 10.5.0.1", "ifconfig lo add fd00::5/64", "ifconfig eth1 mtu 1400 hw ether 020000",
	"route -n", "route -n -ee", "route -n -A inet6", "route -n -C", "route --json -n", "route add -net 10.1.0.0/16 dev eth1", "route del -net 10.1.0.0/16", "route -h",
}

// allowedFiles are what may be opened: the kernel's tables, the machine's dialect, and what the Go
// runtime looks at before main to size its threads and pages.
var allowedFiles = regexp.MustCompile(`^(/proc/(thread-self/)?net(/\w*)?|/etc/classicnet/dialect|/proc/sys/net/econet|/proc/self/(cgroup|mountinfo)|/sys/fs/cgroup/.*|/sys/kernel/mm/transparent_hugepage/hpage_pmd_size|/dev/null)$`)

// documented are the system calls in the section of docs/reliability.md, which
// are those of amd64: others have some of them by other names.
func documented(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../docs/reliability.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "\n## System calls\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var calls []string
	for _, m := range regexp.MustCompile("`([a-z0-9_]+)`").FindAllStringSubmatch(section, -1) {
		calls = append(calls, m[1])
	}
	return calls
}

// The parts of a log of strace.
var (
	anyCall  = regexp.MustCompile(`(?m)^\d+ +([a-z0-9_]+)\(`)
	openCall = regexp.MustCompile(`(?m)^\d+ +open(?:at|at2)?\((?:AT_FDCWD, )?"([^"]*)"`)
	// neighbour is a socket that leads to somebody else, or is used to.
	neighbour = regexp.MustCompile(`(?m)^\d+ +(socket\((?:AF_NETLINK|AF_UNIX|AF_PACKET|AF_INET6?, SOCK_(?:STREAM|RAW))|connect\(|sendto\(|sendmsg\(|bind\().*`)
)

// addressDump is the one socket of netlink that there is: JSON asks it whose each
// address is.
const addressDump = "socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE"

// Listing and changing take the tables of /proc/net and ioctls on sockets of
// which no packet leaves: no connection, no netlink but JSON's, no other file.
func TestSystemCalls(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	netlab.Need(t, "strace")
	lab := town(t)
	calls := documented(t)
	for _, command := range quiet {
		lab.Run(append(strings.Fields("strace -f -qq -e signal=none -o "+lab.Work()+"/log"), strings.Fields(command)...)...)
		log := lab.Sh("cat $WORK/log")
		for _, m := range openCall.FindAllStringSubmatch(log, -1) {
			if !allowedFiles.MatchString(m[1]) {
				t.Errorf("%s opens %s", command, m[1])
			}
		}
		for _, m := range neighbour.FindAllString(log, -1) {
			if !strings.Contains(command, "--json") || !strings.Contains(m, addressDump) {
				t.Errorf("%s: %s", command, m)
			}
		}
		seen := map[string]bool{}
		for _, m := range anyCall.FindAllStringSubmatch(log, -1) {
			if runtime.GOARCH == "amd64" && !seen[m[1]] && !slices.Contains(calls, m[1]) {
				t.Errorf("%s: %s isn't in docs/reliability.md", command, m[1])
			}
			seen[m[1]] = true
		}
		if !seen["execve"] || !seen["exit_group"] {
			t.Fatalf("%s: no log of strace:\n%.500s", command, log)
		}
	}
}
