package netlab

// ForgetProxies deletes the neighbours that are answered for without a device, as
// `arp -s HOST ADDRESS pub` makes them, by the arp of the lab's PATH. The kernel
// keeps them when the lab's namespace ends, and shows them in a later one that
// happens to lie in memory where that lay.
func (l *Lab) ForgetProxies() {
	l.Do(Command{Args: []string{"/bin/sh"}, Stdin: `
while read -r address type flags hardware mask device; do
	[ "$device" != '*' ] || arp -d "$address" pub
done </proc/net/arp`})
}
