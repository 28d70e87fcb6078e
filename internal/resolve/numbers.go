package resolve

import "encoding/binary"

// ServiceName is the name in /etc/services of a port ("tcp", "udp" ... is the
// protocol). Of several lines the first counts. It doesn't touch Last, and nor
// do the look-ups below.
func (r *Resolver) ServiceName(port uint16, protocol string) (string, bool) {
	var room [32]byte
	return r.inFiles(servicesLine, serviceNames, appendServiceKey(room[:0], port, protocol))
}

// AskService announces a ServiceName: in a long file those that were announced
// are looked for together.
func (r *Resolver) AskService(port uint16, protocol string) {
	var room [32]byte
	r.announce(servicesLine, serviceNames, appendServiceKey(room[:0], port, protocol))
}

// ProtocolName is the name in /etc/protocols of an IP protocol's number.
func (r *Resolver) ProtocolName(number uint8) (string, bool) {
	return r.inFiles(protocolsLine, protocolNames, binary.BigEndian.AppendUint32(nil, uint32(number)))
}

// UserName is the name in /etc/passwd of a user's number.
func (r *Resolver) UserName(uid uint32) (string, bool) {
	return r.inFiles(usersLine, userNames, binary.BigEndian.AppendUint32(nil, uid))
}

// AskUser announces a UserName.
func (r *Resolver) AskUser(uid uint32) {
	r.announce(usersLine, userNames, binary.BigEndian.AppendUint32(nil, uid))
}

// inFiles looks up a key where nsswitch.conf has files among the sources.
func (r *Resolver) inFiles(line, book int, key []byte) (string, bool) {
	if !r.order().files[line] {
		return "", false
	}
	name, why := r.books[book].find(key)
	return name, why == NoError
}

// announce tells that a key will be looked up.
func (r *Resolver) announce(line, book int, key []byte) {
	if r.order().files[line] {
		r.books[book].ask(key)
	}
}
