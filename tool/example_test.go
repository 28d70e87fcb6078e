package tool_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"classicnet/tool"
)

// A world that has one file, and nothing else.
func ExampleEnv() {
	env := tool.Env{Open: func(path string) (io.ReadCloser, error) {
		if path != "/etc/hosts" {
			return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
		}
		return io.NopCloser(strings.NewReader("192.168.1.1 router\n")), nil
	}}.Complete()
	_, err := env.Open("/proc/net/route")
	fmt.Println(errors.Is(err, fs.ErrNotExist), env.Getenv("CLASSICNET_DIALECT") == "", env.DNS == nil)
	fmt.Fprint(env.Stderr, "nobody reads this\n")
	// Output: true true true
}
