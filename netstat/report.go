package netstat

import (
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/internal/dialect"
	"classicnet/internal/getopt"
	"classicnet/internal/version"
	"classicnet/ioctl"
)

var (
	errUsage       = errors.New("wrong use")
	errVersion     = errors.New("version wanted")
	errUnsupported = errors.New("netstat: only routing tables (-r) and interfaces (-i) are supported;\n" +
		"netstat: see ss(8) for sockets, ip-maddress(8) for groups and nstat(8) for statistics")
)

// statusError ends the command where all has been said.
type statusError int

func (statusError) Error() string { return "said already" }

// report shows what err has to say and returns the exit status.
func (c *command) report(err error) int {
	if status, ok := err.(statusError); ok {
		return int(status)
	}
	switch err {
	case errUsage:
		c.out.Errorf("%s", c.usage())
		return statusUsage
	case errVersion:
		c.out.WriteString(versionText)
		return statusVersion
	case dialect.ErrList:
		c.out.WriteString(dialect.List())
		return statusOK
	case errUnsupported:
		c.out.Errorf("%s\n", err)
		return statusUsage
	}
	c.out.Errorf("netstat: %s\n", err)
	return statusUsage
}

// versionText starts with the release that scripts look for.
const versionText = version.NetTools + "\nnetstat of classicnet " + version.Number + "\n"

// usage lists the options as they are declared.
func (c *command) usage() string {
	b := []byte("Usage: netstat -r [-nNveecFC] [AF]   list the kernel's routing tables\n" +
		"       netstat -i [-aevnc]           list the interfaces\n" +
		"       netstat {-h|--help} | {-V|--version}\n\n")
	parser, err := c.parser()
	if err != nil {
		return string(b)
	}
	for _, o := range parser.Groups()[optionGroup].Options() {
		b = getopt.AppendHelp(b, o)
	}
	return string(b) + "\nAF is -A NAME, -4, -6 or --NAME (inet if none is given); route --help lists them.\n"
}

// reason is strerror(3) of the errno in err, or err's own text.
func reason(err error) string {
	var errno unix.Errno
	if errors.As(err, &errno) {
		return ioctl.Strerror(errno)
	}
	return err.Error()
}
