package ioctl

// SetRARP makes an entry of the kernel's RARP table: Addr and Hw (SIOCSRARP). Linux
// lost it in 2.3: ENOTTY.
func (c *Conn) SetRARP(e ARPEntry) error {
	_, err := c.arp(idSetRARP, e)
	return err
}

// DelRARP deletes the entry of an Addr (SIOCDRARP). Errors as SetRARP.
func (c *Conn) DelRARP(e ARPEntry) error {
	_, err := c.arp(idDelRARP, e)
	return err
}
