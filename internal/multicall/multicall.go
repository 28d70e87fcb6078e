// Package multicall makes one file of several commands: it is the command by
// whose name it is called, through a link of that name.
package multicall

import (
	"path/filepath"
	"strings"

	"classicnet/internal/out"
	"classicnet/tool"
)

// ownName begins the names under which the file is itself, so that files for
// several machines (classicnet-armhf) can lie side by side.
const ownName = "classicnet"

// The exit statuses of the file itself; a tool ends with its own.
const (
	statusOK      = 0
	statusFailed  = 1
	statusUsage   = 4
	statusUnknown = 127 // as a shell that finds no such command
)

// Tool is one of the commands.
type Tool struct {
	Name  string // as it is called
	About string // a few words for the usage text
	Asked bool   // --install makes its link only where it is named
	// Run is the whole command: it takes the arguments of the process, the
	// tool's name first, and returns the exit status.
	Run func(args []string) int
}

// Program is the file with its tools.
type Program struct {
	Env   tool.Env
	Tools []Tool
	// Executable returns the file's own path, as os.Executable does.
	Executable func() (string, error)
}

// Main runs what args, those of the process, name: a tool by the base name of
// args[0], or the file itself. It returns the exit status.
func (p *Program) Main(args []string) int {
	if len(args) == 0 {
		args = []string{""}
	}
	name := filepath.Base(args[0])
	if tool := p.tool(name); tool != nil {
		return tool.Run(args)
	}
	o := out.New(p.Env.Stdout, p.Env.Stderr, p.Env.Terminal)
	if !strings.HasPrefix(name, ownName) {
		return p.unknown(o, name)
	}
	return p.own(o, args)
}

// own is the file called by its own name: the first argument is a tool's name
// unless it is an option.
func (p *Program) own(o *out.Streams, args []string) int {
	if len(args) < 2 || strings.HasPrefix(args[1], "-") {
		return p.manage(o, args)
	}
	if tool := p.tool(args[1]); tool != nil {
		return tool.Run(args[1:])
	}
	return p.unknown(o, args[1])
}

func (p *Program) unknown(o *out.Streams, name string) int {
	o.Errorf("%s: no tool is called `%s'\n%s", ownName, name, p.usage())
	return statusUnknown
}

// tool finds a tool by its exact name; nil if it is none.
func (p *Program) tool(name string) *Tool {
	for i := range p.Tools {
		if p.Tools[i].Name == name {
			return &p.Tools[i]
		}
	}
	return nil
}
