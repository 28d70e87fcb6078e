package golden

import (
	"fmt"
	"slices"
	"strings"

	"classicnet/internal/netlab"
)

// Results are the texts of a transcript by section: "3.stdout", "3.stderr",
// "3.exit", "3.state" of step 3, and "0.state" before the first step.
type Results map[string]string

// ParseResults reads recorded results.
func ParseResults(data []byte) Results { return parseSections(data) }

// unchanged stands for a state that is that of the step before.
const unchanged = "(unchanged)\n"

// Run runs the case in a new lab, with these variables in the environment. The
// error says that the situation could not be made.
func (c *Case) Run(lab *netlab.Lab, env []string) (Results, error) {
	if err := c.prepare(lab); err != nil {
		return nil, err
	}
	last := ofTranscripts(lab.State())
	res := Results{"0.state": last}
	for i, s := range c.Steps {
		r := lab.Do(netlab.Command{Args: s.Args, Env: env})
		if s.Sorted {
			r.Stdout = sortInet6(r.Stdout)
		}
		now := ofTranscripts(lab.State())
		state := now
		if now == last {
			state = unchanged
		}
		last = now
		for kind, text := range map[string]string{
			"stdout": r.Stdout, "stderr": r.Stderr, "exit": r.Exit + "\n", "state": state,
		} {
			res[section(i+1, kind)] = text
		}
	}
	return res, nil
}

func (c *Case) prepare(lab *netlab.Lab) error {
	for name, text := range c.Etc {
		lab.Etc(name, text)
	}
	if strings.Contains(c.Setup, "$PEERNS") {
		lab.Peer()
	}
	setup := c.Setup
	if highFirst() {
		setup = ofOtherOrder(setup)
	}
	setup = upInOrder + setup
	r := lab.Do(netlab.Command{Args: []string{"/bin/sh", "-e"}, Stdin: setup, Limit: netlab.SetupLimit})
	if r.Exit != "0" {
		return fmt.Errorf("the setup: exit %s\n%s%s", r.Exit, r.Stdout, r.Stderr)
	}
	return nil
}

// upInOrder has interfaces set up when the kernel has noted of all that they have no
// carrier yet. One of which it hasn't gets its IPv6 addresses and routes at once, before
// those of one that was set up earlier.
const upInOrder = `ip() {
	case $* in "link set "*" up") carriers ;; esac
	command ip "$@"
}
`

// section is the name of a step's section.
func section(step int, kind string) string { return fmt.Sprintf("%d.%s", step, kind) }

// sortInet6 sorts each run of lines that begin with `inet6`.
func sortInet6(text string) string {
	lines := strings.Split(text, "\n")
	isInet6 := func(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "inet6 ") }
	for i := 0; i < len(lines); {
		run := slices.IndexFunc(lines[i:], func(l string) bool { return !isInet6(l) })
		if run < 0 {
			run = len(lines) - i
		}
		slices.Sort(lines[i : i+run])
		i += run + 1
	}
	return strings.Join(lines, "\n")
}
