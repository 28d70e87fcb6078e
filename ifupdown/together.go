package ifupdown

import (
	"slices"
	"strings"
)

// togetherMost is how many aliases the state is told of at once. They take a few
// milliseconds.
const togetherMost = 32

// job is an alias that is worked on together with those beside it: stanzas for which
// nothing is run, so that nobody is called who could ask what is up. They are marked as
// unfinished all at once and before anything is done, and as up or down all at once
// behind it; the record of each is written as it is for one by itself. Whoever dies in
// between leaves some marked for which nothing is done, of which the record says so.
type job struct {
	target  target
	stanzas []stanza
	steps   []step
	made    record
	missing string
	// tried and done tell that the steps were begun, and that they are done.
	tried, done bool
}

// together works on the first of the targets, and on those behind it as far as they are
// like it, and tells on how many: 0 where the first is to be worked on by itself.
func (c *command) together(targets []target) int {
	if c.options.NoAct || c.options.Verbose || c.options.Force || c.apart || !isAlias(targets[0].iface) {
		return 0
	}
	if c.refresh() != nil {
		return 0
	}
	jobs := c.jobs(targets[:min(len(targets), togetherMost)])
	defer func() {
		for i := range jobs {
			jobs[i].made.lock.Unlock()
		}
	}()
	n := c.whole(jobs)
	if n == 0 {
		return 0
	}
	defer c.catch()()
	if !c.mark(jobs[:n]) {
		return 0
	}
	c.doJobs(jobs[:n])
	c.unmark(jobs[:n])
	return n
}

// jobs are those that the first targets are by the state as it was read last, locked and
// planned.
func (c *command) jobs(targets []target) (jobs []job) {
	c.files.keep(true)
	defer c.files.keep(false)
	for _, t := range targets {
		j := job{target: t}
		if !isAlias(t.iface) || !c.isCandidate(&j) || !c.lockJob(&j) {
			break
		}
		if !c.planJob(&j) {
			j.made.lock.Unlock()
			break
		}
		jobs = append(jobs, j)
	}
	return jobs
}

// whole tells how many jobs, whose locks are held by now, are what they seemed to be.
func (c *command) whole(jobs []job) int {
	if len(jobs) == 0 || c.refresh() != nil {
		return 0
	}
	c.files.keep(true)
	defer c.files.keep(false)
	for i := range jobs {
		if as, whole := c.ready(jobs[i].target); !whole || as != jobs[i].target {
			return i
		}
	}
	return len(jobs)
}

func (c *command) refresh() error {
	return firstError(c.files.up.refresh(), c.files.unfinished.refresh(), c.files.devices.refresh())
}

func isAlias(iface string) bool {
	_, alias, _ := strings.Cut(iface, ":")
	return alias != ""
}

// isCandidate tells whether an alias has stanzas for which no program runs, and
// stands on nothing that is made for it.
func (c *command) isCandidate(j *job) bool {
	as, whole := c.ready(j.target)
	if c.usable(j.target) != nil || !whole || c.isMapped(as.logical) {
		return false
	}
	j.target = as
	if c.mode == modeDown {
		if list, err := c.needy(j.target.iface); err != nil || len(list) > 0 || c.done[j.target.iface] {
			return false
		}
	}
	j.stanzas = c.stanzas(j.target)
	return len(j.stanzas) > 0 && !slices.ContainsFunc(j.stanzas, runsSomething) &&
		!c.hasScripts(j.target.logical) && len(c.needsOf(j.target, j.stanzas)) == 0
}

// ready is an alias as it is on record, which is what ifdown takes down, and whether
// it is down for ifup and up for ifdown, with no work left of a run that died and nothing
// made for it or its device.
func (c *command) ready(t target) (as target, whole bool) {
	current, begun, err := c.standing(t.iface)
	made := len(c.files.devices.of(t.iface)) + len(c.files.devices.of(deviceOf(t.iface)))
	if err != nil || begun != nil || made > 0 || (current != nil) != (c.mode == modeDown) {
		return t, false
	}
	if current != nil {
		t = *current
	}
	return t, true
}

func (c *command) isMapped(logical string) bool {
	if c.mode == modeDown || c.options.NoMappings {
		return false
	}
	for i := range c.config.Mappings {
		if c.config.Mappings[i].Matches(logical) {
			return true
		}
	}
	return false
}

// runsSomething tells whether a stanza may have a program run.
func runsSomething(s stanza) bool {
	runs := s.Refused != nil || s.Family != "inet" || s.Method != "static"
	for i := range s.shown {
		runs = runs || isCommand(s.shown[i].Name)
	}
	return runs
}

// hasScripts tells whether there may be scripts to run.
func (c *command) hasScripts(logical string) bool {
	if c.scriptless(logical) {
		return false
	}
	for i := range phases {
		if phases[i].mode != c.mode {
			continue
		}
		names, err := c.scriptsIn(c.hookFolder(phases[i].folder))
		if err != nil || slices.ContainsFunc(names, plainName) {
			return true
		}
	}
	return false
}
