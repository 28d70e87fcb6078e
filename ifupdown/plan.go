package ifupdown

import (
	"errors"
	"slices"
	"strings"
	"sync"
)

// planner makes the steps for one stanza.
type planner struct {
	command *command
	target  target
	stanza  stanza
	// nth counts the IPv4 addresses that the stanzas before it give the interface.
	nth   int
	steps []step
	// undo and undoLast take back what was made, before and behind the scripts
	// and commands of the last stanza on the way down.
	undo, undoLast []step
}

// planFunc are the two directions of a method.
type planFunc struct{ up, down func(*planner) error }

// undone is a stanza that can't be done, though nothing is wrong with what it
// says: there is no program for its method, or nobody knows it. The other stanzas
// of its interface can.
type undone struct{ error }

// plan returns the steps that bring a target up or down, and which stanzas can't
// be done; or why nothing can be: a wrong value, in whatever stanza. Nothing has
// happened by then.
func (c *command) plan(t target, stanzas []stanza) (steps []step, left []error, err error) {
	nth := 0
	c.missing = missing(t, stanzas)
	for i, s := range stanzas {
		p := &planner{command: c, target: t, stanza: s, nth: nth}
		if c.mode == modeDown && i == len(stanzas)-1 {
			if p.undo, p.undoLast, err = c.undo(t, stanzas); err != nil {
				return nil, nil, err
			}
		}
		err := p.plan()
		if u, ok := errors.AsType[*undone](err); ok {
			left = append(left, u.error)
			steps = append(append(steps, p.undo...), p.undoLast...)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		if s.Method == "loopback" && s.Family == "inet" {
			nth++ // the kernel's 127.0.0.1 has the interface's own label
		}
		nth += p.given()
		steps = append(steps, p.steps...)
	}
	if len(stanzas) > 0 && len(left) == len(stanzas) {
		return nil, nil, errors.Join(left...)
	}
	return c.complete(steps, stanzas), left, nil
}

// given counts the IPv4 addresses of the stanza.
func (p *planner) given() (n int) {
	for _, s := range p.steps {
		switch s.(type) {
		case address, dropAddress:
			n++
		}
	}
	return n
}

// complete adds what undoes earlier runs: on the way up what they made and the
// file no longer has, on the way down what the stanzas don't say.
func (c *command) complete(steps []step, stanzas []stanza) []step {
	if c.mode == modeUp {
		return append(c.made.stale(steps), steps...)
	}
	at := len(steps)
	for i, s := range steps {
		if _, ok := s.(endOfMethod); ok {
			at = i
		}
	}
	return slices.Concat(steps[:at], c.made.leftovers(steps), steps[at:], c.come(stanzas))
}

// endOfMethod is where a stanza's method ends.
type endOfMethod struct{}

func (endOfMethod) String() string    { return "" }
func (endOfMethod) do(*command) error { return nil }

// phases are the halves of a direction, between which the method's steps come:
// the stanza's commands and the scripts of a folder. On the way down the scripts
// are first.
var phases = [...]struct {
	mode    mode
	command string // option
	folder  string
	name    string // PHASE
	last    bool
}{
	{modeUp, optionPreUp, "if-pre-up.d", "pre-up", false},
	{modeUp, optionUp, "if-up.d", "post-up", true},
	{modeDown, optionDown, "if-down.d", "pre-down", false},
	{modeDown, optionPostDown, "if-post-down.d", "post-down", true},
}

func (p *planner) plan() error {
	if p.stanza.Refused != nil {
		return &undone{p.stanza.Refused}
	}
	if p.stanza.method == nil || p.stanza.method.plan.up == nil {
		return p.undone("method " + p.stanza.Method + " of " + p.stanza.Family + " isn't supported")
	}
	if p.command.options.Verbose {
		p.bare()
		p.add(heading{p.target, p.stanza.Family})
	}
	if p.command.mode == modeUp {
		if err := p.before(); err != nil {
			return err
		}
	}
	for i := range phases {
		if phases[i].mode != p.command.mode {
			continue
		}
		if err := p.hooks(i); err != nil {
			return err
		}
		if phases[i].last {
			continue
		}
		if err := p.method(); err != nil {
			return err
		}
	}
	return nil
}

// environOfMethod is what programs of the stanza's method see. On the way up that is the
// second phase already, as with Debian's.
func (p *planner) environOfMethod() []string {
	if p.command.mode == modeUp {
		return p.environ(phases[1].name)
	}
	return p.environ(phases[2].name)
}

// undone is the error of a stanza that can't be done.
func (p *planner) undone(text string) error { return &undone{&Error{p.stanza.Pos, text}} }

// hooks adds the commands of the stanza, what is made or undone there, and the
// scripts of the folder.
func (p *planner) hooks(phase int) error {
	env := sync.OnceValue(func() []string { return slices.Clip(p.environ(phases[phase].name)) })
	if p.command.mode == modeDown {
		if phases[phase].last {
			p.add(p.undo...)
		}
		p.scripts(phases[phase].folder, env)
		p.commands(phases[phase].command, env)
		if phases[phase].last {
			p.add(p.undoLast...)
		}
		return nil
	}
	p.commands(phases[phase].command, env)
	if phases[phase].last {
		p.afterUp()
	} else if err := p.beforeScripts(); err != nil {
		return err
	}
	p.scripts(phases[phase].folder, env)
	return nil
}

func (p *planner) commands(option string, env func() []string) {
	for _, o := range p.stanza.shown {
		if o.Name == option {
			p.add(shellLine{o.Value, env()})
		}
	}
}

func (p *planner) scripts(folder string, env func() []string) {
	if !p.command.scriptless(p.target.logical) {
		p.add(p.command.scripts(folder, env, p.doneHere(folder)...))
	}
}

func (p *planner) method() error {
	if p.command.mode == modeUp {
		for _, text := range p.stanza.notes {
			p.add(notice{text})
		}
		p.description()
		return p.stanza.method.plan.up(p)
	}
	err := p.stanza.method.plan.down(p)
	p.add(endOfMethod{})
	return err
}

// description sets the text that the interface is shown with. It isn't a value of
// ip's syntax: nothing in it has a meaning.
func (p *planner) description() {
	if o := p.stanza.Options.Get("description"); o != nil {
		p.add(setDescription{p.device(), strings.Trim(o.Value, `"'`)})
	}
}

// further are planners for the further addresses of the stanza.
func (p *planner) further() (list []*planner) {
	for i, options := range p.stanza.further {
		q := &planner{command: p.command, target: p.target, stanza: p.stanza, nth: p.nth + 1 + i}
		q.stanza.values = values{options: options}
		list = append(list, q)
	}
	return list
}

func (p *planner) add(steps ...step) { p.steps = append(p.steps, steps...) }

// device is the interface without an alias.
func (p *planner) device() string {
	device, _, _ := strings.Cut(p.target.iface, ":")
	return device
}

func (p *planner) alias() bool { return strings.Contains(p.target.iface, ":") }
