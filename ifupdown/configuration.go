package ifupdown

import (
	"errors"
	"io/fs"
)

// read reads the configuration. Where there is no file at all there is lo.
func (c *command) read() error {
	name := c.options.Interfaces
	syntax, err := c.syntax()
	if err != nil {
		return err
	}
	c.flavour = &flavours[syntax]
	c.config = &Config{}
	file, err := c.Open(name)
	if err == nil {
		defer file.Close()
		files := Files{Open: c.Open, ReadDir: c.env.ReadDir, Getenv: c.Getenv, Syntax: syntax, machine: c.machineName}
		c.config, err = Read(file, name, files)
	}
	for _, w := range c.config.Warnings {
		c.say(reason(w))
	}
	if !c.options.NoLoopback {
		c.config.AddLoopback()
		c.listLoopback()
	}
	if errors.Is(err, fs.ErrNotExist) {
		c.say(reason(err))
		return nil
	}
	return err
}

// listLoopback makes the stanza of lo that no file has listed like the others.
func (c *command) listLoopback() {
	for _, i := range c.config.Stanzas(loopback) {
		if c.flavour.name != "" && i.object == nil {
			i.object = &object{name: loopback, heads: []head{{i.Family, i.Method}}}
		}
	}
}

// reason is the text of an error; that of a file has its path first.
func reason(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Path + ": " + e.Err.Error()
	}
	return err.Error()
}
