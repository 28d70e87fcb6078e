package dns

import (
	"net/netip"
	"strings"
	"testing"
)

// FuzzReply: whatever comes back, a look-up ends, and addresses are of the
// family that was asked for.
func FuzzReply(f *testing.F) {
	for _, reply := range []string{
		good, "%N\x83\x80" + good[4:], head + "%Q" + answerA[:9], "", "%N",
		head + "%Q" + "\xc0\x0c\x00\x05\x00\x01\x00\x00\x00\x3c\x00\x02\xc0\x0c",
		head + "%Q" + "\xc0\x0c\x00\x0c\x00\x01\x00\x00\x00\x3c\x00\x04\x02a.\x00",
		head + "%Q" + "\xc0\xff\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04\xc0\x00\x02\x01",
	} {
		f.Add(reply, false)
		f.Add(reply, true)
	}
	f.Fuzz(func(t *testing.T, reply string, v6 bool) {
		dial := func(network string, _ netip.AddrPort) (conn, error) {
			return &script{network: network, says: []string{reply}}, nil
		}
		service := newService(resolvConf("options attempts:1\n"), unset, dial)
		list, err := service.LookupIP(nil, "x.test.", v6)
		for _, a := range list {
			if a.Is6() != v6 {
				t.Errorf("%q: %v", reply, a)
			}
		}
		if (err == nil) != (len(list) > 0) {
			t.Errorf("%q: %v, %v", reply, list, err)
		}
		service.LookupName(nil, netip.MustParseAddr("192.0.2.1")) //nolint:errcheck // it ends
	})
}

// FuzzConfig: whatever resolv.conf says, there are a server and a name to ask
// for, and few of the first.
func FuzzConfig(f *testing.F) {
	f.Add("nameserver 192.0.2.1\nsearch a b\noptions ndots:2 timeout:1 attempts:3 use-vc\n", "x.y")
	f.Add("domain .\nnameserver fe80::1%lo\n", "x")
	f.Fuzz(func(t *testing.T, text, name string) {
		c := readConfig(resolvConf(text), unset)
		list, whole := c.names(name)
		if len(c.servers) < 1 || len(c.servers) > maxServers || c.attempts < 1 || c.timeout <= 0 {
			t.Errorf("%q: %s", text, c)
		}
		if len(list) == 0 || whole && strings.TrimSuffix(list[0], ".") != strings.TrimSuffix(name, ".") {
			t.Errorf("%q, %q: %q, %v", text, name, list, whole)
		}
	})
}
