package ifupdown

import (
	"slices"
	"strings"
	"testing"
)

// zeros are what templates leave in stanzas for v0, and other values that mean
// nothing or less than they seem to.
var zeros = [...]string{
	"inet static\n address 10.0.0.1/24\n gateway 0.0.0.0\n",
	"inet static\n address 10.0.0.1/24\n gateway 10.0.0.9\n metric 0\n",
	"inet static\n address 10.0.0.1\n netmask 0.0.0.0\n",
	"inet static\n address 10.0.0.1\n netmask 0\n gateway 10.0.0.9\n",
	"inet static\n address 10.0.0.1/24\n broadcast 0.0.0.0\n",
	"inet static\n address 10.0.0.1/24\n broadcast 255.255.255.255\n",
	"inet static\n address 10.0.0.1/24\n pointopoint 0.0.0.0\n gateway 10.0.0.9\n",
	"inet static\n address 10.0.0.1/24\n pointopoint 0.0.0.0\n gateway 0.0.0.0\n",
	"inet static\n address 10.0.0.0/24\n",
	"inet static\n address 0.0.0.0\n netmask 0.0.0.0\n gateway 0.0.0.0\n broadcast 0.0.0.0\n",
	"inet static\n address 0.0.0.0\n netmask 0.0.0.0\n gateway 10.0.0.9\n",
	"inet static\n address 0.0.0.0/0\n broadcast +\n",
	"inet static\n address 0\n netmask 0\n",
	"inet static\n address 0.0.0.0\niface v0 inet static\n address 10.0.0.1/24\n gateway 10.0.0.2\n",
	"inet static\n address 10.0.0.1/24\n dns-nameservers 0.0.0.0\n",
	"inet6 static\n address ::/64\n dad-attempts 0\n",
	"inet6 static\n address 2001:db8::1/64\n gateway ::\n dad-attempts 0\n",
	"inet6 static\n address 2001:db8::1\n netmask 0\n gateway 2001:db8::9\n dad-attempts 0\n",
	"inet6 static\n address 2001:db8::1/64\n gateway 2001:db8::9\n metric 0\n dad-attempts 0\n",
	"inet6 static\n address 2001:db8::1/64\n mtu 0\n dad-attempts 0\n",
	"inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n dad-interval 0\n",
	"inet6 static\n address 2001:db8::1/64\n dad-attempts 5\n dad-interval 0\n",
	"inet6 manual\n mtu 0\n",
	"inet6 auto\n mtu 0\n accept_ra 0\n autoconf 0\n privext 0\n",
}

// metrics are two defaults by one gateway.
var metrics = [...]string{
	"inet static\n address 10.0.0.1/24\n gateway 10.0.0.254\niface v0:1 inet static\n address 10.0.0.2/24\n gateway 10.0.0.254\n metric 50\n",
	"inet static\n address 10.0.0.1/24\n gateway 10.0.0.254\n metric 10\niface v0:1 inet static\n address 10.0.0.2/24\n gateway 10.0.0.254\n",
}

// halves are those with which Debian's fails behind the address, and ours before
// it.
var halves = [...]string{
	"inet static\n address 10.0.0.1/24\n mtu 0\n",
	"inet static\n address 10.0.0.1/24\n hwaddress ether 00:00:00:00:00:00\n",
	"inet static\n address 10.0.0.1/24\n hwaddress 0\n",
	"inet manual\n mtu 0\n hwaddress 00:00:00:00:00:00\n",
}

// Where Debian's comes up with zeros ours does, with the same addresses and routes,
// and where it doesn't ours doesn't, and leaves no more.
func TestDebiansZeros(t *testing.T) {
	t.Parallel()
	l, folder := besideDebian(t)
	same := slices.Concat(zeros[:], metrics[:])
	for i, text := range slices.Concat(same, halves[:]) {
		ours, said := raised(l, "our", "", "iface v0 "+text)
		theirs, theySaid := raised(l, folder, "", "iface v0 "+text)
		a, b := plainTable(ours), plainTable(theirs)
		if i >= len(same) {
			b = slices.DeleteFunc(b, isTable)
		}
		if strings.Contains(said, "status ") != strings.Contains(theySaid, "status ") || !slices.Equal(a, b) {
			t.Errorf("%sours:\n%s\n%sDebian's:\n%s\n%s", text, strings.Join(a, "\n"), said, strings.Join(b, "\n"), theySaid)
		}
	}
}
