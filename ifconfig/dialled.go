package ifconfig

import "classicnet/ioctl"

// dialled calls act with a Source that has a socket of its own, for one that has
// none. The error is why there is no socket; act isn't called then.
func (s *Source) dialled(act func(*Source)) error {
	c, err := ioctl.Open()
	if err != nil {
		return err
	}
	defer c.Close() //nolint:errcheck // nothing is buffered
	with := *s
	with.Kernel = c
	act(&with)
	return nil
}
