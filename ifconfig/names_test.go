package ifconfig

import (
	"errors"
	"net/netip"
	"testing"

	"classicnet/tool"

	"classicnet/ioctl/ioctltest"
)

// zone is a name server: an address or an error for a name, and ErrNoName.
type zone map[string]any

func (z zone) LookupIP(_ <-chan struct{}, name string, _ bool) ([]netip.Addr, error) {
	switch answer := z[name].(type) {
	case string:
		return []netip.Addr{netip.MustParseAddr(answer)}, nil
	case error:
		return nil, answer
	}
	return nil, tool.ErrNoName
}

func (z zone) LookupName(<-chan struct{}, netip.Addr) (string, error) {
	return "", tool.ErrNoName
}

// named runs the command where names are looked up in files, then by DNS.
func named(k *ioctltest.Kernel, hosts string, args string) *terminal {
	f, t := etc(), &terminal{}
	f["/etc/nsswitch.conf"] = "hosts: " + hosts + "\nnetworks: files\n"
	f["/etc/networks"] = "loopback 127.0.0.0 back\ntens 10\n"
	e := t.env(k, f)
	e.DNS = zone{"gate": "10.0.0.254", "six": tool.ErrNoAddress, "dead": errors.New("i/o timeout"), "empty": tool.ErrNoAddress}
	t.status = Main(e, append([]string{"ifconfig"}, words(args)...))
	return t
}

// The text of each reason, behind the name.
func TestReasons(t *testing.T) {
	for _, r := range []struct{ hosts, args, says string }{
		{"files dns", "eth0 netmask nohost", "nohost: Unknown host\n1\n"},
		{"files dns", "eth0 netmask dead", "dead: Host name lookup failure\n1\n"},
		{"files dns", "eth0 netmask six", "six: No address associated with name\n1\n"},
		{"", "eth0 netmask nohost", "nohost: Resolver internal error\n1\n"},
		{"files dns", "eth0 add ::g", "::g: Resolver Error 0 (no error)\n1\n"},
		{"files dns", "eth0 netmask -a", "-a: Unknown host\n1\n"},
		{"files dns", "eth0 netmask A=1", "A=1: Unknown host\n1\n"},
		{"files dns", "eth0 netmask 256.1.1.1", "256.1.1.1: Unknown host\n1\n"},
		{"files dns", "eth0 netmask 1.2.3.4/24", "1.2.3.4/24: Unknown host\n1\n"},
		{"files dns", "eth0 netmask ''", "Unknown host\n1\n"},
		{"files dns", "eth0 add ''", "Unknown host\n1\n"},
		{"files", "eth0 netmask dead", "dead: Unknown host\n1\n"},
		{"files dns", "eth0 dead", "dead: Host name lookup failure\n" + help + "1\n"},
		{"files dns", "eth0 six/24", "six: No address associated with name\n" + help + "1\n"},
		{"files dns", "eth0 inet6 dead", "getaddrinfo: dead: -3\ndead: Host name lookup failure\n" + help + "1\n"},
		{"files dns", "eth0 inet6 nohost", "getaddrinfo: nohost: -2\nnohost: Unknown host\n" + help + "1\n"},
	} {
		k := upCard()
		if got := named(k, r.hosts, r.args); got.String() != r.says || changes(k) != "" {
			t.Errorf("hosts: %s; %s: %s%s", r.hosts, r.args, got, k)
		}
	}
}

// A word that asks no resolver has the reason of the last one that did.
func TestStaleReason(t *testing.T) {
	for args, says := range map[string]string{
		"eth0 netmask dead add ::g":            "dead: Host name lookup failure\n::g: Host name lookup failure\n1\n",
		"eth0 netmask six tunnel 1.2.3.4":      "six: No address associated with name\n1.2.3.4: No address associated with name\n1\n",
		"eth0 dstaddr nohost pointopoint tens": "nohost: Unknown host\ntens: Unknown host\n1\n",
		"eth0 netmask 255.0.0.0 add ::g":       "::g: Resolver Error 0 (no error)\n1\n",
		"eth0 netmask '' add ::g":              "Unknown host\n::g: Unknown server error\n1\n",
	} {
		if got := named(upCard(), "files dns", args); got.String() != says {
			t.Errorf("%s: %s", args, got)
		}
	}
}

// What may stand for an IPv4 address, wherever one is read.
func TestAddressTexts(t *testing.T) {
	for text, want := range map[string]string{
		"10.0.0.5":        "10.0.0.5",
		"10.1":            "10.0.0.1",
		"10.1.2":          "10.1.0.2",
		"167772165":       "10.0.0.5",
		"0x0a000005":      "10.0.0.5",
		"012.0.0.05":      "10.0.0.5",
		"10.0.0.5~junk":   "10.0.0.5",
		"0":               "0.0.0.0",
		"nine":            "10.0.0.9",
		"NINE":            "10.0.0.9",
		"gate":            "10.0.0.254",
		"default":         "0.0.0.0",
		"tens":            "10.0.0.0",
		"BACK":            "127.0.0.0",
		"255.255.255.255": "255.255.255.255",
	} {
		for word, request := range map[string]string{
			"netmask": "SIOCSIFNETMASK", "broadcast": "SIOCSIFBRDADDR", "dstaddr": "SIOCSIFDSTADDR", "": "SIOCSIFADDR",
		} {
			k := upCard()
			k.Accept("SIOCSIFNETMASK") // with holes, too
			got := named(k, "files dns", "eth0 "+word+" "+text)
			if first := request + " eth0 " + want; got.String() != "0\n" || firstChange(k) != first {
				t.Errorf("%s %s: %s%s", word, text, got, k)
			}
		}
	}
}

// The peer of a link is no network.
func TestPeerIsNoNetwork(t *testing.T) {
	for text, says := range map[string]string{
		"gate": "0\n", "nine": "0\n", "0.0.0.0": "0\n",
		"default": "default: Resolver Error 0 (no error)\n1\n",
		"tens":    "tens: Resolver Error 0 (no error)\n1\n",
		"back":    "back: Resolver Error 0 (no error)\n1\n",
	} {
		for _, word := range []string{"pointopoint", "pointtopoint"} {
			k := upCard()
			got := named(k, "files dns", "eth0 "+word+" "+text)
			if got.String() != says || (changes(k) == "") != (got.status == 1) {
				t.Errorf("%s %s: %s%s", word, text, got, k)
			}
		}
	}
}
