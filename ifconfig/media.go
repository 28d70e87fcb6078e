package ifconfig

import "strings"

// ports are the connectors of struct ifmap with the names that `media` takes;
// the first is the one that is shown.
var ports = [...][]string{
	{"unknown"},
	{"10base2", "bnc", "coax"},
	{"10baseT", "utp", "tpe"},
	{"AUI", "thick", "db15"},
	{"100baseT"},
	{"100baseTX"},
	{"100baseFX"},
}

// portName is how listings call a connector; numbers without a name are as
// unknown as 0.
func portName(port uint8) string {
	if int(port) >= len(ports) {
		port = 0
	}
	return ports[port][0]
}

// portByName finds a connector by one of its names, in any case.
func portByName(name string) (port uint8, ok bool) {
	for port, names := range ports {
		for _, n := range names {
			if strings.EqualFold(n, name) {
				return uint8(port), true
			}
		}
	}
	return 0, false
}
