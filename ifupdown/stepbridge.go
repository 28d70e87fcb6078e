package ifupdown

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/bridge"
	"classicnet/ioctl"
)

// The steps of a bridge.
type (
	// makeBridge makes a bridge, unless there is one of that name.
	makeBridge struct {
		For, Bridge string
		Pos         Position
	}
	// bridgeAddress gives a bridge that was made just now an address, or that of
	// another interface; without such an interface it keeps its own.
	bridgeAddress struct{ Bridge, From string }
	// waitPorts waits until interfaces are there.
	waitPorts struct {
		Seconds    int
		Interfaces []string
	}
	// addPort makes an interface a port, unless it is one of that bridge. One
	// that isn't there, or that another bridge has, is told and passed over.
	addPort struct {
		For, Bridge, Port string
		Pos               Position
	}
	// matchPorts adds the interfaces that there are then and that match.
	matchPorts struct {
		Bridge   string
		Patterns []string // regular expressions for whole names
		Now      []string // those that match already
		steps    func(port string) []step
		matching func([]string) []string
	}
	// bridgeSet changes a setting of a bridge or of a port. What the kernel
	// refuses is told and passed over.
	bridgeSet struct {
		Bridge, Port string
		What         bridge.Setting
		Value        uint64
		Pos          Position
	}
	// waitBridge waits until the ports pass frames, Seconds at most; less than 0
	// stands for what the bridge's forward delay needs.
	waitBridge struct {
		Bridge  string
		Seconds int
	}
	// dropPort releases a port and dropBridge deletes a bridge, if they are there.
	dropPort   struct{ Bridge, Port string }
	dropBridge struct{ Bridge string }
)

func (s makeBridge) String() string { return "SIOCBRADDBR " + s.Bridge }
func (s bridgeAddress) String() string {
	return hardwareAddress{s.Bridge, s.From}.String() + " (if it is new)"
}
func (s addPort) String() string    { return "SIOCBRADDIF " + s.Bridge + " " + s.Port }
func (s dropPort) String() string   { return "SIOCBRDELIF " + s.Bridge + " " + s.Port }
func (s dropBridge) String() string { return "SIOCBRDELBR " + s.Bridge }

func (s waitPorts) String() string {
	return "wait for " + strings.Join(s.Interfaces, " ") + ", " + seconds(s.Seconds) + " at most"
}

func (s matchPorts) String() string {
	return "SIOCBRADDIF " + s.Bridge + " what matches " + strings.Join(s.Patterns, " ") + ", now " + strings.Join(s.Now, " ")
}

func (s bridgeSet) String() string {
	return "write " + s.What.Path(s.Bridge, s.Port) + " " + strconv.FormatUint(s.Value, 10)
}

func (s waitBridge) String() string {
	if s.Seconds < 0 {
		return "wait until " + s.Bridge + " is ready"
	}
	return "wait until " + s.Bridge + " is ready, " + seconds(s.Seconds) + " at most"
}

func (s makeBridge) do(c *command) error {
	return c.inet(func(k Kernel) error {
		if exists(k, s.Bridge) {
			return s.check(k)
		}
		line := made{s.For, "bridge", s.Bridge, ""}
		c.willMake(line)
		err := k.AddBridge(s.Bridge)
		switch {
		case errors.Is(err, unix.EEXIST): // somebody else was faster
			c.unmade(line)
			return s.check(k)
		case err == nil:
			c.fresh = append(c.fresh, s.Bridge)
			return nil
		}
		c.unmade(line)
		return because(err, unix.ENOPKG, "the kernel has no bridges (its module is called bridge)")
	})
}

// check refuses a name that another kind of device has.
func (s makeBridge) check(k Kernel) error {
	if _, err := k.BridgeInfo(s.Bridge); err != nil {
		return errors.New(at(s.Pos, s.Bridge+" is there and is no bridge"))
	}
	return nil
}

func (s bridgeAddress) do(c *command) error {
	if !slices.Contains(c.fresh, s.Bridge) {
		return nil
	}
	if strings.Contains(s.From, ":") {
		return hardwareAddress{s.Bridge, s.From}.do(c)
	}
	return c.inet(func(k Kernel) error {
		hw, err := k.HardwareAddr(s.From)
		if err != nil {
			return gone(err)
		}
		return k.SetHardwareAddr(s.Bridge, hw)
	})
}

func (s waitPorts) do(c *command) error {
	missing := func(name string) bool { return !c.there(name) }
	if !slices.ContainsFunc(s.Interfaces, missing) {
		return nil
	}
	c.tell("\nWaiting for a max of " + strconv.Itoa(s.Seconds) + " seconds for " + strings.Join(s.Interfaces, " ") + " to become available.\n")
	for range s.Seconds {
		c.env.Sleep(time.Second)
		if !slices.ContainsFunc(s.Interfaces, missing) {
			return nil
		}
	}
	return nil
}

// tell writes to stdout what Debian's scripts write there, at once.
func (c *command) tell(text string) {
	c.Out.WriteString(text) //nolint:errcheck // Close tells
	c.Out.Flush()           //nolint:errcheck // likewise
}

func (s addPort) do(c *command) error {
	return c.inet(func(k Kernel) error {
		index, err := k.Index(s.Port)
		switch {
		case errors.Is(err, unix.ENODEV):
			c.say(at(s.Pos, "port "+s.Port+" of "+s.Bridge+" isn't there"))
			return nil
		case err != nil:
			return err
		case isPort(k, s.Bridge, s.Port):
			c.ports = append(c.ports, s.Port)
			return nil
		}
		line := made{s.For, "port", s.Bridge, s.Port}
		c.willMake(line)
		if err := k.AddBridgePort(s.Bridge, index); err != nil {
			c.say(at(s.Pos, s.refused(err)))
			c.unmade(line)
			return nil
		}
		c.ports = append(c.ports, s.Port)
		return nil
	})
}

func (s addPort) refused(err error) string {
	switch {
	case errors.Is(err, unix.EBUSY):
		return "port " + s.Port + " is in another bridge"
	case errors.Is(err, unix.ELOOP):
		return "port " + s.Port + " is a bridge itself"
	}
	return s.String() + ": " + reason(err)
}

func (s matchPorts) do(c *command) error {
	present, err := c.present()
	if err != nil {
		return err
	}
	for _, port := range s.matching(present) {
		for _, step := range s.steps(port) {
			c.trace(step)
			if err := step.do(c); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s bridgeSet) do(c *command) error {
	return c.inet(func(k Kernel) error {
		if err := s.What.Write(c.sys(), k, s.Bridge, s.Port, s.Value); err != nil {
			c.say(at(s.Pos, s.String()+": "+reason(err)))
		}
		return nil
	})
}

func (s waitBridge) do(c *command) error {
	return c.inet(func(k Kernel) error {
		limit := s.Seconds
		if limit < 0 {
			limit = s.needed(c, k)
		}
		working := false
		for turn := range limit * 10 {
			c.env.Sleep(100 * time.Millisecond)
			if s.ready(k, &working) {
				return nil
			}
			if turn == 1 {
				c.tell("\nWaiting for " + s.Bridge + " to get ready (MAXWAIT is " + strconv.Itoa(limit) + " seconds).\n")
			}
		}
		return nil
	})
}

// needed is how long a port listens and learns, in whole seconds, and two more.
func (s waitBridge) needed(c *command, k Kernel) int {
	const most = 1<<31 - 1
	delay, err := c.sys().Uint(s.Bridge, "bridge/forward_delay")
	if err != nil {
		info, _ := k.BridgeInfo(s.Bridge) // without it there is no delay to wait for
		delay = uint64(info.BridgeForwardDelay)
	}
	return 2 * (int(min(delay, most)/100) + 1)
}

// ready tells whether all ports pass frames or are kept from it. A disabled one
// counts once another was seen at work.
func (s waitBridge) ready(k Kernel, working *bool) bool {
	ports, err := k.BridgePorts(s.Bridge)
	if err != nil {
		return true // nobody to wait for
	}
	ready := true
	for number, index := range ports {
		if index == 0 {
			continue
		}
		port, err := k.BridgePort(s.Bridge, number)
		if err != nil {
			continue
		}
		switch port.State {
		case ioctl.PortForwarding, ioctl.PortBlocking:
			*working = true
		case ioctl.PortListening, ioctl.PortLearning:
			*working, ready = true, false
		default:
			ready = ready && *working
		}
	}
	return ready
}

func (s dropPort) do(c *command) error {
	return c.inet(func(k Kernel) error {
		if !isPort(k, s.Bridge, s.Port) {
			return nil
		}
		index, err := k.Index(s.Port)
		if err == nil {
			err = k.DelBridgePort(s.Bridge, index)
		}
		return gone(err)
	})
}

func (s dropBridge) do(c *command) error {
	return c.inet(func(k Kernel) error {
		if !exists(k, s.Bridge) {
			return nil
		}
		if err := setUp(k, s.Bridge, false); err != nil {
			return gone(err)
		}
		return gone(k.DelBridge(s.Bridge))
	})
}
