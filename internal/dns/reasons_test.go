package dns

import (
	"io"
	"io/fs"
	"net/netip"
	"testing"

	"classicnet/internal/resolve"
)

func noFiles(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }

// The reasons that the tools print for what real answers say.
func TestReasons(t *testing.T) {
	s := newServer(t, forward)
	for _, c := range []struct {
		name         string
		four         string // the address, or why there is none
		six          string
		code         int // of the IPv6 look-up
		lastWhenSeen resolve.Reason
	}{
		{"both.test.", "192.0.2.3", "2001:db8::3", 0, resolve.NoError},
		{"four.test.", "192.0.2.2", "four.test.: No address associated with name", -5, resolve.NoAddress},
		{"six.test.", "six.test.: No address associated with name", "2001:db8::2", 0, resolve.NoError},
		{"nowhere.test.", "nowhere.test.: Unknown host", "nowhere.test.: Unknown host", -2, resolve.NoHost},
		{"fail.test.", "fail.test.: Host name lookup failure", "fail.test.: Host name lookup failure", -3, resolve.NoAnswer},
	} {
		r := resolve.New(noFiles, s.service())
		addr, _, ok := r.Inet(c.name, false)
		four := addr.String()
		if !ok {
			four = r.Failure(c.name)
		}
		addr, code, ok := r.Inet6(c.name)
		six := addr.String()
		if !ok {
			six = r.Failure(c.name)
		}
		if four != c.four || six != c.six || code != c.code || r.Last() != c.lastWhenSeen {
			t.Errorf("%s: %s; %s, %d, then %v; want %s; %s, %d, then %v",
				c.name, four, six, code, r.Last(), c.four, c.six, c.code, c.lastWhenSeen)
		}
	}
}

// New asks the machine's own servers; here it isn't let.
func TestNew(t *testing.T) {
	end := make(chan struct{})
	close(end)
	name, err := New(noFiles).LookupName(end, netip.MustParseAddr("192.0.2.1"))
	if kindOf(err) != errOther {
		t.Errorf("%q, %v", name, err)
	}
}
