package procnet

import (
	"errors"
	"strconv"
)

// LineError tells of a malformed line, as an error beside the row that was
// made from it: "/proc/net/route:3: Mask: not an address". One that was made of a
// row alone knows neither File nor Line.
type LineError struct {
	// File is the Name of the reader if it has such a method, as an *os.File does,
	// else where the kernel shows the file, such as "/proc/net/route".
	File string
	// Line is the number of the line, from 1, title lines included.
	Line int
	// Field is the first column that is missing or malformed, by its title
	// in the file or, where the file has none, in the kernel's sources.
	Field string
	// Skipped tells that the classic tools show no row for this line.
	Skipped bool
	// Err is what is wrong with the field.
	Err error
}

// Error gives file, line, field and what is wrong with it.
func (e *LineError) Error() string {
	text := e.Field + ": " + reason(e.Err)
	if e.Line == 0 {
		return text
	}
	return e.File + ":" + strconv.Itoa(e.Line) + ": " + text
}

// Unwrap returns what is wrong with the field.
func (e *LineError) Unwrap() error { return e.Err }

// MissingFieldError tells that the title line of a file lacks a column, or has
// it out of the order that the kernel keeps, so no row can be read.
type MissingFieldError struct {
	File  string // as in LineError
	Field string // the title of the first column that wasn't found
}

// Error gives the text of the classic warning, without its "warning: ".
func (e *MissingFieldError) Error() string {
	return e.File + " does not contain required field " + e.Field
}

// FileError tells that a file can't be read any further, as ErrEmpty and
// ErrCounters do.
type FileError struct {
	File string // as in LineError
	Line int    // the line that isn't what it should be, 0 where there is none
	Err  error  // what is wrong
}

// Error gives the file, the line if there is one, and what is wrong.
func (e *FileError) Error() string {
	text := e.File
	if e.Line != 0 {
		text += ":" + strconv.Itoa(e.Line)
	}
	return text + ": " + reason(e.Err)
}

// reason is the text of what is wrong, "" where nothing is said.
func reason(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// Unwrap returns what is wrong, for errors.Is(err, procnet.ErrEmpty).
func (e *FileError) Unwrap() error { return e.Err }

// ErrEmpty tells that a file that always has a title line has none: the
// kernel shows an empty /proc/net/route in a namespace whose loopback never
// was up. A title line without rows is no error. It comes in a *FileError.
var ErrEmpty = errors.New("no title line")

// What can be wrong with a field.
var (
	errMissing    = errors.New("missing")
	errNumber     = errors.New("not a number")
	errAddress    = errors.New("not an address")
	errRange      = errors.New("number too large")
	errCount      = errors.New("not a number from 0 to 3")
	errDirect     = errors.New("the word Directly without Connected behind it")
	errNoColon    = errors.New("no colon after the name")
	errColon      = errors.New("no colon")
	errContinued  = errors.New("line too long")
	errNameLength = errors.New("longer than an interface name can be")
)

// fault is a LineError in the making: what a parser knows of it. The zero
// value means that nothing is wrong.
type fault struct {
	field   string
	err     error
	skipped bool
}

// fail notes what is wrong with a field, if nothing was before it.
//
//go:noinline
func (c *cursor) fail(field string, err error) {
	if c.fault.err == nil {
		c.fault = fault{field: field, err: err}
	}
}

// judgeNumber notes that the last number is too large for its field. It counts all
// the same, as far as the classic tools have room for it.
func (c *cursor) judgeNumber(field string) {
	if c.wide {
		c.fail(field, errRange)
	}
	c.wide = false
}

// lack is what is wrong with a column that the cursor can't read: at the end of
// the line it is missing.
//
//go:noinline
func (c *cursor) lack(wrong error) error {
	if c.at == len(c.line) {
		return errMissing
	}
	return wrong
}
