package host

import (
	"io"
	"strings"

	"golang.org/x/sys/unix"
)

// Settings writes attributes as WriteAttribute does. One of /proc/sys that is written
// twice in turn stays open: what is read and set again and again costs the calls that do
// so and no others.
type Settings struct {
	last string
	kept *File
}

const procSys = "/proc/sys/"

// Write is WriteAttribute.
func (s *Settings) Write(path, text string) error {
	if s.keeps(path) {
		if _, err := s.kept.WriteAt([]byte(text), 0); err == nil {
			return nil // else its device may have gone, and another come
		}
	}
	s.drop()
	err := WriteAttribute(path, text)
	if err == nil && s.last == path && strings.HasPrefix(path, procSys) {
		s.keep(path)
	}
	s.last = path
	return err
}

// Open is Open.
func (s *Settings) Open(path string) (io.ReadCloser, error) {
	if s.keeps(path) {
		var text [64]byte
		if n, err := unix.Pread(s.kept.Fd, text[:], 0); err == nil && n > 0 && text[n-1] == '\n' {
			return io.NopCloser(strings.NewReader(string(text[:n]))), nil
		}
		s.drop()
	}
	return Open(path)
}

func (s *Settings) keeps(path string) bool { return s.kept != nil && s.kept.path == path }

// keep opens a setting to read and write it, where that is allowed and there is room.
func (s *Settings) keep(path string) {
	file, err := Create(path, unix.O_RDWR, 0)
	switch {
	case err != nil:
	case file.IsRoomBehind():
		s.kept = file
	default:
		file.Close()
	}
}

func (s *Settings) drop() {
	if s.kept != nil {
		s.kept.Close()
		s.kept = nil
	}
}
