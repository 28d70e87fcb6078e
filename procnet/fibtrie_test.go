package procnet

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

const fibTrie = `Main:
  +-- 0.0.0.0/0 3 0 5
     |-- 0.0.0.0
        /0 universe UNICAST
     +-- 10.0.0.0/24 2 0 2
        +-- 10.0.0.0/30 2 0 2
           |-- 10.0.0.0
              /24 link UNICAST
           |-- 10.0.0.1
              /32 host LOCAL
        |-- 10.0.0.255
           /32 link BROADCAST
Local:
  +-- 0.0.0.0/0 3 0 5
     |-- 127.0.0.0
        /8 host LOCAL
     |-- 127.0.0.1
        /32 host LOCAL
     |-- x
        /32 host LOCAL
     |-- 10.0.0.1
        /32 host LOCAL tos 0x10
        /32 host LOCAL
`

func TestLocalAddrs(t *testing.T) {
	var got []string
	for a, err := range LocalAddrs(strings.NewReader(fibTrie)) {
		if err != nil {
			t.Error(err)
		}
		got = append(got, a.String())
	}
	if s := strings.Join(got, " "); s != "10.0.0.1 127.0.0.1 10.0.0.1" {
		t.Error(s)
	}
	broken := errors.New("broken")
	for a, err := range LocalAddrs(io.MultiReader(strings.NewReader("x\n"), iotest.ErrReader(broken))) {
		if err != broken || a.IsValid() {
			t.Errorf("%v, %v", a, err)
		}
	}
}
