package route

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/linkaddr"
	"classicnet/ioctl"
)

// x25Request is an X.25 route in the making.
type x25Request struct{ route ioctl.X25Route }

// editX25 adds or deletes an X.25 route.
func editX25(c *command, v verb, words []string) error {
	switch {
	case v == verbFlush:
		return misuse("Flushing `x25' routing table not supported")
	case c.options.Cache:
		return misuse("Modifying `x25' routing cache not supported")
	case v == verbHelp:
		return misuse("")
	case len(words) == 0:
		return misuse(noTarget)
	}
	digits, significant, err := linkaddr.X25Digits(words[0])
	if err != nil {
		return frame.Failed(words[0] + ": " + err.Error())
	}
	r := &x25Request{ioctl.X25Route{Address: digits, Digits: uint32(significant)}}
	if err := readWords(r, words[1:]); err != nil {
		return err
	}
	if r.route.Device == "" {
		return misuse("route: no interface given")
	}
	return c.send(unix.AF_X25, func(k Kernel) error { return r.send(k, v) })
}

// send hands the request to the kernel.
func (r *x25Request) send(k Kernel, v verb) error {
	if v == verbAdd {
		return routeError(v, k.AddX25Route(r.route))
	}
	return routeError(v, k.DelX25Route(r.route))
}

func (r *x25Request) step(k *keyword) func(string) error {
	if k.x25 == nil {
		return nil
	}
	return func(value string) error { return k.x25(r, value) }
}

// device takes an interface once.
func (r *x25Request) device(name string) error {
	if r.route.Device != "" {
		return twice("interface", name)
	}
	r.route.Device = name
	return nil
}
