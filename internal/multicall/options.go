package multicall

import (
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/getopt"
	"classicnet/internal/out"
	"classicnet/internal/version"
)

// options are what the file does for itself.
type options struct {
	List      bool
	Install   bool
	Symbolic  bool
	Uninstall bool
	Version   bool
	Help      bool
}

// declared are the options for the scan, which sets them.
func (o *options) declared() *getopt.Declaration {
	d := new(getopt.Declaration)
	d.Add(&o.List, 0, "list", "print the names of the tools, one a line")
	d.Add(&o.Install, 0, "install", "make links to the tools in the folder DIR")
	d.Add(&o.Symbolic, 's', "symbolic", "with --install: make symbolic links")
	d.Add(&o.Uninstall, 0, "uninstall", "take away what --install has made in DIR")
	d.Add(&o.Version, 'V', "version", "print the version")
	d.Add(&o.Help, 'h', "help", "print this")
	return d
}

// scan sets the options and returns the operands.
func (o *options) scan(args []string) (operands []string, err error) {
	d := o.declared()
	for word, err := range getopt.Scan(d.Table(), args, false) {
		switch {
		case err != nil:
			return nil, err
		case word.Row == getopt.Operand:
			operands = append(operands, word.Text)
		default:
			if err := d.Set(word.Row, word.Text); err != nil {
				return nil, err
			}
		}
	}
	return operands, nil
}

// manage carries out the options. Without any it explains itself.
func (p *Program) manage(o *out.Streams, args []string) int {
	var opts options
	rest, err := opts.scan(args[1:])
	if err != nil {
		o.Errorf("%s: %s\n", ownName, err.Error())
		return p.misused(o)
	}
	switch {
	case opts.Install != opts.Uninstall && !(opts.Uninstall && opts.Symbolic):
		return p.links(o, args[0], opts, rest)
	case opts.Install || opts.Symbolic || len(rest) > 0:
		return p.misused(o)
	case opts.Help:
		o.WriteString(p.usage())
	case opts.Version:
		o.WriteString(ownName + " " + version.Number + "\n")
	case opts.List:
		for _, name := range p.names() {
			o.WriteString(name + "\n")
		}
	default:
		return p.misused(o)
	}
	return p.ended(o, o.Close())
}

func (p *Program) misused(o *out.Streams) int {
	o.Errorf("%s", p.usage())
	return statusUsage
}

// ended reports the one error that something can end with.
func (p *Program) ended(o *out.Streams, err error) int {
	if err != nil {
		o.Errorf("%s: %s\n", ownName, err.Error())
		return statusFailed
	}
	return statusOK
}

// links makes links or takes them away, as the words behind the options say.
func (p *Program) links(o *out.Streams, invoked string, opts options, rest []string) int {
	if len(rest) == 0 || rest[0] == "" {
		o.Errorf("%s: --install and --uninstall need a folder\n", ownName)
		return p.misused(o)
	}
	for _, name := range rest[1:] {
		if p.tool(name) == nil {
			return p.unknown(o, name)
		}
	}
	self, err := p.self(invoked)
	if err != nil {
		return p.ended(o, err)
	}
	in := installation{self: self, dir: rest[0], symbolic: opts.Symbolic, uid: unix.Getuid(), gid: unix.Getgid()}
	if opts.Uninstall {
		return p.ended(o, in.uninstall(orNames(rest[1:], p.names()), p.names()))
	}
	return p.installed(o, in, orNames(rest[1:], p.unasked()))
}

func orNames(given, otherwise []string) []string {
	if len(given) > 0 {
		return given
	}
	return otherwise
}

// installed tells what was made where it isn't what was asked for.
func (p *Program) installed(o *out.Streams, in installation, names []string) int {
	copied, err := in.install(names)
	if copied != "" && err == nil {
		o.WriteString(ownName + ": the links lead to a copy, " + in.copyPath() + ": " + copied + "\n")
		err = o.Close()
	}
	return p.ended(o, err)
}

// self is the path of the file. Where there is no /proc it doesn't know where it
// is, unless it was called by its path.
func (p *Program) self(invoked string) (string, error) {
	self, err := p.Executable()
	if err != nil && strings.Contains(invoked, "/") {
		return invoked, nil
	}
	return self, err
}

// unasked are the names that --install takes when it is given none.
func (p *Program) unasked() (names []string) {
	for i := range p.Tools {
		if !p.Tools[i].Asked {
			names = append(names, p.Tools[i].Name)
		}
	}
	return names
}

func (p *Program) names() []string {
	names := make([]string, len(p.Tools))
	for i := range p.Tools {
		names[i] = p.Tools[i].Name
	}
	return names
}

// usage is made of the tools and of the declared options.
func (p *Program) usage() string {
	b := []byte("Usage: " + ownName + " TOOL [ARGUMENT]...\n" +
		"       " + ownName + " --install [-s] DIR [TOOL]...\n" +
		"       " + ownName + " --uninstall DIR [TOOL]...\n" +
		"       " + ownName + " --list | --version | --help\n" +
		"\nOne file that is every TOOL. Called through a link with a tool's name it is that tool.\n" +
		"\nOptions:\n")
	for _, option := range new(options).declared().Options() {
		b = getopt.AppendHelp(b, option)
	}
	b = append(b, "Tools:\n"...)
	for i := range p.Tools {
		b = getopt.AppendRow(b, p.Tools[i].Name, getopt.HelpWidth, p.Tools[i].About)
	}
	return string(b)
}
