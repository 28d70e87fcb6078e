package ifupdown

import (
	"errors"
	"strconv"
	"strings"
)

// heading tells which stanza the next steps are for.
type heading struct {
	target target
	family string
}

// String has Debian's words, for those who search for them in boot logs.
func (h heading) String() string {
	return "configuring interface " + h.target.String() + " (" + h.family + ")"
}

func (h heading) do(*command) error { return nil }

// stops tells whether a step that fails ends the work. ifdown goes on: half
// taken down is worse.
func (c *command) stops() bool { return c.mode == modeUp && !c.options.IgnoreErrors }

// execute takes steps one after the other. What fails is told; the error says
// how far it came, where the rest is not done.
func (c *command) execute(iface string, steps []step) error {
	defer c.catch()()
	defer c.endTurn()
	return c.take(iface, steps)
}

// take takes steps while signals are caught.
func (c *command) take(iface string, steps []step) error {
	defer c.endWatch()
	for i, s := range steps {
		if c.moot(s) {
			continue
		}
		if !runsCommands(s) {
			c.endWatch()
		}
		c.trace(s)
		if c.options.NoAct {
			continue
		}
		c.turnFor(s)
		err := s.do(c)
		if c.signalled() {
			return c.stopped(iface, i, steps)
		}
		if err == nil {
			continue
		}
		step := failing(s, err)
		c.say(iface + ": " + step + ": " + c.why(step, err))
		if c.stops() && !mayFail(s) {
			return c.stopped(iface, i, steps)
		}
	}
	return nil
}

// stopped is the error of work that ended before step i.
func (c *command) stopped(iface string, i int, steps []step) error {
	if c.mode == modeDown {
		return errors.New("failed to take down " + iface + ": it stays half down; ifdown starts over")
	}
	return &stopped{iface, i, len(steps), c.told[iface]}
}

// moot tells of a step of ifdown for what isn't ours: somebody else made it, or
// had the link up before. --force takes down what the stanza says, whoever made it:
// that may be an ifup that couldn't record it.
func (c *command) moot(s step) bool {
	switch s := s.(type) {
	case endOfMethod:
		return true
	case dropAddress, dropAddress6, delRoute:
		return !c.options.Force && c.made.lacks(s.(keyed).key())
	case clearAddress:
		return c.made.find(wasUsed+s.Device) != nil
	case setLinkDown:
		use := c.made.find(wasUsed + s.Device)
		return use != nil && use.value == usedUp
	}
	return false
}

// mayFail tells whether the work goes on behind a step that failed, as in the
// templates of Debian's. The address
// is what counts, where a setting can't be written.
func mayFail(s step) bool {
	switch s := s.(type) {
	case sysctl, setting4, setMTU6, setDescription, dropAddress, dropCome, dropAddress6, delRoute:
		return true
	case setLinkUp:
		return s.MayFail
	}
	return false
}

// failing is the text of a step that failed, of one of several requests that one.
func failing(s step, err error) string {
	if e, ok := errors.AsType[*requestError](err); ok {
		return e.request
	}
	text, _, _ := strings.Cut(s.String(), "\n")
	return text
}

// trace prints a step with -n and -v: what a shell can run as it is, what we do
// ourselves behind a '#'.
func (c *command) trace(s step) {
	if !c.options.NoAct && !c.options.Verbose {
		return
	}
	switch s.(type) {
	case heading:
		c.say(s.String())
	case shellLine, hooks, program:
		c.Out.Errorf("%s\n", s.String())
	default:
		c.Out.Errorf("# %s\n", strings.ReplaceAll(s.String(), "\n", "\n# "))
	}
}

// stopped is an interface that is left half configured.
type stopped struct {
	iface       string
	done, total int
	unrecorded  bool
}

func (e *stopped) Error() string {
	if e.done == 0 {
		return "failed to bring up " + e.iface
	}
	force := ""
	if e.unrecorded {
		force = "--force "
	}
	return "failed to bring up " + e.iface + ": " + strconv.Itoa(e.done) + " of " + strconv.Itoa(e.total) +
		" steps are done; `ifdown " + force + e.iface + "` undoes them"
}

// meta runs the hook scripts that -a runs once, before or after all interfaces.
func (c *command) meta(after bool) error {
	if !c.options.All || c.options.NoScripts {
		return nil
	}
	for i := range phases {
		if phases[i].mode != c.mode || phases[i].last != after {
			continue
		}
		t := target{metaTarget, c.class()}
		env := func() []string { return c.environ(t, "meta", "none", phases[i].name) }
		scripts := c.scripts(phases[i].folder, env)
		if err := c.execute(metaTarget, []step{scripts}); err != nil {
			return errors.New("scripts of " + phases[i].folder + " failed")
		}
	}
	return nil
}
