package arp

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"

	"classicnet/internal/frame"
)

// defaultFile is what -f reads without an operand, see ethers(5).
const defaultFile = "/etc/ethers"

// lineRoom is how long a line may be.
const lineRoom = 1024

// etherfile is a file of entries while it is read.
type etherfile struct {
	name   string
	reader *bufio.Reader
	line   int
}

// load makes the entries of a file, one a line. A line that can't be carried
// out is told and left; wrong words end the command.
func (c *command) load(operands []string) error {
	e := etherfile{name: defaultFile}
	if len(operands) > 0 {
		e.name = operands[0]
	}
	f, err := c.Open(e.name)
	if err != nil {
		return frame.Failed("arp: cannot open etherfile " + e.name + " !")
	}
	defer f.Close() //nolint:errcheck // read only
	e.reader = bufio.NewReaderSize(f, lineRoom)
	return c.connect(func(k Kernel) error { return c.loadLines(k, &e) })
}

func (c *command) loadLines(k Kernel, e *etherfile) error {
	for {
		text, err := e.next()
		switch {
		case err == io.EOF:
			return nil
		case err == errLong:
			e.complain(c, "format error")
			continue
		case err != nil:
			return frame.Failed("arp: cannot read etherfile " + e.name + " !")
		}
		if err := c.loadLine(k, e, text); err != nil {
			return err
		}
	}
}

// errLong is a line that there is no room for.
var errLong = errors.New("line too long")

// next returns the next line with its end, up to a NUL, which ends it in C.
func (e *etherfile) next() (string, error) {
	e.line++
	piece, err := e.reader.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		return "", e.skip()
	}
	text, _, _ := strings.Cut(string(piece), "\x00")
	if len(piece) > 0 {
		err = nil // it comes again
	}
	return text, err
}

// skip reads what is left of a line that is too long.
func (e *etherfile) skip() error {
	err := bufio.ErrBufferFull
	for err == bufio.ErrBufferFull {
		_, err = e.reader.ReadSlice('\n')
	}
	return errLong
}

// loadLine makes the entry of a line. The line's errors are told here; what it
// returns ends the command.
func (c *command) loadLine(k Kernel, e *etherfile, text string) error {
	if c.options.Verbose {
		c.Out.Errorf(">> %s", text)
	}
	text = strings.TrimSuffix(text, "\n")
	if text == "" || text[0] == '#' {
		return nil
	}
	words := fileWords(text)
	if len(words) < 2 {
		e.complain(c, "format error")
		return nil
	}
	// ethers(5) has the hardware address first.
	if strings.Contains(words[0], ":") {
		words[0], words[1] = words[1], words[0]
	}
	err := c.setEntry(k, words)
	if _, wrong := err.(frame.Misused); err == nil || wrong {
		return err
	}
	c.Report(err)
	e.complain(c, "cannot set entry")
	return nil
}

func (e *etherfile) complain(c *command, what string) {
	c.Out.Errorf("arp: %s on line %s of etherfile %s !\n", what, strconv.Itoa(e.line), e.name)
}
