package netflag

import (
	"fmt"
	"testing"
)

// Each type prints what its tool shows.
func TestString(t *testing.T) {
	for _, test := range []struct {
		flags fmt.Stringer
		want  string
	}{
		{Interface(0), "[NO FLAGS]"},
		{Up | Broadcast | Running | Multicast, "UP BROADCAST RUNNING MULTICAST"},
		{Up | Loopback | Running, "UP LOOPBACK RUNNING"},
		{Master | Slave, "SLAVE MASTER"},
		{PortSelect | AutoMedia, ""},
		{^Interface(0), "UP BROADCAST DEBUG LOOPBACK POINTOPOINT NOTRAILERS RUNNING NOARP PROMISC ALLMULTI SLAVE MASTER MULTICAST DYNAMIC"},
		{Route(0), ""},
		{RouteUp | RouteGateway, "UG"},
		{RouteUp | RouteHost, "UH"},
		{RouteUp | RouteReject | RouteHost | RouteGateway, "!H"},
		{RouteUp | RouteDynamic | RouteModified | RouteReinstate, "URDM"},
		{ARP(0), ""},
		{ARPComplete, "C"},
		{ARPComplete | ARPPermanent, "CM"},
		{ARPPermanent | ARPPublish | ARPHasNetmask, "MP"},
		{^ARP(0), "CMPA!T"},
	} {
		if got := test.flags.String(); got != test.want {
			t.Errorf("%#v: %q, want %q", test.flags, got, test.want)
		}
	}
}

// What has no name is no word.
func TestCut(t *testing.T) {
	word, rest := (Broadcast | Up | PortSelect).Cut()
	if word != "UP" || rest != Broadcast|PortSelect {
		t.Errorf("%q and %#x", word, uint16(rest))
	}
	if word, _ := PortSelect.Cut(); word != "" {
		t.Errorf("%q", word)
	}
}
