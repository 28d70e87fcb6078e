package ioctl

import (
	"strconv"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Line disciplines of <linux/tty.h>: who reads what comes in on a terminal.
const (
	DisciplineTTY  = 0 // the terminal itself
	DisciplineSLIP = 1 // a network interface
)

// TTY is a terminal line, or the master of a pseudo-terminal, as slattach needs
// it (ioctl_tty(2)). OpenTTY or TTYDescriptor makes one; on the zero TTY, and after
// Close, everything fails with EBADF.
type TTY struct{ conn Conn }

// OpenTTY opens a line for reading and writing without waiting for a carrier; it
// doesn't become the process's own terminal. The error is an *Error with the
// request "open" and the path as its name.
func OpenTTY(path string) (*TTY, error) {
	for {
		fd, err := unix.Open(path, unix.O_RDWR|unix.O_NONBLOCK|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return nil, failure("open", path, err)
		}
		return &TTY{numbered(fd, true)}, nil
	}
}

// TTYDescriptor returns a TTY over a descriptor that stays the caller's.
func TTYDescriptor(fd int) *TTY { return &TTY{numbered(fd, false)} }

// Descriptor is the number of the open descriptor, -1 of the zero TTY and after Close.
func (t *TTY) Descriptor() int { return t.conn.fd() }

// Close closes the line if OpenTTY opened it. An interface that a discipline made
// goes with it.
func (t *TTY) Close() error { return t.conn.Close() }

// SetMode sets who may open the line (fchmod(2)).
func (t *TTY) SetMode(mode uint32) error { return t.failed("fchmod", unix.Fchmod(t.conn.fd(), mode)) }

// Settings returns the line's settings (TCGETS, termios(3)). ENOTTY: it is no
// terminal.
func (t *TTY) Settings() (unix.Termios, error) {
	v, err := unix.IoctlGetTermios(t.conn.fd(), unix.TCGETS)
	if err != nil {
		return unix.Termios{}, failure("TCGETS", "", err)
	}
	return *v, nil
}

// SetSettings sets the line's settings at once (TCSETS).
func (t *TTY) SetSettings(v unix.Termios) error {
	return t.failed("TCSETS", unix.IoctlSetTermios(t.conn.fd(), unix.TCSETS, &v))
}

// Discipline returns the line's discipline (TIOCGETD).
func (t *TTY) Discipline() (int, error) {
	v, err := t.getInt(unix.TIOCGETD)
	return v, t.failed("TIOCGETD", err)
}

// SetDiscipline sets the line's discipline (TIOCSETD). EINVAL: the kernel hasn't
// that one.
func (t *TTY) SetDiscipline(number int) error { return t.setInt(idSetDiscipline, number) }

// SetEncapsulation says how packets are packed on the line, one of the numbers of
// SLIP (SIOCSIFENCAP).
func (t *TTY) SetEncapsulation(number int) error { return t.setInt(idSetEncapsulation, number) }

// SetKeepalive sets after how many seconds of silence the line is given up, 0 for
// never (SIOCSKEEPALIVE on the line). EINVAL: more than 255.
func (t *TTY) SetKeepalive(seconds int) error { return t.setInt(idSetKeepalive, seconds) }

// SetOutfill sets after how many seconds of silence a byte is sent, 0 for never
// (SIOCSOUTFILL on the line). EINVAL: more than 255.
func (t *TTY) SetOutfill(seconds int) error { return t.setInt(idSetOutfill, seconds) }

func (t *TTY) setInt(id requestID, v int) error {
	return t.failed(id.name, unix.IoctlSetPointerInt(t.conn.fd(), id.code, v))
}

// getInt asks for an int of C. That of Go has eight bytes on most machines, and where the
// high ones come first the kernel's four would be those.
func (t *TTY) getInt(request uint) (int, error) {
	v, err := unix.IoctlGetUint32(t.conn.fd(), request)
	return int(int32(v)), err
}

// Interface returns the name of the interface that the discipline made
// (SIOCGIFNAME on the line).
func (t *TTY) Interface() (string, error) {
	var name [nameSize]byte
	if err := t.conn.call(idGetName, "", unsafe.Pointer(&name)); err != nil {
		return "", err
	}
	return cString(name[:]), nil
}

// Carrier tells whether the line's other side is there (TIOCMGET). EINVAL or
// ENOTTY: the line can't tell.
func (t *TTY) Carrier() (bool, error) {
	v, err := t.getInt(unix.TIOCMGET)
	return v&unix.TIOCM_CAR != 0, t.failed("TIOCMGET", err)
}

// Slave unlocks the other end of a pseudo-terminal's master and returns its path
// (TIOCSPTLCK, TIOCGPTN). ENOTTY: it is no master.
func (t *TTY) Slave() (string, error) {
	if err := unix.IoctlSetPointerInt(t.conn.fd(), unix.TIOCSPTLCK, 0); err != nil {
		return "", failure("TIOCSPTLCK", "", err)
	}
	n, err := t.getInt(unix.TIOCGPTN)
	if err != nil {
		return "", failure("TIOCGPTN", "", err)
	}
	return "/dev/pts/" + strconv.Itoa(n), nil
}

func (t *TTY) failed(request string, err error) error {
	if err == nil {
		return nil
	}
	return failure(request, "", err)
}
