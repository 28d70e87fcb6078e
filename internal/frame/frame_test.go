package frame

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/dialect"
	"classicnet/internal/getopt"
	"classicnet/internal/version"
	"classicnet/ioctl"
	"classicnet/tool"
)

// spec is a tool that tells its statuses apart.
var spec = Tool{
	Name: "lister", Claims: "old-tools 1.0", Features: func() string { return "+I18N\n" },
	Usage:  func() string { return "Usage: lister\n" },
	Help:   Answer{Status: 10, Stderr: true},
	Misuse: 12, Failed: 13, Write: 14,
}

// seen is all that a run shows.
type seen struct {
	Stdout, Stderr string
	Status         int
}

// run is a run that ends with err.
func run(t Tool, env tool.Env, err error) seen {
	var stdout, stderr bytes.Buffer
	env.Stdout, env.Stderr = &stdout, &stderr
	status := t.Main(env, []string{"/sbin/lister"}, func(*Run, []string) error { return err })
	return seen{stdout.String(), stderr.String(), status}
}

func TestReport(t *testing.T) {
	const versions = "old-tools 1.0\nlister (classicnet) " + version.Number + "\n+I18N\n"
	usage := func() string { return "(words)\n" }
	for _, test := range []struct {
		name string
		err  error
		want seen
	}{
		{"none", nil, seen{}},
		{"status", Status(255), seen{Status: 255}},
		{"help", ErrHelp, seen{Stderr: "Usage: lister\n", Status: 10}},
		{"version", ErrVersion, seen{Stdout: versions}},
		{"dialects", dialect.ErrList, seen{Stdout: dialect.List()}},
		{"misused", Misused("no such word"), seen{Stderr: "no such word\nUsage: lister\n", Status: 12}},
		{"misused, no reason", Misused(""), seen{Stderr: "Usage: lister\n", Status: 12}},
		{"failed", Failed("no room"), seen{Stderr: "no room\n", Status: 13}},
		{"refused", Refused("SIOCX", &ioctl.Error{Request: "y", Err: unix.EPERM}), seen{Stderr: "SIOCX: Operation not permitted\n", Status: 13}},
		{"failure", &Failure{Message: "a\nb", Note: "c", Usage: usage, Status: 7}, seen{"c\n", "a\nb\n(words)\n", 7}},
		{"failure, status alone", &Failure{Status: 1}, seen{Status: 1}},
		{"foreign", errors.New("strange"), seen{Stderr: "lister: strange\n", Status: 13}},
		{"errno", &fs.PathError{Op: "open", Path: "/x", Err: unix.ENOENT}, seen{Stderr: "lister: No such file or directory\n", Status: 13}},
		{"dialect", &dialect.UnknownError{Name: "x"}, seen{Stderr: "lister: " + (&dialect.UnknownError{Name: "x"}).Error() + "\n", Status: 4}},
	} {
		if diff := cmp.Diff(test.want, run(spec, tool.Env{}, test.err)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

// Options and operands come in their order; what can't be recognised is told
// with the program's name as it was called, and ends the run, unless the tool
// makes something else of it.
func TestScan(t *testing.T) {
	var o struct {
		Verbose bool
		Listing
	}
	var d getopt.Declaration
	d.Add(&o.Verbose, 'v', "verbose", "say more")
	d.Add(func() error { return Status(5) }, 's', "", "end here")
	o.Declare(&d)
	scan := func(env tool.Env, bad func(error) error, words string) (rest string, got seen) {
		var stdout, stderr bytes.Buffer
		env.Stdout, env.Stderr = &stdout, &stderr
		o.Verbose, o.Listing = false, Listing{}
		got.Status = spec.Main(env, append([]string{"./lister"}, strings.Fields(words)...), func(r *Run, args []string) error {
			operands, err := r.Scan(&d, args, bad)
			rest = fmt.Sprintf("%v %v %s %v", operands, o.Verbose, o.Dialect, o.JSON)
			return err
		})
		got.Stdout, got.Stderr = stdout.String(), stderr.String()
		return rest, got
	}
	posix := func(name string) string { return map[string]string{"POSIXLY_CORRECT": "1"}[name] }
	for _, test := range []struct {
		env   tool.Env
		bad   func(error) error
		words string
		rest  string
		want  seen
	}{
		{words: "a -v b --dialect busybox", rest: "[a b] true busybox false"},
		{words: "--json --verb", rest: "[] true  true"},
		{words: "a -v", env: tool.Env{Getenv: posix}, rest: "[a -v] false  false"},
		{words: "a -s -x", rest: "[] false  false", want: seen{Status: 5}},
		{words: "a -x b", rest: "[] false  false", want: seen{Stderr: "./lister: invalid option -- 'x'\nUsage: lister\n", Status: 12}},
		{words: "--dial x", rest: "[] false  false", want: seen{Stderr: "./lister: unrecognized option '--dial'\nUsage: lister\n", Status: 12}},
		{words: "a -x b", bad: func(error) error { return nil }, rest: "[a b] false  false"},
		{words: "a -x b", bad: func(err error) error { return Failed(err.Error()) }, rest: "[] false  false",
			want: seen{Stderr: "invalid option -- 'x'\n", Status: 13}},
	} {
		rest, got := scan(test.env, test.bad, test.words)
		if diff := cmp.Diff([]any{test.rest, test.want}, []any{rest, got}); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.words, diff)
		}
	}
}

// The option comes before the variable and that before the machine's file, which
// nobody opens where one of them is set.
func TestDialect(t *testing.T) {
	for _, test := range []struct{ option, variable, file, want, opened string }{
		{"", "", "", "classic", DialectFile},
		{"", "", "busybox\n", "busybox", DialectFile},
		{"", "redhat", "busybox", "redhat", ""},
		{"ubuntu", "redhat", "busybox", "ubuntu", ""},
		{"ubuntu", "nonsense", "nonsense", "ubuntu", ""},
	} {
		opened := ""
		r := spec.New(tool.Env{
			Getenv: func(string) string { return test.variable },
			Open: func(path string) (io.ReadCloser, error) {
				opened += path
				return io.NopCloser(strings.NewReader(test.file)), nil
			},
		})
		err := r.ChooseDialect(test.option)
		var d *dialect.Dialect
		if err == nil {
			d, err = r.Dialect()
		}
		if err != nil || d.Name != test.want || opened != test.opened {
			t.Errorf("%+v: %v, %v, opened %q", test, d, err, opened)
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, unix.ENOSPC }

// A failed write is told once, by the run that owns the stream.
func TestWriteError(t *testing.T) {
	var stderr bytes.Buffer
	status := spec.Main(tool.Env{Stdout: full{}, Stderr: &stderr}, nil, func(r *Run, _ []string) error {
		env := r.Env
		env.Stdout = r.Out
		inner := Tool{Name: "inner", Write: 99}
		if status := inner.Main(env, nil, func(*Run, []string) error { return ErrVersion }); status != 0 {
			t.Errorf("the inner run ends with %d", status)
		}
		return nil
	})
	if status != 14 || stderr.String() != "lister: write error: No space left on device\n" {
		t.Errorf("%d, %q", status, stderr.String())
	}
}

// Without a way to the kernel there is one without sockets.
func TestNoFamily(t *testing.T) {
	if err := NoFamily(); !errors.Is(err, unix.EAFNOSUPPORT) || err.Error() != "socket: Address family not supported by protocol" {
		t.Errorf("%v", err)
	}
}
