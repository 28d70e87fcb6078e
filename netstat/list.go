package netstat

import (
	"time"

	"classicnet/ifconfig"
	"classicnet/internal/dialect"
	"classicnet/internal/frame"
	"classicnet/route"
)

// interval is the time between two rounds of -c.
const interval = time.Second

// repeat lists once, or with -c until a round fails or nobody reads any more.
// Each round is written out: what reads the other end of a pipe waits for it.
func (c *command) repeat(list func() int) error {
	for {
		status := list()
		if !c.options.Continuous || status != statusOK || c.Out.Flush() != nil {
			return frame.Status(status)
		}
		if c.env.Sleep != nil {
			c.env.Sleep(interval)
		}
	}
}

// listRoutes lists the routing tables of the chosen families, and returns the
// status.
func (c *command) listRoutes() int {
	o, l := &c.options, &c.routes
	if !c.routed {
		if status, ok := c.routeFamilies(); !ok {
			return status
		}
	}
	l.Extend = o.Extend
	l.Numeric = o.Numeric || o.Hosts || o.Symbolic
	l.Verbose, l.FIB, l.Cache, l.JSON = o.Verbose, o.FIB, o.Cache, o.JSON
	l.Dialect = c.dialect.Name
	return l.List()
}

// routeFamilies hands the families over to route, which has no table of some.
func (c *command) routeFamilies() (status int, ok bool) {
	c.routed = true
	for i, f := range c.families {
		if !f.routed {
			c.Out.Errorf("No routing for address family `%s'.\n", c.names[i])
			return route.StatusNoTable, false
		}
		if status, ok := c.routes.Choose(c.names[i]); !ok {
			return status, false
		}
	}
	return statusOK, true
}

const interfaceTitle = "Kernel Interface table\n"

func (c *command) listInterfaces() int {
	o := &c.options
	if !o.JSON && !c.titled {
		c.Out.WriteString(interfaceTitle)
		c.titled = true
	}
	l := ifconfig.Lister{
		Env: ifconfig.Env{Env: inner(c.Run), Dial: c.env.Dial}, Tool: "netstat",
		Dialect: c.interfaceDialect().Name,
		All:     o.All, Verbose: o.Verbose, Long: o.Extend > 0, JSON: o.JSON,
	}
	return l.List()
}

// interfaceDialect is the dialect of -i, which busybox never had.
func (c *command) interfaceDialect() *dialect.Dialect {
	if c.dialect.Routes == dialect.RoutesBusybox {
		return dialect.Beside()
	}
	return c.dialect
}
