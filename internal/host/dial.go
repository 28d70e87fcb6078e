package host

import "classicnet/ioctl"

// Dial opens a socket of an address family as the Kernel that a tool declares.
// kernel is the conversion: a nil *ioctl.Conn must not become a Kernel that isn't
// nil.
func Dial[K any](family int, kernel func(*ioctl.Conn) K) (none K, err error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return none, err
	}
	return kernel(c), nil
}
