package ifconfig

// apply sends the number to the request of its word.
func (s numberStep) apply(r *run) error {
	k := r.socket(r.family)
	v := int32(s.Value)
	switch s.Word {
	case "mtu":
		r.fail(k.SetMTU(r.name, v))
	case "metric":
		r.fail(k.SetMetric(r.name, v))
	case "txqueuelen":
		r.fail(k.SetTxQueueLen(r.name, v))
	case "keepalive":
		r.fail(k.SetKeepalive(r.name, v))
	case "outfill":
		r.fail(k.SetOutfill(r.name, v))
	default:
		r.fail(s.changeMap(k, r.name))
	}
	return nil
}

// changeMap changes one field of struct ifmap, cut to the field's size.
func (s numberStep) changeMap(k Kernel, name string) error {
	m, err := k.Map(name)
	if err != nil {
		return &mapError{s.Word, err}
	}
	switch s.Word {
	case "mem_start":
		m.MemStart = uint64(s.Value)
	case "io_addr":
		m.BaseAddr = uint16(s.Value)
	case "irq":
		m.IRQ = uint8(s.Value)
	case "port":
		m.Port = uint8(s.Value)
	}
	if err := k.SetMap(name, m); err != nil {
		return &mapError{s.Word, err}
	}
	return nil
}

// mapError is a failing request of a word that changes struct ifmap.
type mapError struct {
	word string
	err  error
}

func (e *mapError) Error() string { return e.word + ": " + message(e.err) }
