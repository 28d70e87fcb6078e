package ifupdown

// turn is a lock for the steps that change IPv4 addresses: one run after the
// other takes them. An address has the netmask of its class until its own is
// set, and in that network it may be a second one for the kernel, which removes
// those when the first one's netmask is set.
type turn struct {
	lock Lock
	// unlock lets the labels go that ifconfig chooses of, too; nil where they aren't
	// ours.
	unlock func()
	// promoted is the file of a setting that is on as long as the turn.
	promoted string
	// kept tells that one turn is for several interfaces, for which nothing else is
	// done that takes its time.
	kept bool
}

// turnFor begins or ends the turn as a step needs it. Without a lock the work goes
// on: two runs at once are rare.
func (c *command) turnFor(s step) {
	if !changesAddresses(s) {
		if !c.turn.kept {
			c.endTurn()
		}
		return
	}
	if c.turn.lock == nil {
		lock, err := c.store.Lock(fileAddressLock)
		if err == nil {
			c.turn.lock = lock
		}
		c.unrecorded(c.made.iface, err)
	}
	c.lockLabels()
}

// labelLocker is a kernel that keeps ifconfig from choosing the same label.
type labelLocker interface{ LockLabels() (unlock func()) }

func (c *command) lockLabels() {
	k, err := c.dial(familyInet)
	if err != nil || c.turn.unlock != nil {
		return // the step itself tells
	}
	if l, ok := k.(labelLocker); ok {
		c.turn.unlock = l.LockLabels()
	}
}

func (c *command) endTurn() {
	c.turn.unpromote(c)
	if c.turn.unlock != nil {
		c.turn.unlock()
		c.turn.unlock = nil
	}
	if c.turn.lock != nil {
		c.turn.lock.Unlock()
		c.turn.lock = nil
	}
}

func changesAddresses(s step) bool {
	switch s.(type) {
	case address, dropAddress, dropCome, clearAddress:
		return true
	}
	return false
}
