package netstat

import "classicnet/internal/frame"

// plan is what a command line chooses.
type plan struct {
	tables  set
	v4, v6  bool
	asked   set  // tables without which the listing fails
	nothing bool // nothing was chosen
}

// plan makes a plan of the options and families.
func (c *command) plan() plan {
	chosen := c.chosen()
	p := plan{tables: c.options.tables(), v4: chosen.v4, v6: chosen.v6}
	p.tables |= chosen.shows
	p.asked = p.tables
	if (p.v4 || p.v6) && p.tables&inetTables == 0 {
		p.tables |= inetTables
		p.asked &^= groupTable | unixTable // they share the original's flag
	}
	if p.tables&(inetTables|groupTable) != 0 && !p.v4 && !p.v6 {
		p.v4, p.v6 = true, true
	}
	if p.tables == 0 {
		return plan{tables: c.format().byDefault, v4: true, v6: true, nothing: true}
	}
	return p
}

// tables are those that options choose by themselves.
func (o *options) tables() (all set) {
	for _, choice := range [...]struct {
		set
		chosen bool
	}{
		{tcpTable, o.TCP},
		{sctpTable, o.SCTP},
		{udpTable, o.UDP},
		{udpliteTable, o.UDPLite},
		{rawTable, o.Raw},
		{groupTable, o.Groups},
		{bluetoothTable, o.L2CAP || o.RFCOMM},
	} {
		if choice.chosen {
			all |= choice.set
		}
	}
	return all
}

// listing is one round.
type listing struct {
	*command
	plan   plan
	format *format
	titled bool // the Internet tables have their title
	naming *names
	owners owners
	kept   []keptFile // that were read to know which sockets are shown
	json   *jsonRows
	next   begun // the file behind one that is long
}

// listSockets lists what the plan has, and returns the status.
func (c *command) listSockets() int {
	l := &listing{command: c, plan: c.plan(), format: c.format(), naming: c.newNames()}
	defer l.naming.close()
	l.begin()
	defer l.end()
	defer l.closeNext()
	l.findOwners()
	status := statusOK
	for i := range tables {
		t := &tables[i]
		if l.plan.tables&t.set == 0 {
			continue
		}
		if s := l.list(t); s != statusOK {
			if status = s; s == statusUnreadable || !t.gone {
				return status
			}
		}
	}
	if l.plan.tables&bluetoothTable != 0 {
		c.Out.Errorf("netstat: feature `AF BLUETOOTH' not supported.\n" +
			"Please recompile `net-tools' with newer kernel source or full configuration.\n")
		return statusFailed
	}
	return status
}

var errContext = &frame.Failure{Message: "SELinux is not enabled on this machine.", Status: statusFailed}
