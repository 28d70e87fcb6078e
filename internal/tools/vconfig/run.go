package vconfig

import (
	"errors"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// Kernel is what vconfig asks of a socket; *ioctl.Conn is one.
type Kernel interface {
	AddVLAN(device string, id uint32) error
	DelVLAN(name string) error
	VLANID(name string) (int, error)
	SetVLANNames(ioctl.VLANNames) error
	SetVLANFlag(name string, flag uint32, value int16) error
	SetVLANEgress(name string, priority uint32, qos int16) error
	SetVLANIngress(name string, priority uint32, qos int16) error
	Close() error
}

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

// run carries the words of a command out: 2 to 4 of them.
func (c *command) run(words []string) error {
	if len(words) < 2 || len(words) > 4 {
		return &frame.Failure{
			Note:   "Expecting argc to be 3-5, inclusive.  Was: " + itoa(int32(1+len(words))) + "\n" + strings.TrimSuffix(usage(), "\n"),
			Status: statusUsage,
		}
	}
	v, name := verbByName(words[0]), words[1]
	switch {
	case v != nil && v.name == nameType:
		if _, ok := wayByName(name); !ok {
			return misused("Invalid name type.", statusUsage)
		}
	case len(name) > room:
		return frame.Failed("ERROR:  if_name must be 15 characters or less.")
	}
	c.warn()
	if v == nil {
		return misused("Unknown command "+quoted(words[0]), statusUnknown)
	}
	k, err := c.dial(unix.AF_INET)
	if err != nil {
		return frame.Refused("socket", err)
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return c.carryOut(k, v, words)
}

// warn looks for the kernel's own list of VLANs.
func (c *command) warn() {
	file, err := c.Open(configFile)
	if err != nil {
		c.Out.Errorf("%s\n", warning)
		return
	}
	file.Close() //nolint:errcheck // read only
}

func (c *command) carryOut(k Kernel, v *verb, words []string) error {
	name, a, b := words[1], number(words, 2), number(words, 3)
	err := v.check(k, words)
	if err == nil {
		err = v.act(k, name, a, b)
	}
	if err == errNoNumber {
		return misused("", statusUsage)
	}
	if err != nil {
		return &frame.Failure{Message: "ERROR: trying to " + v.failed(name, a) + frame.Reason(err), Status: v.status}
	}
	c.Out.WriteString(v.done(name, a)) //nolint:errcheck // Close tells
	return nil
}

var errNoNumber = errors.New("no number")

// check refuses to make a VLAN whose number is none: it would be VLAN 0. A
// kernel without VLANs is told first, as ever.
func (v *verb) check(k Kernel, words []string) error {
	if !v.numbered {
		return nil
	}
	if len(words) > 2 {
		if _, rest := cnum.Strtol(words[2]); rest != words[2] {
			return nil
		}
	}
	if _, err := k.VLANID(words[1]); errors.Is(err, unix.ENOPKG) {
		return err
	}
	return errNoNumber
}
