package ifupdown

import (
	"cmp"
	"slices"
	"strings"
)

// environ is the environment of the commands and scripts of a stanza.
func (p *planner) environ(phase string) []string {
	env := p.command.environ(p.target, p.stanza.Family, p.stanza.Method, phase)
	for _, o := range p.stanza.shown.alone(nil) {
		if !isCommand(o.Name) {
			env = append(env, "IF_"+variableName(o.Name)+"="+o.Value)
		}
	}
	if further := p.stanza.shown.furtherAddresses(); len(further) > 0 {
		all := "IF_ADDRESSES=" + p.stanza.shown.Value(optionAddress)
		for _, o := range further {
			all += " " + o.Value
		}
		env = append(env, all)
	}
	chain := strings.TrimSpace(p.command.Getenv(chainVariable) + " " + p.target.iface + "=" + phase)
	env = slices.DeleteFunc(env, func(v string) bool { return strings.HasPrefix(v, chainVariable+"=") })
	return append(env, recursionPrefix+p.target.iface+"="+phase, chainVariable+"="+chain)
}

// metaTarget is what hook scripts see when they are run once for all
// interfaces.
const metaTarget = "--all"

// environ is the part that doesn't come from a stanza.
func (c *command) environ(t target, family, method, phase string) []string {
	mode, verbosity := "start", "0"
	if c.mode == modeDown {
		mode = "stop"
	}
	if c.options.Verbose {
		verbosity = "1"
	}
	env := []string{
		"IFACE=" + t.iface, "LOGICAL=" + t.logical, "ADDRFAM=" + family, "METHOD=" + method,
		"MODE=" + mode, "PHASE=" + phase, "VERBOSITY=" + verbosity, "PATH=" + hookPath,
	}
	if class := c.class(); class != "" {
		env = append(env, "CLASS="+class)
	}
	return append(env, c.inProgress()...)
}

// recursionPrefix begins the variables that tell commands which interfaces are
// being worked on.
const recursionPrefix = "IFUPDOWN_"

// chainVariable has all of them, with what is done to each, in a name that every
// shell passes on: dash drops IFUPDOWN_eth0.5.
const chainVariable = "CLASSICNET_IFUP"

// phaseAbove is what is being done to an interface by those who called us.
func (c *command) phaseAbove(iface string) string {
	for _, word := range strings.Fields(c.Getenv(chainVariable)) {
		if name, phase, _ := strings.Cut(word, "="); name == iface {
			return phase
		}
	}
	return c.Getenv(recursionPrefix + iface)
}

// inProgress are those variables of our own environment: when a script calls
// ifup again, all interfaces up the chain are known.
func (c *command) inProgress() (list []string) {
	for _, v := range c.env.Environ() {
		if strings.HasPrefix(v, recursionPrefix) || strings.HasPrefix(v, chainVariable+"=") {
			list = append(list, v)
		}
	}
	return list
}

// variableName is an option's name in the environment: upper case, '_' for
// '-', and nothing for what else isn't a letter or digit.
func variableName(option string) string {
	name := make([]byte, 0, len(option))
	for i := range len(option) {
		switch c := option[i]; {
		case 'a' <= c && c <= 'z':
			name = append(name, c-'a'+'A')
		case isAlnum(c):
			name = append(name, c)
		case c == '-' || c == '_':
			name = append(name, '_')
		}
	}
	return string(name)
}

// scripts is the step that runs a folder of hook scripts, but for those whose
// work is done.
func (c *command) scripts(folder string, env func() []string, done ...string) step {
	return hooks{
		Folder:      c.hookFolder(folder),
		ExitOnError: c.stops(),
		Verbose:     c.options.Verbose,
		Env:         env,
		Done:        done,
	}
}

func (c *command) hookFolder(name string) string {
	return cmp.Or(c.env.Hooks, defaultHooks) + "/" + name
}

const defaultHooks = "/etc/network"

// scriptless tells whether no hook scripts are run for a logical interface.
func (c *command) scriptless(logical string) bool {
	return c.options.NoScripts || matchesAny(c.config.NoScripts, logical)
}
