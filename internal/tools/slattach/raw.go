package slattach

import "golang.org/x/sys/unix"

// speed is one that a line can have.
type speed struct {
	word string
	bits uint32 // of c_cflag
	rate uint32 // bits a second
}

var speeds = [...]speed{
	{"50", unix.B50, 50},
	{"75", unix.B75, 75},
	{"110", unix.B110, 110},
	{"300", unix.B300, 300},
	{"600", unix.B600, 600},
	{"1200", unix.B1200, 1200},
	{"2400", unix.B2400, 2400},
	{"4800", unix.B4800, 4800},
	{"9600", unix.B9600, 9600},
	{"19200", unix.B19200, 19200},
	{"38400", unix.B38400, 38400},
	{"57600", unix.B57600, 57600},
	{"115200", unix.B115200, 115200},
}

func speedOf(word string) *speed {
	for i := range speeds {
		if speeds[i].word == word {
			return &speeds[i]
		}
	}
	return nil
}

// raw is a line that carries bytes of 8 bits as they are, with the flow control of
// its wires or, with local, without.
func raw(was unix.Termios, local bool) unix.Termios {
	v := was
	clear(v.Cc[:])
	v.Cc[unix.VMIN] = 1
	v.Iflag = unix.IGNBRK | unix.IGNPAR
	v.Oflag, v.Lflag = 0, 0
	v.Cflag = was.Cflag&unix.CBAUD | unix.CREAD | unix.HUPCL | unix.CS8
	if local {
		v.Cflag |= unix.CLOCAL
	} else {
		v.Cflag |= unix.CRTSCTS
	}
	return v
}

func (s *speed) set(v *unix.Termios) {
	v.Cflag = v.Cflag&^unix.CBAUD | s.bits
	v.Ispeed, v.Ospeed = s.rate, s.rate
}
