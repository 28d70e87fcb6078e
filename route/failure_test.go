package route

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/out"
	"classicnet/ioctl"
)

// report is the one place that turns an error into text and status.
func TestReport(t *testing.T) {
	tests := []struct {
		name           string
		err            error
		stdout, stderr string
		status         int
	}{
		{"none", nil, "", "", 0},
		{"usage", misused(inetUsage), "", "(inet usage)\n", 4},
		{"refused", refused("no."), "", "route: no.\n(usage)\n", 4},
		{"unable", unable("can't", x25Usage), "", "can't\n(x25 usage)\n", 4},
		{"unresolved", unresolved("x: Unknown host", statusAddress), "", "x: Unknown host\n", 6},
		{"kernel", kernelError("SIOCADDRT", unix.EEXIST), "", "SIOCADDRT: File exists\n", 7},
		{"add", routeError(verbAdd, &ioctl.Error{Request: "x", Err: unix.EPERM}), "", "SIOCADDRT: Operation not permitted\n", 7},
		{"del", routeError(verbDel, unix.ESRCH), "", "SIOCDELRT: No such process\n", 7},
		{"no error", routeError(verbAdd, nil), "", "", 0},
		{"note", &failure{message: "FILE: gone", note: "no family", status: 1}, "no family\n", "FILE: gone\n", 1},
		{"status alone", &failure{status: 1}, "", "", 1},
		{"foreign", errors.New("strange"), "", "route: strange\n", 1},
	}
	for _, test := range tests {
		var stdout, stderr bytes.Buffer
		c := &command{out: out.New(&stdout, &stderr, nil)}
		status := c.report(test.err)
		c.out.Close() //nolint:errcheck // a buffer
		got := []any{stdout.String(), short(stderr.String()), status}
		if diff := cmp.Diff([]any{test.stdout, test.stderr, test.status}, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.name, diff)
		}
	}
}

// The reason is glibc's word for the errno, however deep it is.
func TestReason(t *testing.T) {
	tests := map[string]error{
		"No such file or directory": &fs.PathError{Op: "open", Path: "/x", Err: unix.ENOENT},
		"Network is unreachable":    fmt.Errorf("add: %w", &ioctl.Error{Request: "SIOCADDRT", Err: unix.ENETUNREACH}),
		"something else":            errors.New("something else"),
	}
	for want, err := range tests {
		if got := reason(err); got != want {
			t.Errorf("%v: %q", err, got)
		}
	}
}
