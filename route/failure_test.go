package route

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/tool"
)

// What the kernel says of a route is told by the request's name.
func TestKernelErrors(t *testing.T) {
	tests := []struct {
		err    error
		stderr string
		status int
	}{
		{kernelError("SIOCADDRT", unix.EEXIST), "SIOCADDRT: File exists\n", 7},
		{routeError(verbAdd, &ioctl.Error{Request: "x", Err: unix.EPERM}), "SIOCADDRT: Operation not permitted\n", 7},
		{routeError(verbDel, unix.ESRCH), "SIOCDELRT: No such process\n", 7},
		{routeError(verbAdd, nil), "", 0},
		{unresolved("x: Unknown host"), "x: Unknown host\n", 6},
		{errors.New("strange"), "route: strange\n", 1},
	}
	for _, test := range tests {
		var stderr bytes.Buffer
		status := route.New(tool.Env{Stderr: &stderr}).Report(test.err)
		if diff := cmp.Diff([]any{test.stderr, test.status}, []any{stderr.String(), status}); diff != "" {
			t.Errorf("%v: (-want +got)\n%s", test.err, diff)
		}
	}
}
