package ifupdown

// turn is a lock for the steps that change IPv4 addresses: one run after the
// other takes them. An address has the netmask of its class until its own is
// set, and in that network it may be a second one for the kernel, which removes
// those when the first one's netmask is set.
type turn struct{ lock Lock }

// before begins or ends the turn as a step needs it.
func (t *turn) before(s Step, store Store) (err error) {
	switch {
	case !changesAddresses(s):
		t.end()
	case t.lock == nil:
		t.lock, err = store.Lock(fileAddressLock)
	}
	return err
}

func (t *turn) end() {
	if t.lock != nil {
		t.lock.Unlock()
		t.lock = nil
	}
}

func changesAddresses(s Step) bool {
	switch s.(type) {
	case Address, Netmask, Broadcast, Peer, DropAlias:
		return true
	}
	return false
}
