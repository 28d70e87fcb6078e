package ioctltest

// LockLabels is ioctl's. Nobody else is there to be kept away.
func (c *Conn) LockLabels() (unlock func()) { return func() {} }
