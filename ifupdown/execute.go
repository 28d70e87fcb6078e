package ifupdown

import (
	"errors"
	"fmt"
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
func (c *command) execute(iface string, steps []Step) error {
	var t turn
	defer t.end()
	for i, s := range steps {
		c.trace(s)
		if c.options.NoAct {
			continue
		}
		err := t.before(s, c.store)
		if err == nil {
			err = s.do(c)
		}
		if err == nil {
			continue
		}
		c.say(iface + ": " + s.String() + ": " + c.why(err))
		if c.stops() {
			return &stopped{iface, i, len(steps)}
		}
	}
	return nil
}

// trace prints a step with -n and -v: what a shell can run as it is, what we do
// ourselves behind a '#'.
func (c *command) trace(s Step) {
	if !c.options.NoAct && !c.options.Verbose {
		return
	}
	switch s.(type) {
	case heading:
		c.say(s.String())
	case Command, Hooks, Program:
		c.Out.Errorf("%s\n", s)
	default:
		c.Out.Errorf("# %s\n", s)
	}
}

// stopped is an interface that is left half configured.
type stopped struct {
	iface       string
	done, total int
}

func (e *stopped) Error() string {
	if e.done == 0 {
		return "failed to bring up " + e.iface
	}
	return fmt.Sprintf("failed to bring up %s: %d of %d steps are done; `ifdown %s` undoes them",
		e.iface, e.done, e.total, e.iface)
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
		step := c.scripts(phases[i].folder, c.environ(t, "meta", "none", phases[i].name))
		if err := c.execute(metaTarget, []Step{step}); err != nil {
			return errors.New("scripts of " + phases[i].folder + " failed")
		}
	}
	return nil
}
