package arp

import (
	"errors"
	"strings"
	"testing"

	"classicnet/internal/frame"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

const (
	misuse  = "(usage)\n(types)\n"
	columns = tableTitles +
		"10.0.0.2                 ether   02:aa:00:00:00:02   CM                    v0\n" +
		"10.0.0.3                         (incomplete)                              v0\n" +
		"192.168.1.9              ether   02:aa:00:00:00:09   C                     v1\n" +
		"10.0.0.5                 *       <from_interface>    MP                    v0\n"
	bsd = "? (10.0.0.2) at 02:aa:00:00:00:02 [ether] PERM on v0\n" +
		"? (10.0.0.3) at <incomplete> on v0\n" +
		"? (192.168.1.9) at 02:aa:00:00:00:09 [ether] on v1\n" +
		"? (10.0.0.5) at <from_interface> PERM PUB on v0\n"
)

func TestOptions(t *testing.T) {
	for line, want := range map[string]result{
		"-n":                     {Stdout: columns},
		"-en":                    {Stdout: columns},
		"-an":                    {Stdout: bsd},
		"-ean":                   {Stdout: columns},
		"--numeric --all":        {Stdout: bsd},
		"--n":                    {Stdout: columns},
		"-n -N":                  {Stdout: columns, Stderr: "arp: -N not yet supported.\n"},
		"-nD":                    {Stdout: columns},
		"-A inet -n":             {Stdout: columns},
		"-p inet -n":             {Stdout: columns},
		"--protocol=inet -n":     {Stdout: columns},
		"-A nosuch":              {Stderr: "arp: nosuch: unknown address family.\n", Status: 255},
		"-A ip":                  {Stderr: "arp: ip: unknown address family.\n", Status: 255},
		"-A inet6":               {Stderr: "arp: inet6: kernel only supports 'inet'.\n", Status: 255},
		"-A inet6 -H loop":       {Stderr: "arp: inet6: kernel only supports 'inet'.\n", Status: 255},
		"-A inet6 -A inet -n":    {Stdout: columns},
		"-H nosuch":              {Stderr: "arp: nosuch: unknown hardware type.\n", Status: 255},
		"-H tr":                  {Stderr: "arp: tr: unknown hardware type.\n", Status: 255},
		"-t loop":                {Stderr: "arp: loop: hardware type without ARP support.\n", Status: 255},
		"-H unspec":              {Stderr: "arp: unspec: hardware type without ARP support.\n", Status: 255},
		"-H nosuch -h":           {Stderr: "arp: nosuch: unknown hardware type.\n", Status: 255},
		"-h -H nosuch":           {Stdout: "(usage)\n", Stderr: "(types)\n"},
		"--help":                 {Stdout: "(usage)\n", Stderr: "(types)\n"},
		"-?":                     {Stderr: misuse, Status: 3},
		"-V -H nosuch":           {Stdout: arp.VersionText()},
		"-x -A nosuch":           {Stderr: "arp: invalid option -- 'x'\n" + misuse, Status: 3},
		"-i":                     {Stderr: "arp: option requires an argument -- 'i'\n" + misuse, Status: 3},
		"--v":                    {Stderr: "arp: option '--v' is ambiguous; possibilities: '--verbose' '--version'\n" + misuse, Status: 3},
		"--h":                    {Stderr: "arp: option '--h' is ambiguous; possibilities: '--hw-type' '--help'\n" + misuse, Status: 3},
		"--d":                    {Stderr: "arp: option '--d' is ambiguous; possibilities: '--delete' '--device'\n" + misuse, Status: 3},
		"--s":                    {Stderr: "arp: option '--s' is ambiguous; possibilities: '--set' '--symbolic'\n" + misuse, Status: 3},
		"--all=1":                {Stderr: "arp: option '--all' doesn't allow an argument\n" + misuse, Status: 3},
		"--foo":                  {Stderr: "arp: unrecognized option '--foo'\n" + misuse, Status: 3},
		"--dialect=nosuch":       {Stderr: "arp: unknown dialect `nosuch'; known are: classic net-tools-1.60 debian ubuntu redhat busybox net-tools-2.10 net-tools-git\n", Status: 4},
		"-n --dialect=classic":   {Stdout: columns},
		"-n --dialect=ubuntu":    {Stdout: columns},
		"-ad":                    {Stderr: "arp: need host name\n", Status: 255},
		"-da -n 10.0.0.3":        {Stdout: "? (10.0.0.3) at <incomplete> on v0\n"},
		"-sd 10.0.0.3":           {Calls: "SIOCDARP 10.0.0.3 flags=0x4\n"},
		"-s -d":                  {Stderr: "arp: need host name\n", Status: 255},
		"-f nosuch":              {Stderr: "arp: cannot open etherfile nosuch !\n", Status: 255},
		"-f":                     {Stderr: "arp: cannot open etherfile /etc/ethers !\n", Status: 255},
		"-n nohost":              {Stderr: "nohost: Unknown host\n", Status: 255},
		"-n 10.0.0.3 -- -x":      {Stdout: tableTitles + "10.0.0.3                         (incomplete)                              v0\n"},
		"-n default":             {Stdout: "default (0.0.0.0) -- no entry\n"},
		"-n loopback":            {Stdout: "loopback (127.0.0.0) -- no entry\n"},
		"-ni a-name-that-is-cut": {Stdout: "arp: in 4 entries no match found.\n"},
	} {
		if diff := cmp.Diff(want, runLine(line)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
}

// An empty operand is a host without a name.
func TestEmptyOperand(t *testing.T) {
	want := result{Stderr: "Unknown host\n", Status: 255}
	for _, args := range [][]string{{""}, {"-s", "", "2:3:4:5:6:7"}, {"-d", ""}} {
		got := newWorld().run(args...)
		if got.Status != want.Status || got.Stdout != "" || got.Calls != "" || strings.Contains(got.Stderr, ":") {
			t.Errorf("%q: %v", args, got)
		}
	}
}

func TestOptionsEndAtTheFirstOperandIfPosixSaysSo(t *testing.T) {
	w := newWorld()
	w.environ = map[string]string{"POSIXLY_CORRECT": "1"}
	if got := w.runWords("10.0.0.5 -an"); !strings.HasPrefix(got.Stdout, tableTitles) || got.Status != 0 {
		t.Errorf("%v", got)
	}
}

func TestListOfDialects(t *testing.T) {
	got := runLine("--dialect=list")
	if !strings.HasPrefix(got.Stdout, "classic  ") || got.Status != 0 || got.Stderr != "" {
		t.Errorf("%v", got)
	}
}

// Without a program name there is still a command.
func TestNoArguments(t *testing.T) {
	w := newWorld()
	e := &Env{Env: w.world()}
	if status := Main(e, nil); status != 0 {
		t.Errorf("status %d", status)
	}
}

// fullDisk is an output that takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, unix.ENOSPC }

func TestFullDisk(t *testing.T) {
	for _, line := range []string{"-n", "-an", "-n --json", "-h", "-V"} {
		w := newWorld()
		w.stdout = fullDisk{}
		got := w.runWords(line)
		if got.Status != 1 || !strings.HasSuffix(got.Stderr, "arp: write error: No space left on device\n") {
			t.Errorf("arp %s: %v", line, got)
		}
	}
}

// A long listing ends early where nobody reads it.
func TestFullDiskEndsTheListing(t *testing.T) {
	for _, option := range []string{"-n", "--json"} {
		w := newWorld()
		w.files[tableFile] = "title\n" + strings.Repeat("10.0.0.2 0x1 0x2 02:aa:00:00:00:02 * v0\n", 5000)
		w.stdout = fullDisk{}
		if got := w.run(option); got.Status != 1 {
			t.Errorf("%v", got)
		}
	}
}

func TestReason(t *testing.T) {
	if got := frame.Reason(errors.New("odd")); got != "odd" {
		t.Error(got)
	}
}

func TestNoSocket(t *testing.T) {
	for _, line := range []string{"-s 10.0.0.5 2:3:4:5:6:7", "-d 10.0.0.5", "-f /etc/hosts"} {
		w := newWorld()
		w.kernel.Fail("socket", unix.EACCES)
		got := w.runWords(line)
		if got.Stderr != "socket: Permission denied\n" || got.Status != 255 {
			t.Errorf("arp %s: %v", line, got)
		}
	}
}
