package linktype

// ARPList are the types of a set that have addresses to resolve, for usage texts:
// their keywords and titles, three a line.
func (s Set) ARPList() string {
	const perLine = 3
	var b []byte
	n := 0
	for t := range s.All() {
		if !t.ARP {
			continue
		}
		if n%perLine == 0 {
			b = append(b, "    "...)
		}
		b = append(b, t.Keyword+" ("+t.Title+") "...)
		if n++; n%perLine == 0 {
			b = append(b, '\n')
		}
	}
	if n%perLine != 0 {
		b = append(b, '\n')
	}
	return string(b)
}
