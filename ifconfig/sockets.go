package ifconfig

import (
	"io"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// dialer opens a socket of an address family, as Env.Dial does.
type dialer = func(family int) (Kernel, error)

// sockets are those of the address families, each opened when it is first
// needed.
type sockets struct {
	openFile func(path string) (io.ReadCloser, error)
	kernel   dialer
	open     [len(families)]Kernel
	errs     [len(families)]error // why one couldn't be opened

	procAsked, proc bool
}

func (s *sockets) close() {
	for _, k := range s.open {
		if k != nil {
			k.Close() //nolint:errcheck // nothing is lost with a socket
		}
	}
}

// socket returns a family's socket. Where the kernel lacks the family every
// request on it fails with EBADF, as the originals' descriptor -1 does.
func (s *sockets) socket(f *family) Kernel {
	i := 0
	for &families[i] != f {
		i++
	}
	return s.at(i)
}

// closed refuses every request: it was never opened.
var closed Kernel = &ioctl.Conn{}

func (s *sockets) at(i int) Kernel {
	if s.open[i] == nil {
		s.open[i] = closed
		if f := &families[i]; s.supported(f) {
			s.dial(i)
		}
	}
	return s.open[i]
}

func (s *sockets) dial(i int) {
	if s.kernel == nil {
		s.errs[i] = frame.NoFamily()
		return
	}
	k, err := s.kernel(families[i].number)
	if err != nil {
		s.errs[i] = err
		return
	}
	s.open[i] = k
}

// supported tells whether a family is worth a try: its file is there, or /proc
// can't tell.
func (s *sockets) supported(f *family) bool {
	return f.gate == "" || s.readable(f.gate) || !s.hasProc()
}

// hasProc tells, asked once, whether there is a /proc/net at all.
func (s *sockets) hasProc() bool {
	if !s.procAsked {
		s.procAsked, s.proc = true, s.readable("/proc/net")
	}
	return s.proc
}

func (s *sockets) readable(path string) bool {
	f, err := s.openFile(path)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

func (s *sockets) inetSocket() Kernel { return s.at(inetFamily) }

// inetErr is why there is no inet socket.
func (s *sockets) inetErr() error { return s.errs[inetFamily] }

// any returns inet's socket or, where that can't be had, another one: requests
// on devices go to either. The error is that of no socket at all.
func (s *sockets) any() (Kernel, error) {
	if k := s.inetSocket(); k != closed {
		return k, nil
	}
	for i := range families {
		if families[i].number == unix.AF_UNSPEC {
			continue // a family without a socket of its own
		}
		if k := s.at(i); k != closed {
			return k, nil
		}
	}
	return nil, frame.Failed("No usable address families found.\nsocket: " + frame.Reason(s.inetErr()))
}

// others are the sockets of the families that a listing asks beside IP.
func (s *sockets) others() (list [otherKinds]Getter) {
	for kind := range list {
		for i := range families {
			if families[i].number != otherTable[kind].family {
				continue
			}
			if k := s.at(i); k != closed {
				list[kind] = getter(k)
			}
		}
	}
	return list
}

// getter is the asking side of a socket. That of this machine is named, as the linker
// lays out how it answers: the runtime would make that anew at each start, in three
// pages of its own.
func getter(k Kernel) Getter {
	if c, ok := k.(*ioctl.Conn); ok {
		return c
	}
	return k
}
