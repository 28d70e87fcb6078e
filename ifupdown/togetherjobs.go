package ifupdown

import "errors"

// tryLocker is a Store whose locks can be asked for without waiting for them.
type tryLocker interface {
	TryLock(name string) (Lock, error)
}

func tryLock(s Store, name string) (Lock, error) {
	if t, ok := s.(tryLocker); ok {
		return t.TryLock(name)
	}
	return nil, errors.ErrUnsupported
}

// lockJob takes the lock of a job if it is free: to wait for one while others are held
// could be to wait for each other.
func (c *command) lockJob(j *job) bool {
	lock, err := tryLock(c.store, filePrefix+j.target.iface)
	j.made.lock = lock
	return err == nil
}

// planJob plans a job that is locked, and tells whether no step waits for anything.
func (c *command) planJob(j *job) bool {
	iface, logical := j.target.iface, j.target.logical
	if c.openRecord(iface, j.made.lock) != nil {
		return false
	}
	if c.mode == modeUp {
		c.made.known, c.made.lines = true, nil // what there is, is of a run of old
		c.made.logical = logical
	}
	steps, left, err := c.plan(j.target, j.stanzas)
	if err != nil || len(left) > 0 {
		return false
	}
	for _, s := range steps {
		switch s.(type) {
		case address, dropAddress, setLinkUp, hooks, endOfMethod:
		default:
			return false
		}
	}
	j.steps, j.made, j.missing = steps, c.made, c.missing
	return true
}

// mark tells the records and the state that work on jobs begins. Where it can't, each
// is to be worked on by itself, which tells of it.
func (c *command) mark(jobs []job) bool {
	var err error
	var lines []ledgerLine
	for i := range jobs {
		lines = append(lines, jobs[i].target.line())
		if c.mode == modeUp {
			err = firstError(err, jobs[i].made.write(jobs[i].target.logical))
		}
	}
	if err == nil {
		err = c.change(func() error { return c.files.unfinished.set(lines...) })
	}
	c.apart = err != nil
	return err == nil
}

// doJobs does jobs one after the other, until a signal comes.
func (c *command) doJobs(jobs []job) {
	c.turn.kept = true
	for i := range jobs {
		if c.signalled() {
			c.failed = true
			break
		}
		c.doJob(&jobs[i])
	}
	c.turn.kept = false
	c.endTurn()
}

// doJob does one of them. Of what is taken down the record says that nothing is
// left, until the state says so too.
func (c *command) doJob(j *job) {
	c.made, c.missing, j.tried = j.made, j.missing, true
	if c.mode == modeDown {
		c.done[j.target.iface] = true
	}
	err := c.take(j.target.iface, j.steps)
	if j.done = err == nil; j.done && c.mode == modeDown {
		c.made.known, c.made.lines = true, nil
	}
	if c.mode == modeDown || err != nil {
		c.unrecorded(j.target.iface, c.made.write(""))
	}
	if j.made = c.made; err != nil {
		c.fail(err)
	}
}

// unmark tells the state what came of the jobs, and their records where nothing is left.
func (c *command) unmark(jobs []job) {
	var done []ledgerLine
	var tried, ended []string
	for i := range jobs {
		j := &jobs[i]
		if j.done {
			done = append(done, j.target.line())
		}
		if j.tried {
			tried = append(tried, j.target.iface)
		}
		if j.done || !j.tried {
			ended = append(ended, j.target.iface)
		}
	}
	err := c.change(func() error { return c.changed(done, tried, ended) })
	for i := range jobs {
		j := &jobs[i]
		c.unrecorded(j.target.iface, err)
		if isDown := c.mode == modeDown; isDown && j.done || !isDown && !j.tried {
			j.made.known, j.made.lines = false, nil
			c.unrecorded(j.target.iface, j.made.write(""))
		}
	}
}

// changed puts into the state what is up, or out of it what isn't any more, and what
// is ended. What can't be put into it stays among the unfinished.
func (c *command) changed(done []ledgerLine, tried, ended []string) error {
	var err error
	if c.mode == modeUp {
		err = c.files.up.set(done...)
	} else {
		err = c.files.up.remove(anyLine, tried...)
	}
	if err != nil {
		return err
	}
	return c.files.unfinished.remove(anyLine, ended...)
}
