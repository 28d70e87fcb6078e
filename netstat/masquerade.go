package netstat

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"classicnet/internal/frame"
	"classicnet/internal/out"
	"classicnet/procnet"
)

const masqueradeFile = "/proc/net/ip_masquerade"

// masqueradeProtocols are those that the kernel masqueraded, as it writes them.
var masqueradeProtocols = [...]string{"IP", "TCP", "UDP", "ICMP", "GRE", "ESP"}

// listMasquerade lists the masqueraded connections, and returns the status.
func (c *command) listMasquerade() int {
	l := &listing{command: c, naming: c.newNames()}
	defer l.naming.close()
	l.begin()
	defer l.end()
	f, err := c.Open(masqueradeFile)
	if errors.Is(err, fs.ErrNotExist) {
		c.Out.Errorf("netstat: no support for `ip_masquerade' on this system.\n")
		return statusFailed
	}
	if err != nil {
		c.Out.Errorf("%s: %s\n", masqueradeFile, frame.Reason(err))
		return statusUnreadable
	}
	defer f.Close() //nolint:errcheck // it was read
	previous, rows := procnet.Masquerade(f)
	var all []procnet.Masqueraded
	for m, err := range rows {
		if wrong := wrongMasquerade(&m, err); wrong != "" {
			c.Out.Errorf("%s\n", wrong)
			return statusUnreadable
		}
		all = append(all, m)
	}
	l.masquerade(all, previous())
	return statusOK
}

// wrongMasquerade is what the classic tool says of a line that can't be read: it
// shows nothing then.
func wrongMasquerade(m *procnet.Masqueraded, err error) string {
	malformed, isLine := err.(*procnet.LineError)
	switch {
	case errors.Is(err, procnet.ErrEmpty):
		return "masq_info: Internal Error `fgets() failed'."
	case isLine && malformed.Skipped:
		return "masq_info.c: Internal Error `ip_masquerade format error'."
	case err != nil && !isLine:
		return masqueradeFile + ": " + frame.Reason(err)
	}
	for _, word := range masqueradeProtocols {
		if m.Protocol == word {
			return ""
		}
	}
	return "masq_info.c: Internal Error `ip_masquerade unknown type'."
}

func (l *listing) masquerade(all []procnet.Masqueraded, previous bool) {
	if len(all) > 0 && l.json == nil {
		l.Out.WriteString(l.masqueradeTitle()) //nolint:errcheck // Close tells
	}
	for i := range all {
		m := &all[i]
		l.naming.askHost(m.From.Addr())
		l.naming.askHost(m.To.Addr())
	}
	for i := range all {
		b := l.Out.AvailableBuffer()
		if l.json != nil {
			b = l.json.masqueraded(b, &all[i], previous)
		} else {
			b = l.appendMasqueraded(b, &all[i], previous)
		}
		if _, err := l.Out.Write(b); err != nil {
			return
		}
	}
}

func (l *listing) masqueradeTitle() string {
	const end = " source               destination          ports\n"
	if l.options.extended() {
		return "IP masquerading entries\nprot   expire    initseq delta prevd" + end
	}
	return "IP masquerading entries\nprot   expire" + end
}

func (l *listing) appendMasqueraded(b []byte, m *procnet.Masqueraded, previous bool) []byte {
	protocol := strings.ToLower(m.Protocol)
	b = out.AppendLeft(b, protocol, 4)
	minutes, rest := m.Expires/6000, m.Expires%6000
	b = append(out.AppendRightUint(b, minutes, 3), ':')
	if rest < 1000 {
		b = append(b, '0')
	}
	b = append(appendHundredths(b, rest), ' ')
	if l.options.extended() {
		b = append(out.AppendRightUint(b, uint64(m.Sequence), 10), ' ')
		b = append(out.AppendRightInt(b, int64(m.Delta), 5), ' ')
		if previous {
			b = out.AppendRightInt(b, int64(m.PrevDelta), 5)
		} else {
			b = append(b, "    -"...)
		}
		b = append(b, ' ')
	}
	start := len(b)
	b = append(out.PadRight(l.naming.appendAddr(b, m.From.Addr()), start, 20), ' ')
	start = len(b)
	b = append(out.PadRight(l.naming.appendAddr(b, m.To.Addr()), start, 20), ' ')
	b = l.naming.appendPort(b, m.From.Port(), protocol)
	b = l.naming.appendPort(append(b, " -> "...), m.To.Port(), protocol)
	b = strconv.AppendUint(append(b, " ("...), uint64(m.Port), 10)
	return append(b, ")\n"...)
}
