package route

import "classicnet/internal/frame"

// verb is what an edit does.
type verb uint8

const (
	verbHelp verb = iota
	verbAdd
	verbDel
	verbFlush
)

// verbNames are matched whole and in this case.
var verbNames = [...]struct {
	name string
	verb verb
}{
	{"add", verbAdd}, {"del", verbDel}, {"delete", verbDel}, {"flush", verbFlush},
}

// edit runs the operands of a command line: a verb and its words.
func (c *command) edit(name string, words []string) error {
	for _, v := range verbNames {
		if v.name == name {
			return c.editFamily(v.verb, words)
		}
	}
	return frame.Misused("route: " + name + ": neither add, del nor flush")
}

// help shows how to use route or, if a family was given, how to edit it.
func (c *command) help() error {
	if len(c.families) == 0 {
		return frame.Misused("")
	}
	return c.editFamily(verbHelp, nil)
}

func (c *command) editFamily(v verb, words []string) error {
	f, err := c.edited()
	if err != nil {
		return err
	}
	err = f.edit(c, v, words)
	if wrong, ok := err.(misuse); ok {
		return &frame.Failure{Message: wrong.Error(), Usage: f.usage, Status: statusUsage}
	}
	return err
}

// send opens a socket of the family, hands it to act and closes it.
func (c *command) send(family int, act func(Kernel) error) error {
	k, err := open(c.dial, family)
	if err != nil {
		return kernelError("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return act(k)
}

// routeError is the failure of the ioctl that a verb sends, nil for none.
func routeError(v verb, err error) error {
	switch {
	case err == nil:
		return nil
	case v == verbAdd:
		return kernelError("SIOCADDRT", err)
	}
	return kernelError("SIOCDELRT", err)
}

// What the classic tool and the kernel have room for, in bytes.
const (
	addressRoom = 127 // of an address or name
	nameRoom    = 15  // of an interface's name
)

// cut drops what there is no room for.
func cut(s string, room int) string { return s[:min(len(s), room)] }
