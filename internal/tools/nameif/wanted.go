package nameif

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
)

// mactab is the file that is read when none is named.
const mactab = "/etc/mactab"

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

// longest is how many bytes of a hardware address can be asked for.
const longest = 14

// want is a name for the cards whose address starts with some bytes.
type want struct {
	name  string
	start []byte
	found bool
}

// matches tells whether a card's address is that of the entry.
func (w *want) matches(address [longest]byte) bool {
	return string(address[:len(w.start)]) == string(w.start)
}

// parseMAC reads bytes in hexadecimal with one colon between them, as strtoul(3)
// reads each. What stands behind the last doesn't count.
func parseMAC(text string) ([]byte, error) {
	var bytes []byte
	for {
		v, rest := cnum.StrtoulBase(text, 16)
		switch {
		case rest == text || v > 0xff:
			return nil, errNoMAC
		case len(bytes) == longest:
			return nil, errLongMAC
		}
		bytes = append(bytes, byte(v))
		if !strings.HasPrefix(rest, ":") {
			return bytes, nil
		}
		text = rest[1:]
	}
}

var (
	errNoMAC   = errors.New("no hardware address")
	errLongMAC = errors.New("hardware address too long")
)

// entry makes the entry of a name and an address that stand at a place. shown is
// what a message has of an address that is none.
func (c *command) entry(name, mac, shown, place string) (*want, error) {
	if strings.Contains(name, ":") {
		c.warn("alias device " + name + " at " + place + " probably has no mac")
	}
	start, err := parseMAC(mac)
	switch err {
	case errLongMAC:
		return nil, frame.Failed("MAC address at " + place + " is larger than maximum allowed 14 bytes")
	case errNoMAC:
		return nil, frame.Failed("cannot parse MAC `" + shown + "' at " + place)
	}
	return &want{name: name, start: start}, nil
}

// ofWords are the entries of the command line.
func (c *command) ofWords(words []string) (wanted []*want, err error) {
	for i := 0; i < len(words); i += 2 {
		name, mac := words[i], words[i+1]
		if len(name) > room {
			return nil, frame.Failed("interface name `" + name + "' too long")
		}
		shown, _, _ := strings.Cut(mac, ":")
		w, err := c.entry(name, mac, shown, "argument "+strconv.Itoa(c.first+i+1))
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, w)
	}
	return wanted, nil
}

// ofFile appends the entries of the file.
func (c *command) ofFile(wanted []*want) ([]*want, error) {
	path := mactab
	if c.options.config != nil {
		path = *c.options.config
	}
	f, err := c.Open(path)
	if err != nil {
		return nil, frame.Failed("opening configuration file " + path + ": " + frame.Reason(err))
	}
	defer f.Close() //nolint:errcheck // read only
	return c.ofLines(bufio.NewReader(f), path, wanted)
}

func (c *command) ofLines(r *bufio.Reader, path string, wanted []*want) ([]*want, error) {
	number := 0
	for {
		line, err := r.ReadString('\n')
		if line == "" {
			return wanted, c.end(path, err)
		}
		w, err := c.ofLine(line, number+1)
		if err != nil {
			return nil, err
		}
		if w != nil {
			wanted = append(wanted, w)
			number++
		}
	}
}

// end is how the reading of a file ended. A folder reads as empty.
func (c *command) end(path string, err error) error {
	if err == io.EOF || errors.Is(err, unix.EISDIR) {
		return nil
	}
	return frame.Failed("reading configuration file " + path + ": " + frame.Reason(err))
}

// blanks stand between the words of a line.
const blanks = " \t\r\n"

// ofLine is the entry of a line, nil where it has none. number is that of its
// entry in the file.
func (c *command) ofLine(line string, number int) (*want, error) {
	text := strings.TrimLeft(line, blanks)
	if text == "" || text[0] == '#' {
		return nil, nil
	}
	end := strings.IndexAny(text, blanks+"#")
	if end < 0 {
		end = len(text)
	}
	if end > room {
		return nil, frame.Failed("interface name too long at " + line)
	}
	mac := strings.TrimLeft(text[end:], blanks)
	return c.entry(text[:end], mac, "", "line "+strconv.Itoa(number))
}
