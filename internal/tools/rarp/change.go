package rarp

import (
	"bufio"
	"strconv"
	"strings"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// ethers is the file that is read when none is named.
const ethers = "/etc/ethers"

func (c *command) remove(words []string) error {
	return c.connect(func(k Kernel) error {
		e, err := c.entry(words[0])
		if err != nil {
			return err
		}
		if err := k.DelRARP(e); err != nil {
			return frame.Refused("SIOCDRARP", err)
		}
		return nil
	})
}

func (c *command) set(words []string) error {
	return c.connect(func(k Kernel) error { return c.setEntry(k, words[0], words[1]) })
}

func (c *command) setEntry(k Kernel, host, address string) error {
	e, err := c.entry(host)
	if err != nil {
		return err
	}
	if c.hw.Parse == nil {
		return frame.Failed(address + ": bad hardware address")
	}
	data, err := c.hw.Parse(address)
	if err != nil {
		return frame.Failed(address + ": bad hardware address")
	}
	copy(e.Hw.Data[:], data)
	if err := k.SetRARP(e); err != nil {
		return frame.Refused("SIOCSRARP", err)
	}
	return nil
}

// entry begins the entry of a host.
func (c *command) entry(host string) (ioctl.ARPEntry, error) {
	a, ok := c.Names.Host4(host)
	if !ok {
		return ioctl.ARPEntry{}, frame.Failed("rarp: " + host + ": unknown host")
	}
	return ioctl.ARPEntry{Addr: a, Hw: ioctl.HardwareAddr{Type: c.hw.ARPHRD}}, nil
}

// load makes the entries of a file. What is wrong in it is told, and doesn't make
// the command fail, as ever.
func (c *command) load(words []string) error {
	path := ethers
	if len(words) > 0 {
		path = words[0]
	}
	f, err := c.Open(path)
	if err != nil {
		return &frame.Failure{Message: "rarp: cannot open file " + path + ":" + frame.Reason(err) + ".", Status: statusFile}
	}
	defer f.Close() //nolint:errcheck // read only
	return c.connect(func(k Kernel) error {
		lines := bufio.NewScanner(f)
		for n := 1; lines.Scan(); n++ {
			c.loadLine(k, lines.Text(), path+":"+strconv.Itoa(n))
		}
		if err := lines.Err(); err != nil {
			return frame.Failed("rarp: cannot read file " + path + ":" + frame.Reason(err) + ".")
		}
		return nil
	})
}

// loadLine makes the entry of a line, which has the hardware address first.
func (c *command) loadLine(k Kernel, line, place string) {
	words := strings.Fields(line)
	if len(words) == 0 || line[0] == '#' {
		return
	}
	if len(words) == 1 {
		c.Out.Errorf("rarp: format error at %s\n", place)
		return
	}
	if err := c.setEntry(k, words[1], words[0]); err != nil {
		c.Report(err)
		c.Out.Errorf("rarp: cannot set entry from %s\n", place)
	}
}
