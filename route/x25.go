package route

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/linkaddr"
)

// x25Request is an X.25 route in the making.
type x25Request struct{ iface string }

// editX25 reads an X.25 route. On a kernel without the family it ends with the
// socket's error; on others it isn't sent.
func editX25(c *command, v verb, words []string) error {
	switch {
	case v == verbFlush:
		return unable("Flushing `x25' routing table not supported", x25Usage)
	case c.options.Cache:
		return unable("Modifying `x25' routing cache not supported", x25Usage)
	case v == verbHelp || len(words) == 0:
		return misused(x25Usage)
	}
	if _, err := linkaddr.ParseX25(words[0]); err != nil {
		return unresolved(words[0]+": "+err.Error(), statusFailed)
	}
	r := &x25Request{}
	if err := readWords(r, words[1:]); err != nil {
		return err
	}
	if r.iface == "" {
		return misused(x25Usage)
	}
	return c.send(unix.AF_X25, func(Kernel) error { return routeError(v, unix.EOPNOTSUPP) })
}

func (r *x25Request) usage() usage { return x25Usage }

func (r *x25Request) step(k *keyword) func(string) error {
	if k.x25 == nil {
		return nil
	}
	return func(value string) error { return k.x25(r, value) }
}

// device takes an interface once.
func (r *x25Request) device(name string) error {
	if r.iface != "" {
		return misused(x25Usage)
	}
	r.iface = name
	return nil
}
