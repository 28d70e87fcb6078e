package ids

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	open := func(path string) (io.ReadCloser, error) {
		if path != Users {
			return nil, errors.New("no such file")
		}
		return io.NopCloser(strings.NewReader("root:x:0:0::/:/bin/sh\nbad:x:y:0\nshort:x\nuucp:x:10:14:a:b:c\n")), nil
	}
	for _, c := range []struct {
		file, name string
		id         int32
		ok         bool
	}{
		{Users, "uucp", 10, true}, {Users, "root", 0, true}, {Users, "bad", 0, false}, {Users, "short", 0, false},
		{Users, "", 0, false}, {Users, "nobody", 0, false}, {Groups, "uucp", 0, false},
	} {
		if id, ok := Number(open, c.file, c.name); id != c.id || ok != c.ok {
			t.Errorf("%s %q: %d, %v", c.file, c.name, id, ok)
		}
	}
}
