package miitool

import "classicnet/internal/jsonw"

// listing writes an array, an object for each card.
type listing struct{ w jsonw.Writer }

func newListing() *listing {
	l := new(listing)
	l.w.List()
	return l
}

func (l *listing) end(c *command) {
	l.w.EndList()
	c.Out.Write(l.w.Buf) //nolint:errcheck // Close tells
}

func (l *listing) add(p *port, v *values) {
	w := &l.w
	w.Row()
	w.Object()
	w.Key("interface").String(p.name)
	w.Key("phy").Uint(uint64(p.phy))
	w.Key("status").String(v.summary())
	w.Key("link").Bool(v.status(statusLink))
	w.Key("autonegotiation").Bool(v.control(controlNegotiate))
	w.Key("negotiated").Bool(v.status(statusNegotiated))
	w.Key("remote_fault").Bool(v.status(statusFault))
	w.Key("product").String(product(v[regID1], v[regID2]))
	words(w, "capabilities", v.capabilities())
	words(w, "advertising", v.advertised())
	words(w, "partner", v.partner())
	w.Key("registers").Array()
	for i, value := range v {
		if i > regGigabitPartner {
			break
		}
		if value == unread {
			w.Null()
		} else {
			w.Uint(uint64(value))
		}
	}
	w.EndArray()
	w.EndObject()
}

func words(w *jsonw.Writer, key string, list []string) {
	w.Key(key).Array()
	for _, s := range list {
		w.String(s)
	}
	w.EndArray()
}
