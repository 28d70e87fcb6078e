package ifupdown

import (
	"slices"
	"strings"
)

const (
	// settingsNG are ifupdown-ng's, of which one is for what is done here.
	settingsNG  = "/etc/network/ifupdown-ng.conf"
	settingName = "use_hostname_for_dhcp"

	hostnameFile   = "/proc/sys/kernel/hostname"
	optionHostname = "dhcp-hostname"
)

// machineName is the machine's name, "" if it has none or its settings say that it
// isn't for DHCP.
func (c *command) machineName() string {
	if !sendsName(c.contents(settingsNG)) {
		return ""
	}
	name, _, _ := strings.Cut(c.contents(hostnameFile), "\n")
	if name == "(none)" {
		return ""
	}
	return name
}

// sendsName tells what ifupdown-ng.conf(5) says of the name: yes, unless a line says
// no. The last one counts.
func sendsName(settings string) bool {
	yes := true
	for line := range strings.Lines(settings) {
		words := strings.FieldsFunc(line, func(r rune) bool { return r == '=' || strings.ContainsRune(blanks+"\n", r) })
		if len(words) < 2 || words[0] != settingName {
			continue
		}
		switch words[1][0] {
		case '0', 'n', 'N', 'f', 'F':
			yes = false
		case '1', 'y', 'Y', 't', 'T':
			yes = true
		}
	}
	return yes
}

// learn gives an object with DHCP and without a name the machine's, behind the line
// that says DHCP.
func (r *reader) learn(o *object) {
	asks := func(line Option) bool { return line.Name == "use" && plainValueOf(line.Value, "") == "dhcp" }
	if r.files.machine == nil || !o.does("dhcp") ||
		slices.ContainsFunc(o.lines, func(line Option) bool { return line.Name == optionHostname || line.Name == "hostname" }) {
		return
	}
	name := r.files.machine()
	if name == "" {
		return
	}
	line := Option{Name: optionHostname, Value: name, Pos: o.pos}
	o.lines = append(o.lines, line)
	o.shown.insert(slices.IndexFunc(o.shown, asks)+1, line)
}
