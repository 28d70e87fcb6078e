package netflag_test

import (
	"fmt"

	"classicnet/netflag"
)

// Flags print as the tools show them, and are tested by their bits.
func Example() {
	card := netflag.Up | netflag.Broadcast | netflag.Multicast
	fmt.Println(card, card&netflag.Running != 0)
	fmt.Println(netflag.RouteUp|netflag.RouteGateway, netflag.ARPComplete|netflag.ARPPermanent)
	fmt.Printf("%#x\n", uint16(card))
	// Output:
	// UP BROADCAST MULTICAST false
	// UG CM
	// 0x1003
}
