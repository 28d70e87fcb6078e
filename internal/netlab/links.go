package netlab

import "fmt"

// Veth makes a veth pair: name, down and with the address mac, in the lab; the
// other end is up in the second namespace, under the name that is returned. As
// that is longer, name has 13 bytes at most.
func (l *Lab) Veth(name, mac string) (peer string) {
	l.t.Helper()
	l.Peer()
	peer = "p-" + name
	l.Sh(fmt.Sprintf(`ip link add name %s address %s type veth peer name %s netns $PEERNS
nsenter -t $PEERNS -n ip link set %s up`, name, mac, peer, peer))
	return peer
}

// Tun makes a persistent tun device, down and without carrier, of a link type:
// a name that mktun knows ("slip", "ppp") or an ARPHRD number.
func (l *Lab) Tun(name, linkType string) {
	l.t.Helper()
	l.Sh(fmt.Sprintf("mktun %s %s", name, linkType))
}

// Tap is Tun for a tap device with the Ethernet address mac. The address is set
// before the link type, which may have addresses of another length or none.
func (l *Lab) Tap(name, linkType, mac string) {
	l.t.Helper()
	l.Sh(fmt.Sprintf("mktun %s %s %s", name, linkType, mac))
}
