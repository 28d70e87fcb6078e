package multicall

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/version"
	"classicnet/tool"
)

// result is all that a run shows. Said holds of stderr what precedes the usage
// text; Usage tells whether that followed.
type result struct {
	Stdout string
	Said   string
	Usage  bool
	Exit   int
}

// echo is a tool that tells what it was run with, and ends with status.
func echo(w io.Writer, name string, status int) Tool {
	return Tool{Name: name, About: "says " + name, Run: func(args []string) int {
		fmt.Fprintf(w, "%s %q", name, args)
		return status
	}}
}

func program(stdout, stderr io.Writer) *Program {
	return &Program{
		Env:        tool.Env{Stdout: stdout, Stderr: stderr},
		Tools:      []Tool{echo(stdout, "ifconfig", 0), echo(stdout, "route", 7)},
		Executable: func() (string, error) { return "", errors.New("nobody knows") },
	}
}

func run(args ...string) result {
	var stdout, stderr bytes.Buffer
	p := program(&stdout, &stderr)
	status := p.Main(args)
	said, usage := strings.CutSuffix(stderr.String(), p.usage())
	return result{stdout.String(), said, usage, status}
}

func TestName(t *testing.T) {
	for _, test := range []struct {
		args []string
		want result
	}{
		{[]string{"ifconfig"}, result{Stdout: `ifconfig ["ifconfig"]`}},
		{[]string{"/sbin/route", "-n"}, result{Stdout: `route ["/sbin/route" "-n"]`, Exit: 7}},
		{[]string{"./route", "--list"}, result{Stdout: `route ["./route" "--list"]`, Exit: 7}},
		{[]string{"classicnet", "ifconfig"}, result{Stdout: `ifconfig ["ifconfig"]`}},
		{[]string{"/bin/classicnet", "ifconfig", "--help", "-a"}, result{Stdout: `ifconfig ["ifconfig" "--help" "-a"]`}},
		{[]string{"classicnet-armhf", "route", "add"}, result{Stdout: `route ["route" "add"]`, Exit: 7}},

		{[]string{"iwconfig"}, result{Said: "classicnet: no tool is called `iwconfig'\n", Usage: true, Exit: 127}},
		{[]string{"/sbin/IFCONFIG", "lo"}, result{Said: "classicnet: no tool is called `IFCONFIG'\n", Usage: true, Exit: 127}},
		{[]string{"xifconfig"}, result{Said: "classicnet: no tool is called `xifconfig'\n", Usage: true, Exit: 127}},
		{[]string{"iwconfig", "ifconfig"}, result{Said: "classicnet: no tool is called `iwconfig'\n", Usage: true, Exit: 127}},
		{[]string{"classicnet", "iwconfig"}, result{Said: "classicnet: no tool is called `iwconfig'\n", Usage: true, Exit: 127}},
		{[]string{"classicnet", ""}, result{Said: "classicnet: no tool is called `'\n", Usage: true, Exit: 127}},
		{[]string{"classicnet", "/sbin/ifconfig"}, result{Said: "classicnet: no tool is called `/sbin/ifconfig'\n", Usage: true, Exit: 127}},
		{[]string{"classicnet", "classicnet", "ifconfig"}, result{Said: "classicnet: no tool is called `classicnet'\n", Usage: true, Exit: 127}},
		{[]string{""}, result{Said: "classicnet: no tool is called `.'\n", Usage: true, Exit: 127}},
		{nil, result{Said: "classicnet: no tool is called `.'\n", Usage: true, Exit: 127}},
	} {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) {
			if diff := cmp.Diff(test.want, run(test.args...)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

const noFolder = "classicnet: --install and --uninstall need a folder\n"

func TestOptions(t *testing.T) {
	usage := program(nil, nil).usage()
	for _, test := range []struct {
		args string
		want result
	}{
		{"--list", result{Stdout: "ifconfig\nroute\n"}},
		{"--version", result{Stdout: "classicnet " + version.Number + "\n"}},
		{"-V", result{Stdout: "classicnet " + version.Number + "\n"}},
		{"--help", result{Stdout: usage}},
		{"-h --list", result{Stdout: usage}},
		{"", result{Usage: true, Exit: 4}},
		{"-s", result{Usage: true, Exit: 4}},
		{"-s d", result{Usage: true, Exit: 4}},
		{"--install", result{Said: noFolder, Usage: true, Exit: 4}},
		{"--install -s", result{Said: noFolder, Usage: true, Exit: 4}},
		{"--uninstall", result{Said: noFolder, Usage: true, Exit: 4}},
		{"--uninstall -s d", result{Usage: true, Exit: 4}},
		{"--install --uninstall d", result{Usage: true, Exit: 4}},
		{"--install d e", result{Said: "classicnet: no tool is called `e'\n", Usage: true, Exit: 127}},
		{"--list d", result{Usage: true, Exit: 4}},
		{"-x", result{Said: "classicnet: invalid option -- 'x'\n", Usage: true, Exit: 4}},
		{"--lists", result{Said: "classicnet: unrecognized option '--lists'\n", Usage: true, Exit: 4}},
		{"--list=x", result{Said: "classicnet: option '--list' doesn't allow an argument\n", Usage: true, Exit: 4}},
		{"-", result{Usage: true, Exit: 4}},
		{"--install d", result{Said: "classicnet: nobody knows\n", Exit: 1}},
	} {
		t.Run(test.args, func(t *testing.T) {
			got := run(append([]string{"classicnet"}, strings.Fields(test.args)...)...)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The usage text names every tool and every option.
func TestUsage(t *testing.T) {
	p := program(nil, nil)
	const want = `Usage: classicnet TOOL [ARGUMENT]...
       classicnet --install [-s] DIR [TOOL]...
       classicnet --uninstall DIR [TOOL]...
       classicnet --list | --version | --help

One file that is every TOOL. Called through a link with a tool's name it is that tool.

Options:
  --list                   print the names of the tools, one a line
  --install                make links to the tools in the folder DIR
  -s, --symbolic           with --install: make symbolic links
  --uninstall              take away what --install has made in DIR
  -V, --version            print the version
  -h, --help               print this
Tools:
  ifconfig                 says ifconfig
  route                    says route
`
	if diff := cmp.Diff(want, p.usage()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestFullDisk(t *testing.T) {
	var stderr bytes.Buffer
	p := program(full{}, &stderr)
	if status := p.Main([]string{"classicnet", "--list"}); status != statusFailed {
		t.Errorf("status %d", status)
	}
	if diff := cmp.Diff("classicnet: no room\n", stderr.String()); diff != "" {
		t.Errorf("stderr (-want +got)\n%s", diff)
	}
}
