package ifupdown

import (
	"classicnet/internal/jsonw"
	"classicnet/internal/out"
)

// listing is what ifquery prints: text, or an array of JSON objects.
type listing struct {
	out    *out.Streams
	asJSON bool
	json   jsonw.Writer
}

// entry is one thing that is listed.
type entry interface {
	appendText(b []byte) []byte
	writeJSON(w *jsonw.Writer)
}

func (l *listing) begin() { l.write((*jsonw.Writer).List) }

func (l *listing) end() { l.write((*jsonw.Writer).EndList) }

// add lists one more.
func (l *listing) add(e entry) {
	if !l.asJSON {
		l.out.Write(e.appendText(l.out.AvailableBuffer())) //nolint:errcheck // Close tells
		return
	}
	l.write((*jsonw.Writer).Row)
	l.write(e.writeJSON)
}

// write writes a part of the array, if there is one.
func (l *listing) write(part func(*jsonw.Writer)) {
	if l.asJSON {
		l.json.Buf = l.out.AvailableBuffer()
		part(&l.json)
		l.out.Write(l.json.Buf) //nolint:errcheck // Close tells
	}
}

// appendText appends what --state prints.
func (t target) appendText(b []byte) []byte { return append(append(b, t.String()...), '\n') }

func (t target) writeJSON(w *jsonw.Writer) {
	w.Object()
	t.members(w)
	w.EndObject()
}

func (t target) members(w *jsonw.Writer) {
	w.Key("name").String(t.iface)
	w.Key("logical").String(t.logical)
}

// named is a target in a list of names.
type named struct{ target }

func (t named) appendText(b []byte) []byte { return append(append(b, t.iface...), '\n') }

// shown is a stanza with what it is for.
type shown struct {
	target
	stanza
	auto    bool
	flavour *flavour
}

func (s shown) appendText(b []byte) []byte {
	if s.object != nil {
		return s.object.append(b, s.auto, s.flavour)
	}
	return s.stanza.shown.Append(b)
}

// writeJSON has the names of ifupdown2's `ifquery --format=json`, and then what
// that doesn't tell.
func (s shown) writeJSON(w *jsonw.Writer) {
	w.Object()
	s.target.members(w)
	w.Key("addr_family").String(s.Family)
	w.Key("addr_method").String(s.Method)
	w.Key("auto").Bool(s.auto)
	w.Key("config").Object()
	s.config(w)
	w.EndObject()
	s.commands(w)
	s.place(w)
	w.EndObject()
}

// config writes the options. Several addresses are an array.
func (s shown) config(w *jsonw.Writer) {
	several := len(s.stanza.shown.furtherAddresses()) > 0
	for i, o := range s.stanza.shown {
		switch {
		case isCommand(o.Name):
		case o.Name != optionAddress || !several:
			w.KeyText(o.Name).String(o.Value)
		case s.stanza.shown.Get(o.Name) == &s.stanza.shown[i]:
			w.KeyText(o.Name).Array()
			w.String(o.Value)
			for _, more := range s.stanza.shown.furtherAddresses() {
				w.String(more.Value)
			}
			w.EndArray()
		}
	}
}

// commands writes the commands of each phase in their order.
func (s shown) commands(w *jsonw.Writer) {
	w.Key("commands").Object()
	for i := range phases {
		w.Key(phases[i].command).Array()
		for _, o := range s.stanza.shown {
			if o.Name == phases[i].command {
				w.String(o.Value)
			}
		}
		w.EndArray()
	}
	w.EndObject()
}

// place writes where the stanza begins; that of lo may stand nowhere.
func (s shown) place(w *jsonw.Writer) {
	if s.Pos == (Position{}) {
		w.Key("file").Null()
		w.Key("line").Null()
		return
	}
	w.Key("file").String(s.Pos.File)
	w.Key("line").Int(int64(s.Pos.Line))
}
