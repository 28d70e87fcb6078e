package arp

import (
	"classicnet/internal/netaddr"
	"classicnet/ioctl"
)

// appendBSD appends a line in the style of BSD.
func (s *style) appendBSD(b []byte, r *row) []byte {
	name := r.name
	if name == "" {
		name = "?"
	}
	b = append(append(b, name...), " ("...)
	b = append(netaddr.Append4(b, r.IP), ") at "...)
	switch {
	case r.is(ioctl.ARPComplete):
		b = append(append(b, r.HWAddr...), " ["...)
		b = append(append(b, s.typeName(r.Type)...), "] "...)
	case r.is(ioctl.ARPPublish):
		b = append(append(b, s.proxy...), ' ')
	default:
		b = append(b, "<incomplete> "...)
	}
	if mask := r.mask(); mask != "" {
		b = append(append(append(b, "netmask "...), mask...), ' ')
	}
	b = append(s.appendWords(b, r), "on "...)
	return append(append(b, r.Device...), '\n')
}

func (s *style) appendWords(b []byte, r *row) []byte {
	start := len(b)
	for i := range flagWords {
		f := &flagWords[i]
		word := f.word
		if word == "" || !r.is(f.flag) || s.quiet && !f.quiet {
			continue
		}
		if f.flag == ioctl.ARPPublish {
			word = s.published
		}
		b = append(append(b, word...), ' ')
	}
	if len(b) == start && s.quiet {
		b = append(b, ' ')
	}
	return b
}
