package resolve

import (
	"encoding/binary"
	"net/netip"
	"testing"
)

// routedDNS is a fakeDNS on a machine that has routes.
type routedDNS struct {
	fakeDNS
	from map[string]string
}

func (d *routedDNS) SourceOf(to netip.Addr) (netip.Addr, bool) {
	a, err := netip.ParseAddr(d.from[to.String()])
	return a, err == nil
}

// box is a machine with addresses and default routes.
func box(services string) (*Resolver, *routedDNS) {
	f := etc("10.0.0.99 byfile\n", "", services)
	f.content["/proc/sys/kernel/hostname"] = "Box.example\n"
	f.content["/proc/net/route"] = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n" +
		"v0\t00000000\t" + native("10.0.0.254") + "\t0003\t0\t0\t100\t00000000\t0\t0\t0\n" +
		"v1\t00000000\t" + native("10.1.0.254") + "\t0003\t0\t0\t50\t00000000\t0\t0\t0\n" +
		"v2\t00000000\t00000000\t0001\t0\t0\t1\t00000000\t0\t0\t0\n" +
		"v0\t" + native("10.0.0.0") + "\t" + native("10.9.9.9") + "\t0003\t0\t0\t0\t" + native("255.0.0.0") + "\t0\t0\t0\n"
	f.content["/proc/net/ipv6_route"] = "00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000009 00000400 00000001 00000000 00000003 v0\n" +
		"20010db8000000000000000000000000 40 00000000000000000000000000000000 00 fe800000000000000000000000000008 00000400 00000001 00000000 00000003 v0\n"
	f.content["/proc/net/fib_trie"] = "Local:\n|-- 127.0.0.1\n/32 host LOCAL\n|-- 169.254.3.3\n/32 host LOCAL\n|-- 10.1.0.1\n/32 host LOCAL\n|-- 10.0.0.1\n/32 host LOCAL\n"
	f.content["/proc/net/if_inet6"] = "00000000000000000000000000000001 01 80 10 80 lo\nfe800000000000000000000000000001 02 40 20 80 v0\n20010db8000000000000000000000001 02 40 00 80 v0\n"
	d := &routedDNS{fakeDNS{records: map[string]any{"box.example A": "192.0.2.66", "10.0.0.254 PTR": "gw.example"}},
		map[string]string{"10.1.0.254": "10.1.0.1", "10.0.0.254": "10.0.0.1", "fe80::9": "2001:db8::1"}}
	return New(f.open, d), d
}

// native is an address as the kernel writes it into /proc/net/route.
func native(text string) string {
	const digits = "0123456789ABCDEF"
	a := netip.MustParseAddr(text).As4()
	word := binary.NativeEndian.Uint32(a[:])
	var b []byte
	for shift := 28; shift >= 0; shift -= 4 {
		b = append(b, digits[word>>shift&15])
	}
	return string(b)
}

// Names of this machine and its gateways need no server, forward or back.
func TestMachineNames(t *testing.T) {
	for _, services := range []string{"files myhostname dns", "files dns myhostname", "resolve [!UNAVAIL=return] dns"} {
		for name, want := range map[string]string{
			"_gateway": "10.1.0.254", "_GATEWAY.": "10.1.0.254", "_outbound": "10.1.0.1",
			"box.example": "10.0.0.1", "BOX.EXAMPLE": "10.0.0.1", "box": "none",
			"localhost": "127.0.0.1", "a.localhost": "127.0.0.1", "localhost.localdomain": "127.0.0.1", "notlocalhost": "none",
			"_localdnsstub": "127.0.0.53", "_localdnsproxy": "127.0.0.54", "byfile": "10.0.0.99",
		} {
			r, d := box(services)
			if got := show(r.Inet(name, true)); got != want {
				t.Errorf("%s: %s is %s, want %s", services, name, got, want)
			}
			if want != "none" && len(d.log) > 0 {
				t.Errorf("%s: %s asked %v", services, name, d.log)
			}
		}
		for name, want := range map[string]string{"_gateway": "fe80::9", "_outbound": "2001:db8::1", "box.example": "2001:db8::1", "localhost": "::1"} {
			r, _ := box(services)
			if a, _, ok := r.Inet6(name); !ok || a.String() != want {
				t.Errorf("%s: %s is %v, want %s", services, name, a, want)
			}
		}
		for a, want := range map[string]string{
			"10.0.0.254": "_gateway", "10.1.0.254": "_gateway", "fe80::9": "_gateway", "10.0.0.1": "Box.example", "169.254.3.3": "Box.example",
			"2001:db8::1": "Box.example", "127.0.0.2": "Box.example", "127.0.0.1": "localhost", "::1": "localhost", "10.9.9.9": "", "10.0.0.99": "byfile",
		} {
			r, d := box(services)
			if got, _ := r.HostName(nil, addr(a)); got != want {
				t.Errorf("%s: %s is %q, want %q", services, a, got, want)
			}
			if want != "" && len(d.log) > 0 {
				t.Errorf("%s: %s asked %v", services, a, d.log)
			}
		}
	}
	r, d := box("files dns")
	if got := show(r.Inet("_gateway", true)); got != "none" || len(d.log) == 0 {
		t.Errorf("without myhostname: %s", got)
	}
}

// A machine without addresses, routes or name.
func TestEmptyMachine(t *testing.T) {
	f := etc("", "", "myhostname")
	r := New(f.open, nil)
	for _, name := range []string{"_gateway", "_outbound", "box", ""} {
		if got := show(r.Inet(name, true)); got != "none" || r.Last() != NoHost {
			t.Errorf("%q: %s, %v", name, got, r.Last())
		}
	}
	if name, ok := r.HostName(nil, addr("127.0.0.2")); ok {
		t.Errorf("%q", name)
	}
	f.content["/proc/sys/kernel/hostname"] = "box\n"
	r = New(f.open, nil)
	if got := show(r.Inet("box", true)); got != "127.0.0.2" {
		t.Errorf("%s", got)
	}
	f.content["/proc/sys/kernel/hostname"] = "(none)\n"
	r = New(f.open, nil)
	if got := show(r.Inet("(none)", true)); got != "none" {
		t.Errorf("%s", got)
	}
}
