package manpage

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	const page = `.\" Cm comment
.Dd January 1, 2026
.Sh SYNOPSIS
.Nm tool
.Op Fl a | b
.Op Fl xyz
.Sh DESCRIPTION
.Fl a | b
.Fl -long Ns = Ns Ar value
Text with Cm that marks nothing.
.Cm up
brings it up,
.Cm down , off ;
and
.Fl \&?
helps.
.Bl -tag
.It Cm add Ar address Ns Op / Ns Ar prefix
Adds.
.It Fl h , Fl \&? , Fl -help
Helps.
.It Cm AUI Pq also Cm thick , db15 .
.El
.Ss Flags of it
.It U
.It \&!
.It MSS , Window
.Sh ENVIRONMENT
.It Ev HOME
.Sh FILES
.It Pa /etc/hosts , /etc/networks
.Pa /etc/hosts
.Sh EXIT STATUS
.It 0
.It 255

.
`
	have, err := Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	want := &Page{
		Commands:  []string{"AUI", "add", "db15", "down", "off", "thick", "up"},
		Options:   []string{"--help", "--long", "-?", "-a", "-b", "-h"},
		Variables: []string{"HOME"},
		Files:     []string{"/etc/hosts", "/etc/networks"},
		Items: map[string][]string{
			"Flags of it": {"!", "MSS", "U", "Window"},
			"EXIT STATUS": {"0", "255"},
		},
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestParseError(t *testing.T) {
	if _, err := Parse(iotest.ErrReader(errBroken)); err != errBroken {
		t.Errorf("error %v", err)
	}
}

var errBroken = errors.New("broken")

// Each formatter finds its kind of fault.
func TestLint(t *testing.T) {
	for _, test := range []struct {
		name, page string
		faults     bool
	}{
		{"none", ".Dd January 1, 2026\n.Dt TOOL 1\n.Os\n.Sh NAME\n.Nm tool\n.Nd does it\n.Sh SEE ALSO\n.Xr nothing 9\n", false},
		{"open list", ".Dd January 1, 2026\n.Dt TOOL 1\n.Os\n.Sh NAME\n.Nm tool\n.Nd does it\n.Sh DESCRIPTION\n.Bl -tag\n.It Cm a\n", true},
		{"unknown macro", ".Dd January 1, 2026\n.Dt TOOL 1\n.Os\n.Sh NAME\n.Nm tool\n.Nd does it\n.Sh DESCRIPTION\n.Qqq a\n", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "tool.1")
			if err := os.WriteFile(path, []byte(test.page), 0o644); err != nil {
				t.Fatal(err)
			}
			if have := Lint(t, path); len(have) > 0 != test.faults && installed() {
				t.Errorf("have %q", have)
			}
		})
	}
}

// installed tells whether there is a formatter that could find a fault.
func installed() bool {
	_, err := exec.LookPath(formatters[0][0])
	return err == nil
}
