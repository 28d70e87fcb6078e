package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What ifquery prints of a stanza.
func TestQuery(t *testing.T) {
	for _, c := range []struct{ iface, options, want string }{
		{"a inet static", "address 192.168.1.1/24; gateway 192.168.1.254",
			"address: 192.168.1.1; gateway: 192.168.1.254; broadcast: 192.168.1.255; netmask: 255.255.255.0"},
		{"a inet static", "address 10.0.0.1/255.255.0.0", "address: 10.0.0.1; broadcast: 10.0.255.255; netmask: 255.255.0.0"},
		{"a inet static", "address 172.16.0.1", "address: 172.16.0.1; broadcast: 172.16.255.255; netmask: 255.255.0.0"},
		{"a inet static", "address 10.0.0.1/16; netmask 255.0.0.0", "address: 10.0.0.1; netmask: 255.0.0.0; broadcast: 10.255.255.255"},
		{"a inet static", "address 10.0.0.1; netmask 24", "address: 10.0.0.1; netmask: 24; broadcast: +"},
		{"a inet static", "broadcast -; address 10.0.0.1/20", "broadcast: 10.0.0.0; address: 10.0.0.1; netmask: 255.255.240.0"},
		{"a inet static", "address 10.0.0.1/31", "address: 10.0.0.1; broadcast: 255.255.255.255; netmask: 255.255.255.254"},
		{"a inet static", "address 10.0.0.1/32", "address: 10.0.0.1; broadcast: 10.0.0.1; netmask: 255.255.255.255"},
		{"a inet static", "address 10.0.0.1/0", "address: 10.0.0.1; broadcast: 255.255.255.255; netmask: 0.0.0.0"},
		{"a inet static", "address 10.0.0.1/33", "address: 10.0.0.1; broadcast: +; netmask: 33"},
		{"a inet static", "address 10.0.0.256/24", "address: 10.0.0.256; broadcast: +; netmask: 10.0.0.256/24"},
		{"a inet static", "netmask 255.0.0.0", "netmask: 255.0.0.0; broadcast: +"},
		{"a inet6 static", "address 2001:db8::1/64", "address: 2001:db8::1; autoconf: 0; preferred-lifetime: ; " +
			"dad-attempts: 60; dad-interval: 0.1; netmask: 64"},
		{"a inet6 static", "address 2001:db8::1; gateway fe80::1; dad-attempts 0", "address: 2001:db8::1; gateway: fe80::1; " +
			"dad-attempts: 0; autoconf: 0; preferred-lifetime: ; dad-interval: 0.1; netmask: ; accept_ra: 0"},
		{"a:0 inet6 static", "address 2001:db8::1/64; preferred-lifetime 100", "address: 2001:db8::1; " +
			"preferred-lifetime: 0; autoconf: 0; dad-attempts: 60; dad-interval: 0.1; netmask: 64"},
		{"a inet6 auto", "privext 2", "privext: 2; accept_ra: 2; request_prefix: 0; ll-attempts: 60; ll-interval: 0.1"},
		{"a inet6 6to4", "local 192.0.2.4", "local: 192.0.2.4; preferred-lifetime: ; hexaddress: c000:0204"},
		{"a inet manual", "hwaddress ether 02:00:00:00:00:01", "hwaddress: 02:00:00:00:00:01"},
		{"a inet manual", "hwaddress ETHER x", "hwaddress: x"},
		{"a inet manual", "hwaddress token x", "hwaddress: token x"},
		{"a inet6 auto", "hwaddress ether x", "hwaddress: ether x; accept_ra: 2; request_prefix: 0; ll-attempts: 60; ll-interval: 0.1"},
		{"a inet manual", "foo 1; up x; foo 2", "foo: 1; 2; up: x"},
	} {
		text := "iface " + c.iface + "\n" + strings.ReplaceAll(c.options, "; ", "\n") + "\n"
		w := write(t, newWorld(), text)
		name, _, _ := strings.Cut(c.iface, " ")
		want := result{Stdout: strings.ReplaceAll(c.want, "; ", "\n") + "\n"}
		if diff := cmp.Diff(want, w.run("ifquery", name)); diff != "" {
			t.Errorf("%s:\n%s", text, diff)
		}
	}
}

// -o stands in for an option of the file, or beside them, as a command does. Without
// a value it says nothing.
func TestQueryOverride(t *testing.T) {
	w := write(t, newWorld(), "iface a inet static\naddress 10.0.0.1/24\nup x\n")
	got := w.run("ifquery", "-o", "address=10.0.0.2/16", "-o", "foo=a=b", "a")
	want := "address: 10.0.0.2\nup: x\nbroadcast: 10.0.255.255\nfoo: a=b\nnetmask: 255.255.0.0\n"
	if diff := cmp.Diff(result{Stdout: want}, got); diff != "" {
		t.Error(diff)
	}
	got = w.run("ifquery", "-o", "address=", "-o", "post-up=y", "-o", "up=z", "-o", "up=", "a")
	want = "address: 10.0.0.1\nup: x\nbroadcast: 10.0.0.255\nup: y\nup: z\nnetmask: 255.255.255.0\n"
	if diff := cmp.Diff(result{Stdout: want}, got); diff != "" {
		t.Error(diff)
	}
}

// --state is asked for interfaces, whatever they are up as.
func TestStateOfOperands(t *testing.T) {
	w := write(t, newWorld(), "")
	w.store["ifstate"] = "a=x\nb=b\n"
	for args, want := range map[string]result{
		"a b": {Stdout: "a=x\nb=b\n"}, "a=x": {Status: 1}, "a=b b": {Stdout: "b=b\n", Status: 1}, "x": {Status: 1}, "a=": {Status: 1},
	} {
		if diff := cmp.Diff(want, w.run(append([]string{"ifquery", "--state"}, strings.Fields(args)...)...)); diff != "" {
			t.Errorf("%s:\n%s", args, diff)
		}
	}
}

const listed = `auto b a b=x nosuch
allow-hotplug c /eth*
allow-twice a a=a
allow-net eth1=a /eth*/2=b type/1/=x mac/02:00:00:00:00:09/1=a
iface a inet manual
iface b inet manual
iface c inet manual
iface x inet manual
iface eth1 inet manual
mapping m*
	script never
`

func TestList(t *testing.T) {
	w := write(t, newWorld("lo", "eth0", "eth1"), listed)
	w.files["/proc/net/dev"] = "Inter-|   Receive                                                |  Transmit\n" +
		" face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n" +
		"    lo: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n  eth0: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n  eth1: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n"
	w.files["/sys/class/net/eth0/type"] = "1\n"
	w.files["/sys/class/net/lo/type"] = "772\n"
	for _, c := range []struct {
		args string
		want result
	}{
		{"--list", result{"lo\nb\na\nb\n", "ifquery: unknown interface nosuch\n", 1}},
		{"--list --no-loopback -X b", result{"a\n", "ifquery: unknown interface nosuch\n", 1}},
		{"--list -a -X nosuch -X [ab]", result{"lo\n", "", 0}},
		{"-l --allow hotplug", result{"c\neth1\n", "ifquery: unknown interface eth0\n", 1}},
		{"-l --allow net", result{"eth1\neth1\neth0\neth0\n", "", 0}},
		{"-l --allow nosuch", result{}},
		{"-l --allow twice", result{"a\n", "", 0}},
		{"-l a m1 zz=b", result{"a\nm1\nzz\n", "", 0}},
		{"-l a m1 a zz=b a=b /a", result{"a\nm1\nzz\na\n", "", 0}},
		{"-l --allow= a c", result{}},
		{"-l --allow=", result{}},
		{"-l /eth*=b", result{"eth0\neth1\n", "", 0}},
		{"-l --allow hotplug a c", result{"c\n", "", 0}},
	} {
		if diff := cmp.Diff(c.want, w.run(append([]string{"ifquery"}, strings.Fields(c.args)...)...)); diff != "" {
			t.Errorf("%s:\n%s", c.args, diff)
		}
	}
}

// lo is configured as loopback whatever the file says of it.
func TestLoopback(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "lo inet loopback"},
		{"iface lo inet loopback\n", "lo inet loopback"},
		{"iface lo inet6 loopback\n", "lo inet6 loopback"},
		{"iface a inet manual\niface lo inet static\n", "lo inet loopback, a inet manual, lo inet static"},
	} {
		config, err := readText(newWorld(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		config.AddLoopback()
		var got []string
		for _, i := range config.Interfaces {
			got = append(got, i.Name+" "+i.Family+" "+i.Method)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}
