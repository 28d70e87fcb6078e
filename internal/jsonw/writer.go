// Package jsonw writes JSON by appending to a byte slice: values leave as they
// come, nothing is held back and nothing is allocated but the slice. It is for
// lists of any length, and links a fraction of what encoding/json does.
//
// A list has a line for each element, so that line-based tools can read it:
//
//	[
//	{"name":"eth0","mtu":1500},
//	{"name":"lo","mtu":65536}
//	]
//
// The Writer sets commas and quotes; that keys stand in objects only and that
// what is opened is closed is the caller's business.
package jsonw

import "strconv"

// Writer appends JSON to Buf. The zero value is ready to use.
type Writer struct {
	// Buf is the text so far. Between two calls it can be written out and
	// replaced by an empty one: the Writer doesn't look back.
	Buf []byte

	comma bool // one is due before what comes next
}

// What every member of an object goes through isn't inlined: the tables of keys
// have some hundred of them, and the program's size counts on a router.

// begin sets the comma before a key or a value.
func (w *Writer) begin() {
	if w.comma {
		w.Buf = append(w.Buf, ',')
	}
	w.comma = true
}

//go:noinline
func (w *Writer) open(bracket byte) {
	w.begin()
	w.Buf = append(w.Buf, bracket)
	w.comma = false
}

//go:noinline
func (w *Writer) close(bracket byte) {
	w.Buf = append(w.Buf, bracket)
	w.comma = true
}

// List opens the array that is the whole text.
func (w *Writer) List() { w.open('[') }

// Row starts the line of the next element of the List.
//
//go:noinline
func (w *Writer) Row() {
	if w.comma {
		w.Buf = append(w.Buf, ',')
	}
	w.Buf = append(w.Buf, '\n')
	w.comma = false
}

// EndList closes the List and ends the text with a newline.
func (w *Writer) EndList() { w.Buf = append(w.Buf, "\n]\n"...) }

// Object opens an object.
func (w *Writer) Object() { w.open('{') }

// EndObject closes an object.
func (w *Writer) EndObject() { w.close('}') }

// Array opens an array.
func (w *Writer) Array() { w.open('[') }

// EndArray closes an array.
func (w *Writer) EndArray() { w.close(']') }

// Key writes the name of a member, printable ASCII without quotes; its value is
// what the returned Writer writes next.
//
//go:noinline
func (w *Writer) Key(name string) *Writer {
	w.begin()
	w.Buf = append(w.Buf, '"')
	w.Buf = append(w.Buf, name...)
	w.Buf = append(w.Buf, '"', ':')
	w.comma = false
	return w
}

// Int writes an integer, all digits of it.
//
//go:noinline
func (w *Writer) Int(v int64) {
	w.begin()
	w.Buf = strconv.AppendInt(w.Buf, v, 10)
}

// Uint writes an integer, all digits of it.
//
//go:noinline
func (w *Writer) Uint(v uint64) {
	w.begin()
	w.Buf = strconv.AppendUint(w.Buf, v, 10)
}

// Bool writes true or false.
//
//go:noinline
func (w *Writer) Bool(v bool) {
	w.begin()
	w.Buf = strconv.AppendBool(w.Buf, v)
}

// Null writes null.
//
//go:noinline
func (w *Writer) Null() {
	w.begin()
	w.Buf = append(w.Buf, "null"...)
}
