package ioctltest

// LockLabels is ioctl's. Nobody else is there to be kept away: that there is a
// lock, and that it is let go, stands in the log.
func (c *Conn) LockLabels() (unlock func()) {
	_ = c.kernel().note("lock", "", "labels")
	return func() { _ = c.kernel().note("unlock", "", "labels") }
}
