package ifupdown

import (
	"io"
	"strconv"
	"strings"

	"classicnet/internal/linkaddr"
	"classicnet/procnet"
)

// pattern is [VARIABLE]/VALUE[/[N]][=LOGICAL]: the interfaces of the kernel
// whose VARIABLE matches VALUE.
type pattern struct {
	variable string // "" is the name, "mac" the hardware address, else a file in /sys/class/net/IFACE
	value    string
	nth      int    // only the nth that matches, from 1; 0 for all
	logical  string // "" is the interface's own name
}

// parsePattern reads a pattern; ok is false for a plain name.
func parsePattern(word string) (p pattern, ok bool) {
	word, p.logical, _ = strings.Cut(word, "=")
	variable, rest, ok := strings.Cut(word, "/")
	if !ok {
		return p, false
	}
	p.variable = variable
	value, number, _ := strings.Cut(rest, "/")
	p.value = value
	p.nth, _ = strconv.Atoi(number)
	return p, true
}

// expand replaces the patterns among words by the interfaces that they match.
func (c *command) expand(words []Word) (list []target, err error) {
	var present []string
	for _, w := range words {
		p, ok := parsePattern(w.Text)
		if !ok {
			list = append(list, parseTarget(w.Text))
			continue
		}
		if present == nil {
			if present, err = c.present(); err != nil {
				return nil, err
			}
		}
		list = append(list, c.matching(p, present)...)
	}
	return list, nil
}

// matching returns the interfaces that a pattern means.
func (c *command) matching(p pattern, present []string) (list []target) {
	n := 0
	for _, name := range present {
		if !matches(p.value, c.variable(p.variable, name)) {
			continue
		}
		if n++; p.nth != 0 && n != p.nth {
			continue
		}
		t := target{name, p.logical}
		if t.logical == "" {
			t.logical = name
		}
		list = append(list, t)
	}
	return list
}

// present returns the names of the kernel's interfaces.
func (c *command) present() ([]string, error) {
	file, err := c.Open("/proc/net/dev")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	names := []string{}
	for row, err := range procnet.Interfaces(file) {
		if err != nil {
			return nil, err
		}
		names = append(names, strings.Clone(row.Name))
	}
	return names, nil
}

// maxVariable bounds what is read of a file in /sys.
const maxVariable = 4096

// variable returns what a pattern compares; "" if it can't be read.
func (c *command) variable(variable, name string) string {
	switch variable {
	case "":
		return name
	case "mac":
		return c.hardwareAddress(name)
	}
	file, err := c.Open("/sys/class/net/" + name + "/" + variable)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxVariable))
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(string(text), "\n")
}

// hardwareAddress returns the Ethernet address of an interface in lower case.
func (c *command) hardwareAddress(name string) string {
	k, err := c.dial(familyInet)
	if err != nil {
		return ""
	}
	hw, err := k.HardwareAddr(name)
	if err != nil {
		return ""
	}
	return string(linkaddr.AppendLower(nil, hw.Data[:], 6, ':'))
}
