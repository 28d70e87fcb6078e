package ifupdown

import "strconv"

// Position is a place in a configuration file. Line and Column start at 1; a
// column counts bytes.
type Position struct {
	File         string // as it was opened
	Line, Column int    // from 1, bytes
}

// String is "FILE:LINE:COLUMN".
func (p Position) String() string {
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// Error is something wrong in a configuration file.
type Error struct {
	Pos  Position // where it stands
	Text string   // what is wrong there
}

// Error is "FILE:LINE:COLUMN: TEXT".
func (e *Error) Error() string { return e.Pos.String() + ": " + e.Text }
