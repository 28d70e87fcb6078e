// Package frame is the run of a command, written once: from the arguments of
// the process to its exit status. What is a tool's own (its options, its words,
// its way to the kernel, its statuses) the tool declares; the frame makes the
// streams, scans the options, chooses the dialect of a listing, turns what went
// wrong into text and status, and tells of a write that failed.
package frame

import (
	"classicnet/internal/out"
	"classicnet/internal/resolve"
	"classicnet/internal/version"
	"classicnet/tool"
)

// Tool is what a command declares of itself. It is laid out by the linker: its
// functions are named ones.
type Tool struct {
	Name string // what it is called in its own messages
	// Claims is the release that it stands for, the first line of its version,
	// which scripts look for. "" is none. Features are the lines behind it and
	// behind ours, each with its newline.
	Claims   string
	Features func() string
	// Exact keeps our own line out of the version, where a transcript of the
	// original has the whole text.
	Exact bool
	// Usage is the text for help, and for wrong use behind its reason.
	Usage func() string
	// Help and Version are how these end that were asked for.
	Help, Version Answer

	Misuse int // the status of wrong use
	Failed int // the status of an error that names none
	Write  int // the status of a failed write to standard output
	Wrong  int // the status of a dialect that nobody knows; 0 is that of all tools

	// Beside says that its default dialect is that of the tools beside ifconfig
	// and route.
	Beside bool
}

// Answer is how a text ends that was asked for.
type Answer struct {
	Status int
	Stderr bool // it goes there, not to standard output
}

// Run is one run of a tool. A tool's command has it in it.
type Run struct {
	*Tool
	tool.Env
	Out     *out.Streams
	Names   *resolve.Resolver
	Program string // the tool as it was invoked: the first argument of the process

	option string // what --dialect says
	within bool   // its streams are those of another tool's run, which closes them
}

// New begins a run in a world. It opens nothing. Where the world's Stdout are the
// streams of another run, this one is a part of that.
func (t *Tool) New(env tool.Env) *Run {
	env = env.Complete()
	_, within := env.Stdout.(*out.Streams)
	return &Run{
		Tool: t, Env: env,
		Out:    out.New(env.Stdout, env.Stderr, env.Terminal),
		Names:  resolve.New(env.Open, env.DNS),
		within: within,
	}
}

// Main is a whole command: args are those of the process, its own name first.
// run gets what is behind the name, and returns nil, a Status, a *Failure, one of
// the errors of this package, or any other, which is told behind the tool's name.
func (t *Tool) Main(env tool.Env, args []string, run func(*Run, []string) error) int {
	r := t.New(env)
	if len(args) > 0 {
		r.Program, args = args[0], args[1:]
	}
	return r.Close(r.Report(run(r, args)))
}

// Close writes out what is held back. status is that of the run, which a failed
// write replaces.
func (r *Run) Close(status int) int {
	if r.within {
		return status
	}
	if err := r.Out.Close(); err != nil {
		r.Out.Errorf("%s: write error: %s\n", r.Name, Reason(err))
		return r.Write
	}
	return status
}

// VersionText is the release that the tool stands for, on a line of its own, the
// tool with its own version, and its features.
func (t *Tool) VersionText() (text string) {
	if t.Claims != "" {
		text = t.Claims + "\n"
	}
	if !t.Exact {
		text += t.Name + " (classicnet) " + version.Number + "\n"
	}
	if t.Features != nil {
		text += t.Features()
	}
	return text
}
