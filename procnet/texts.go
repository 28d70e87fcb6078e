package procnet

import "strings"

// How many bytes of names are allocated at once: few at first, as most files
// name few interfaces, then twice as many each time.
const (
	firstTextBlock = 64
	lastTextBlock  = 4 << 10
)

// texts makes the strings of rows from bytes of the buffer. Names repeat from row
// to row, so a few recent ones are looked at first; new ones are cut from
// blocks, so even a file of distinct names costs few allocations.
type texts struct {
	recent [64]string
	block  strings.Builder
}

// keep returns b as a string.
func (t *texts) keep(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	recent := &t.recent[slot(b)%uint(len(t.recent))]
	if *recent != string(b) {
		*recent = t.add(b)
	}
	return *recent
}

// slot tells names apart that differ in number, as those of interfaces do.
func slot(b []byte) uint {
	h := uint(len(b))
	for _, c := range b[max(0, len(b)-4):] {
		h = h*10 + uint(c)
	}
	return h
}

func (t *texts) add(b []byte) string {
	if t.block.Cap()-t.block.Len() < len(b) {
		size := min(max(firstTextBlock, 2*t.block.Cap()), lastTextBlock)
		t.block = strings.Builder{}
		t.block.Grow(max(size, len(b)))
	}
	from := t.block.Len()
	t.block.Write(b)
	return t.block.String()[from:]
}
