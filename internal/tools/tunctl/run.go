package tunctl

import (
	"strconv"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// Tun is the tun driver; *ioctl.Tun is one.
type Tun interface {
	Attach(name string, flags ioctl.TunFlags) (string, error)
	SetPersistent(bool) error
	SetOwner(uid uint32) error
	SetGroup(gid uint32) error
	Close() error
}

// nobody is the number that stands for none.
const nobody = -1

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

// owners are who may use a device.
type owners struct {
	user, group int32 // nobody: not set
}

// setUser and setGroup read -u and -g where they stand, before what is wrong
// behind them is seen.
func (c *command) setUser(word string) error {
	return c.set(&c.options.user, usersFile, word, "username nor a numeric uid.")
}

func (c *command) setGroup(word string) error {
	return c.set(&c.options.group, groupsFile, word, "groupname nor a numeric group.")
}

func (c *command) set(id *int32, file, word, neither string) error {
	n, ok := c.number(file, word)
	if !ok {
		return frame.Misused("'" + word + "' is neither a " + neither)
	}
	*id = n
	return nil
}

// owners are those of -u and -g. Without either the caller owns the device;
// with a group alone nobody does.
func (c *command) owners() owners {
	o := c.options.owners
	if o.user == nobody && o.group == nobody {
		o.user = int32(c.env.UID())
	}
	return o
}

// run makes a device, or deletes one.
func (c *command) run() error {
	t, err := c.env.OpenTun(c.options.File)
	if err != nil {
		return frame.Failed("Failed to open '" + c.options.File + "' : " + frame.Reason(err))
	}
	defer t.Close() //nolint:errcheck // what stays is said by TUNSETPERSIST
	name := c.options.Device
	name, err = t.Attach(name[:min(len(name), room)], ioctl.TunEthernet|ioctl.TunNoPacketInfo)
	if err != nil {
		return frame.Refused("TUNSETIFF", err)
	}
	if c.options.Drop {
		return c.drop(t, name)
	}
	return c.keep(t, name, c.owners())
}

func (c *command) drop(t Tun, name string) error {
	if err := t.SetPersistent(false); err != nil {
		return frame.Refused("TUNSETPERSIST", err)
	}
	c.Out.WriteString("Set '" + name + "' nonpersistent\n") //nolint:errcheck // Close tells
	return nil
}

// keep makes the device persistent and gives it to its owners.
func (c *command) keep(t Tun, name string, o owners) error {
	if err := t.SetPersistent(true); err != nil {
		return frame.Refused("TUNSETPERSIST", err)
	}
	if o.user != nobody {
		if err := t.SetOwner(uint32(o.user)); err != nil {
			return frame.Refused("TUNSETOWNER", err)
		}
	}
	if o.group != nobody {
		if err := t.SetGroup(uint32(o.group)); err != nil {
			return frame.Refused("TUNSETGROUP", err)
		}
	}
	if c.options.Brief {
		c.Out.WriteString(name + "\n") //nolint:errcheck // Close tells
		return nil
	}
	c.Out.WriteString("Set '" + name + "' persistent and owned by" + o.text() + "\n") //nolint:errcheck // Close tells
	return nil
}

func (o owners) text() (text string) {
	if o.user != nobody {
		text = " uid " + strconv.Itoa(int(o.user))
	}
	if o.group != nobody {
		text += " gid " + strconv.Itoa(int(o.group))
	}
	return text
}
