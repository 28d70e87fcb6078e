package ioctl

import (
	"reflect"
	"testing"

	"golang.org/x/sys/unix"
)

// What was never opened, and what is closed, reaches no descriptor: not standard
// input, whose number is 0, and not what has got the number since.
func TestNothingIsOpen(t *testing.T) {
	closed, closedTun, closedTTY := must(Open())(t), must(OpenTun("/dev/null"))(t), must(OpenTTY("/dev/null"))(t)
	borrowed, borrowedTTY := Descriptor(closed.fd()), TTYDescriptor(0)
	ok(t, borrowed.Close())
	ok(t, must1(closed.Flags("lo")))
	ok(t, closed.Close())
	ok(t, closedTun.Close())
	ok(t, closedTTY.Close())
	ok(t, borrowedTTY.Close())
	again := must(Open())(t)
	defer again.Close() //nolint:errcheck // nothing is buffered
	for name, c := range map[string]any{
		"Conn": new(Conn), "Conn closed": closed, "Conn of -1": Descriptor(-1), "Conn of -7": Descriptor(-7), "Conn borrowed": borrowed,
		"Tun": new(Tun), "Tun closed": closedTun,
		"TTY": new(TTY), "TTY closed": closedTTY, "TTY borrowed": borrowedTTY,
	} {
		refuseAll(t, name, reflect.ValueOf(c))
	}
	if _, err := unix.FcntlInt(0, unix.F_GETFD, 0); err != nil {
		t.Errorf("standard input: %v", err)
	}
	ok(t, must1(again.Flags("lo")))
}

func must1(_ Flags, err error) error { return err }

// refuseAll calls every method with zeros. Those that fail say EBADF, but for what
// is wrong before any request.
func refuseAll(t *testing.T, name string, c reflect.Value) {
	for i := range c.NumMethod() {
		m := c.Type().Method(i)
		if m.Name == "InetAddrs" || m.Name == "LockLabels" || m.Name == "Descriptor" {
			continue // these have sockets of their own, or none
		}
		var args []reflect.Value
		for j := 1; j < m.Type.NumIn(); j++ {
			args = append(args, reflect.Zero(m.Type.In(j)))
		}
		results := c.Method(i).Call(args)
		err, _ := results[len(results)-1].Interface().(error)
		if m.Name == "Close" {
			ok(t, err)
			continue
		}
		if e, refused := err.(*Error); !refused || e.Err != unix.EBADF && e.Err != unix.EAFNOSUPPORT {
			t.Errorf("%s: %s: %v", name, m.Name, err)
		}
	}
}
