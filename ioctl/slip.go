package ioctl

// Keepalive returns a SLIP line's keepalive timeout in seconds
// (SIOCGKEEPALIVE, a private request of the slip driver). Other drivers refuse
// it, mostly with EOPNOTSUPP or EINVAL.
func (c *Conn) Keepalive(name string) (uint32, error) { return c.getUint32(idGetKeepalive, name) }

// SetKeepalive sets the keepalive timeout in seconds (SIOCSKEEPALIVE).
func (c *Conn) SetKeepalive(name string, seconds int32) error {
	return c.setPrivate(idSetKeepalive, name, seconds)
}

// Outfill returns a SLIP line's outfill timeout in seconds (SIOCGOUTFILL).
// Errors as Keepalive.
func (c *Conn) Outfill(name string) (uint32, error) { return c.getUint32(idGetOutfill, name) }

// SetOutfill sets the outfill timeout in seconds (SIOCSOUTFILL).
func (c *Conn) SetOutfill(name string, seconds int32) error {
	return c.setPrivate(idSetOutfill, name, seconds)
}

// setPrivate sends the number as ifr_data, a pointer-sized word.
func (c *Conn) setPrivate(id requestID, name string, v int32) error {
	if err := c.prepare(id, name); err != nil {
		return err
	}
	putLong(c.req.union(), uint64(int64(v)))
	return c.do(id, name)
}
