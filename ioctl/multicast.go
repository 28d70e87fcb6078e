package ioctl

// AddMulticast makes the device listen to a link-layer group (SIOCADDMULTI). It
// counts: a group is left as often as it was joined by this request. EINVAL: the
// device has no groups; ENODEV: no such interface.
func (c *Conn) AddMulticast(name string, group [14]byte) error {
	return c.multicast(idAddMulticast, name, group)
}

// DelMulticast is the opposite of AddMulticast (SIOCDELMULTI). ENOENT: the device
// doesn't listen to the group.
func (c *Conn) DelMulticast(name string, group [14]byte) error {
	return c.multicast(idDelMulticast, name, group)
}

// multicast sends a struct sockaddr whose family the kernel wants to be
// AF_UNSPEC.
func (c *Conn) multicast(id requestID, name string, group [14]byte) error {
	var addr Sockaddr
	copy(addr.Data(), group[:])
	return c.setSockaddr(id, name, addr)
}
