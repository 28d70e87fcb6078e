package ioctl

import "unsafe"

// dataRequest is struct ifreq whose union is ifr_data, a pointer. It is a type
// of its own so that the garbage collector sees what the kernel is led to.
type dataRequest struct {
	name [nameSize]byte
	data unsafe.Pointer
	_    [unionSize - pointerSize]byte
}

// callData carries out a request on name whose argument is reached through
// ifr_data.
func (c *Conn) callData(id requestID, name string, data unsafe.Pointer) error {
	if err := checkName(name); err != nil {
		return failure(id.name, name, err)
	}
	arg := dataRequest{data: data}
	copy(arg.name[:nameSize-1], name)
	return c.call(id, name, unsafe.Pointer(&arg))
}
