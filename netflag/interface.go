package netflag

// Interface are the flags of an interface, IFF_ of netdevice(7): the 16 bits of
// SIOCGIFFLAGS.
type Interface uint16

// The bits of Interface.
const (
	Up           Interface = 0x1    // switched on
	Broadcast    Interface = 0x2    // it has a broadcast address
	Debug        Interface = 0x4    // the driver is to tell more
	Loopback     Interface = 0x8    // what is sent comes back: lo
	PointToPoint Interface = 0x10   // there is one other end
	NoTrailers   Interface = 0x20   // no trailers, when there were such
	Running      Interface = 0x40   // up, and the link is there
	NoARP        Interface = 0x80   // neighbours need no resolution
	Promisc      Interface = 0x100  // it takes frames of all addresses
	AllMulti     Interface = 0x200  // it takes frames of all groups
	Master       Interface = 0x400  // a bond, or another that sends by slaves
	Slave        Interface = 0x800  // one of a Master
	Multicast    Interface = 0x1000 // it takes part in groups
	PortSelect   Interface = 0x2000 // its connector can be chosen
	AutoMedia    Interface = 0x4000 // it finds its connector itself
	Dynamic      Interface = 0x8000 // its address is lost when it goes down
)

// interfaceWords are in the order of ifconfig's listing. SLAVE stands before
// MASTER, as it always has. PortSelect and AutoMedia have no name.
var interfaceWords = [...]struct {
	flag Interface
	word string
}{
	{Up, "UP"}, {Broadcast, "BROADCAST"}, {Debug, "DEBUG"}, {Loopback, "LOOPBACK"},
	{PointToPoint, "POINTOPOINT"}, {NoTrailers, "NOTRAILERS"}, {Running, "RUNNING"},
	{NoARP, "NOARP"}, {Promisc, "PROMISC"}, {AllMulti, "ALLMULTI"}, {Slave, "SLAVE"},
	{Master, "MASTER"}, {Multicast, "MULTICAST"}, {Dynamic, "DYNAMIC"},
}

// Cut takes the first name off, in ifconfig's order; it is "" where no bit that is
// left has one.
func (f Interface) Cut() (word string, rest Interface) {
	for i := range interfaceWords {
		if w := &interfaceWords[i]; f&w.flag != 0 {
			return w.word, f &^ w.flag
		}
	}
	return "", 0
}

// Append appends the names of the bits with between in between.
func (f Interface) Append(b []byte, between byte) []byte {
	first := len(b)
	for word, rest := f.Cut(); word != ""; word, rest = rest.Cut() {
		if len(b) > first {
			b = append(b, between)
		}
		b = append(b, word...)
	}
	return b
}

// String is what ifconfig shows: "UP BROADCAST RUNNING MULTICAST", and
// "[NO FLAGS]" for 0.
func (f Interface) String() string {
	if f == 0 {
		return "[NO FLAGS]"
	}
	return string(f.Append(nil, ' '))
}
