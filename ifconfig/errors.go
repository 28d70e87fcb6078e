package ifconfig

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// wordError is a word that can't be carried out; the next one is.
type wordError struct{ text string }

func (e *wordError) Error() string { return e.text }

// flagsError is a change of flags that failed at reading them, before the
// change or (testing) after it.
type flagsError struct {
	name    string
	testing bool
	err     error
}

func (e *flagsError) Error() string {
	doing := "getting"
	if e.testing {
		doing = "testing"
	}
	return e.name + ": ERROR while " + doing + " interface flags: " + frame.Reason(e.err)
}

// fetchError is an interface that can't be shown.
type fetchError struct {
	name string
	err  error
}

func (e *fetchError) Error() string {
	text := frame.Reason(e.err)
	if errors.Is(e.err, unix.ENODEV) {
		text = "Device not found"
	}
	return e.name + ": error fetching interface information: " + text
}

// message is what stderr gets for an error: of a failing request its name and
// the reason, without the interface.
func message(err error) string {
	e, ok := err.(*ioctl.Error)
	if !ok {
		return err.Error()
	}
	text := e.Request + ": " + ioctl.Strerror(e.Err)
	if e.Request == "SIOCSIFHWADDR" && e.Err == unix.EBUSY {
		text += " - you may need to down the interface"
	}
	return text
}

// count lets an error change the status, each kind in its own way.
func (a *accumulator) count(err error) {
	switch e := err.(type) {
	case *flagsError:
		if !e.testing {
			a.or(statusOfFlags)
		}
		return
	case *ioctl.Error:
		switch e.Request {
		case "SIOCSIFFLAGS":
			a.or(statusOfFlags)
			return
		case "SIOCSIFNETMASK":
			a.or(statusFailed)
			return
		}
	}
	a.assign(statusFailed)
}
