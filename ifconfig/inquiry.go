package ifconfig

import (
	"errors"
	"slices"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// inquiry is what a Source finds while it is asked, in one object: each size of objects
// that a start is the first to make costs it two pages.
type inquiry struct {
	Listing
	fetcher
	dev counters
	one [1]Interface // the room of a query's
}

// list is List of a Source that has a socket.
func (s *Source) list(all bool, detail Detail) *inquiry {
	q := new(inquiry)
	q.dev.read(s, "", &q.Listing)
	q.begin(s, "", detail, &q.Listing)
	labels := q.readLabels()
	names := slices.Grow(q.dev.names, len(labels))
	for _, label := range labels {
		names = append(names, label.Name)
	}
	// Two lists that mostly are in order: this sort makes more of that, with less code.
	slices.SortStableFunc(names, s.order())
	names = slices.Compact(names)
	q.Interfaces = make([]Interface, 0, len(names))
	for _, name := range names {
		if !all && q.isDown(name) {
			continue
		}
		if err := q.add(name); err != nil {
			q.refuse(name, err)
		}
	}
	q.Interfaces = append(q.Interfaces, q.strays...)
	return q
}

// query is Query of a Source that has a socket.
func (s *Source) query(name string, detail Detail) (*inquiry, error) {
	q := new(inquiry)
	q.Interfaces = q.one[:0]
	device := name
	if detail == Everything {
		device = s.deviceBehind(name)
	}
	q.dev.read(s, device, &q.Listing)
	q.begin(s, device, detail, &q.Listing)
	if device != name {
		q.alias = device
	}
	if detail == Everything {
		q.readLabels()
	}
	err := q.add(name)
	q.Interfaces = append(q.Interfaces, q.strays...)
	return q, err
}

// add fetches one more interface, unless the kernel refuses.
func (q *inquiry) add(name string) error {
	n := len(q.Interfaces)
	q.Interfaces = append(q.Interfaces, Interface{})
	ifc := &q.Interfaces[n]
	if err := q.fetch(ifc, name); err != nil {
		q.Interfaces = q.Interfaces[:n]
		return err
	}
	ifc.Stats = q.dev.stats(q.kernelName(name))
	return nil
}

// readLabels asks for all labels and their addresses. Where that is refused,
// the fetcher asks for each address.
func (q *inquiry) readLabels() []ioctl.InterfaceAddr {
	labels, err := q.kernel.Interfaces()
	if err != nil {
		q.ConfErr = err
		return nil
	}
	q.takeAddrs(labels)
	return labels
}

// refuse notes an interface that can't be listed. One that went away meanwhile
// isn't missed; a label that is still there and no interface is, as an address
// stands behind it.
func (q *inquiry) refuse(name string, err error) {
	if errors.Is(err, unix.ENODEV) {
		if !q.isLabel(name) {
			return
		}
		q.stray(name, q.conf.all[name])
	}
	q.Refused = append(q.Refused, Refusal{name, err})
}

// isLabel tells whether an address has the label now.
func (q *inquiry) isLabel(name string) bool {
	labels, err := q.kernel.Interfaces()
	return err == nil && slices.ContainsFunc(labels, func(l ioctl.InterfaceAddr) bool { return l.Name == name })
}
