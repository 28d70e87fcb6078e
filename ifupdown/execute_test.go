package ifupdown

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// What is asked of the kernel, and in which order.
func TestKernelCalls(t *testing.T) {
	w := write(t, newWorld("eth1"), `iface eth1 inet static
	address 10.0.0.1/24
	pointopoint 10.0.0.2
	gateway 10.0.0.9
	metric 5
	mtu 1400
	hwaddress ether 02:00:00:00:00:01
	pre-up before
	up after
iface eth1 inet6 static
	address 2001:db8::1/64
	gateway 2001:db8::9
	mtu 1500
	dad-attempts 0
`)
	if r := w.run("ifup", "--no-scripts", "eth1"); r != (result{}) {
		t.Error(r)
	}
	want := `state ifstate.unfinished: "eth1=eth1\n"
state ifstate: "eth1=eth1\n"
run before
SIOCSIFHWADDR eth1 1 0200000000010000000000000000
SIOCSIFMTU eth1 1400
SIOCSIFADDR eth1 10.0.0.1
SIOCSIFNETMASK eth1 255.255.255.255
SIOCSIFBRDADDR eth1 10.0.0.255
SIOCSIFDSTADDR eth1 10.0.0.2
SIOCSIFFLAGS eth1 UP|BROADCAST|MULTICAST
SIOCADDRT 10.0.0.9 flags=0x5 mask=255.255.255.255 dev=eth1
SIOCADDRT 0.0.0.0 flags=0x3 gw=10.0.0.9 mask=0.0.0.0 metric=6 dev=eth1
run after
write /proc/sys/net/ipv6/conf/eth1/accept_ra 0
write /proc/sys/net/ipv6/conf/eth1/autoconf 0
SIOCSIFMTU eth1 1500
write /proc/sys/net/ipv6/conf/eth1/accept_dad 0
SIOCSIFADDR #7 2001:db8::1/64
SIOCADDRT ::/0 flags=0x3 metric=0 gw=2001:db8::9 index=7
state ifstate.unfinished: ""`
	if diff := cmp.Diff(want, w.String()); diff != "" {
		t.Error(diff)
	}
	w.kernel.Forget()
	if r := w.run("ifdown", "--no-scripts", "eth1"); r != (result{}) {
		t.Error(r)
	}
	want = `state ifstate.unfinished: "eth1=eth1\n"
state ifstate: ""
SIOCDELRT 0.0.0.0 flags=0x3 gw=10.0.0.9 mask=0.0.0.0 metric=6 dev=eth1
SIOCDELRT 10.0.0.9 flags=0x5 mask=255.255.255.255 dev=eth1
SIOCSIFADDR eth1 0.0.0.0
SIOCSIFFLAGS eth1 BROADCAST|RUNNING|MULTICAST
SIOCDELRT ::/0 flags=0x3 metric=0 gw=2001:db8::9 index=7
SIOCDIFADDR #7 2001:db8::1/64
SIOCSIFFLAGS eth1 BROADCAST|MULTICAST
SIOCSIFHWADDR eth1 1 0200000000090000000000000000
state ifstate.unfinished: ""`
	if diff := cmp.Diff(want, w.String()); diff != "" {
		t.Error(diff)
	}
}

// A device that is up may refuse a hardware address; it is taken down for it.
func TestHardwareAddress(t *testing.T) {
	for _, c := range []struct {
		address string
		busy    bool
		want    string
	}{
		{"02:00:00:00:00:01", false, "SIOCSIFHWADDR e 1 0200000000010000000000000000"},
		{"02:00:00:00:00:01", true, "SIOCSIFHWADDR e 1 0200000000010000000000000000\nSIOCSIFFLAGS e BROADCAST|RUNNING|MULTICAST\nSIOCSIFHWADDR e 1 0200000000010000000000000000"},
		{"random", false, "SIOCSIFHWADDR e 1 fe01020304050000000000000000"},
	} {
		w := write(t, newWorld("e"), "iface e inet manual\nhwaddress "+c.address+"\n")
		w.setUp(true, "e")
		w.kernel.Interface("e").BusyHwAddr = c.busy
		if r := w.run("ifup", "--no-scripts", "e"); r != (result{}) {
			t.Error(r)
		}
		if c.busy {
			c.want += "\nSIOCSIFFLAGS e UP|BROADCAST|MULTICAST"
		}
		if got := w.String(); !strings.Contains(got, c.want+"\n") || strings.Contains(got, "SIOCSIFFLAGS") != c.busy {
			t.Errorf("%s:\n%s", c.address, w)
		}
	}
	w := write(t, newWorld("e"), "iface e inet manual\nhwaddress zz\n")
	r := w.run("ifup", "--no-scripts", "e")
	if !strings.HasPrefix(r.Stderr, "ifup: e: SIOCSIFHWADDR e zz: not a hardware address: zz\n") || r.Status != 1 {
		t.Error(r)
	}
}

// What ends a run, and what doesn't.
func TestErrors(t *testing.T) {
	const text = "iface e inet static\naddress 10.0.0.1/8\npre-up one\nup two\ndown three\npost-down four\n"
	refused := errors.New("refused")
	for _, c := range []struct {
		args, fails string
		status      int
		last, said  string
	}{
		{"ifup e", "run one", 1, "run one", "ifup: e: one: refused\nifup: failed to bring up e\n"},
		{"ifup e", "SIOCSIFADDR e 10.0.0.1", 1, "SIOCSIFADDR e 10.0.0.1", "ifup: e: SIOCSIFADDR e 10.0.0.1: Operation not permitted\n" +
			"ifup: failed to bring up e: 1 of 4 steps are done; `ifdown e` undoes them\n"},
		{"ifup --ignore-errors e", "run one", 0, "run two", "ifup: e: one: refused\n"},
		{"ifdown --force e", "run three", 0, "run four", "ifdown: e: three: refused\n"},
		{"ifdown --force e", "SIOCSIFADDR e 0.0.0.0", 0, "run four", "ifdown: e: SIOCSIFADDR e 0.0.0.0: Operation not permitted\n"},
	} {
		w := write(t, newWorld("e"), text)
		if c.args == "ifdown --force e" {
			w.give(map[string]string{"e": "10.0.0.1"})
		}
		if strings.HasPrefix(c.fails, "run ") {
			w.failing[c.fails] = refused
		} else {
			w.kernel.Fail(c.fails, unix.EPERM)
		}
		words := strings.Fields(c.args)
		got := w.run(append([]string{words[0], "--no-scripts"}, words[1:]...)...)
		if diff := cmp.Diff(result{Stderr: c.said, Status: c.status}, got); diff != "" {
			t.Errorf("%s, %s fails:\n%s", c.args, c.fails, diff)
		}
		var done []string
		for _, entry := range w.log() {
			if !strings.HasPrefix(entry, "state ") {
				done = append(done, entry)
			}
		}
		if last := done[len(done)-1]; last != c.last {
			t.Errorf("%s, %s fails: ends with %s, want %s", c.args, c.fails, last, c.last)
		}
	}
}

// Nothing is done where there is no such device, and manual leaves it to the
// commands of the stanza.
func TestNoDevice(t *testing.T) {
	w := write(t, newWorld(), "iface e inet static\naddress 10.0.0.1/8\niface m inet manual\nup two\n")
	if r := w.run("ifup", "--no-scripts", "e"); r.Status != 1 || !strings.Contains(r.Stderr, "SIOCSIFADDR e 10.0.0.1: ") {
		t.Error(r)
	}
	if r := w.run("ifup", "--no-scripts", "m"); r != (result{}) {
		t.Error(r)
	}
	if r := w.run("ifdown", "--no-scripts", "m"); r != (result{}) {
		t.Error(r)
	}
}

func inet6Line(flags string) string {
	return "20010db8000000000000000000000001 02 40 00 " + flags + "        e\n"
}

// -a leaves the link of a manual interface up.
func TestManualDownAll(t *testing.T) {
	for _, c := range []struct {
		args string
		up   bool
	}{{"ifdown -a", true}, {"ifdown e", false}} {
		w := write(t, newWorld("lo", "e"), "auto e\niface e inet manual\n")
		w.run("ifup", "-a")
		if r := w.run(strings.Fields(c.args)...); r != (result{}) || w.isUp("e") != c.up {
			t.Errorf("%s: %+v, up %v", c.args, r, w.isUp("e"))
		}
	}
}

// The address is waited for as the stanza says.
func TestSettle(t *testing.T) {
	const text = "iface e inet6 static\naddress 2001:db8::1/64\ndad-attempts 3\ndad-interval 0.5\n"
	for _, c := range []struct {
		file   string
		sleeps int
		said   string
	}{
		{inet6Line("80"), 0, ""},
		{"", 0, ""},
		{inet6Line("c0"), 3, "the address isn't usable yet: the link may have no carrier"},
		{inet6Line("c8"), 0, "another host has the address"},
	} {
		w := write(t, newWorld("e"), text)
		w.files["/proc/net/if_inet6"] = c.file
		r := w.run("ifup", "--no-scripts", "e")
		if n := strings.Count(w.String(), "sleep 500ms"); n != c.sleeps {
			t.Errorf("%q: slept %d times, want %d", c.file, n, c.sleeps)
		}
		if c.said == "" && r != (result{}) || !strings.Contains(r.Stderr, c.said) {
			t.Errorf("%q: %+v", c.file, r)
		}
	}
}

// Where /proc isn't there, nothing tells of an address that the kernel has taken.
func TestNothingToWaitFor(t *testing.T) {
	w := write(t, newWorld("e"), "iface e inet6 static\naddress 2001:db8::1/64\n")
	if r := w.run("ifup", "--no-scripts", "e"); r.Status != 0 || strings.Contains(w.String(), "sleep") || !w.isUp("e") {
		t.Errorf("%+v\n%s", r, w)
	}
}

// What was done is undone, whatever stanza the command line names.
func TestForcedDownOfAnother(t *testing.T) {
	for _, name := range []string{"e", "e=e", "e=nosuch"} {
		w := write(t, newWorld("e"), "iface e inet manual\ndown one\niface home inet manual\ndown two\n")
		w.run("ifup", "--no-scripts", "e=home")
		if r := w.run("ifdown", "--force", "--no-scripts", name); r.Status != 0 || strings.Contains(w.String(), "run one") || !strings.Contains(w.String(), "run two") {
			t.Errorf("%s: %+v\n%s", name, r, w)
		}
	}
}

// The DHCP client whose number is in the file gives its lease back and ends.
func TestSignals(t *testing.T) {
	for _, c := range []struct{ file, want, said string }{
		{"4711\n", "kill -user defined signal 2 4711\nkill -terminated 4711\n", ""},
		{"1\n", "", "no process number in /run/udhcpc.e.pid"},
		{"-1", "", "no process number in /run/udhcpc.e.pid"},
		{"x", "", "no process number in /run/udhcpc.e.pid"},
	} {
		w := write(t, newWorld("e"), "iface e inet dhcp\n")
		w.scripts["/sbin/udhcpc"] = true
		w.files["/run/udhcpc.e.pid"] = c.file
		r := w.run("ifdown", "--force", "--no-scripts", "e")
		var got string
		for _, entry := range w.log() {
			if strings.HasPrefix(entry, "kill") {
				got += entry + "\n"
			}
		}
		if got = strings.NewReplacer("-12", "-user defined signal 2", "-15", "-terminated").Replace(got); got != c.want {
			t.Errorf("%q: %q", c.file, got)
		}
		if !strings.Contains(r.Stderr, c.said) || r.Status != 0 {
			t.Errorf("%q: %+v", c.file, r)
		}
	}
	if unless(unix.ESRCH, unix.ESRCH) != nil || unless(unix.EPERM, unix.ESRCH) == nil {
		t.Error("unless")
	}
}

func TestRename(t *testing.T) {
	w := write(t, newWorld("old"), "rename old=new\niface new inet manual\n")
	w.files["/proc/net/dev"] = "Inter-|\n face |bytes    packets errs drop fifo frame compressed multicast|bytes\n   old: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n"
	if r := w.run("ifup", "--no-scripts", "old"); r != (result{}) {
		t.Error(r)
	}
	want := `SIOCSIFNAME old new
state ifstate.unfinished: "new=new\n"
state ifstate: "new=new\n"
SIOCSIFFLAGS new UP|BROADCAST|MULTICAST
state ifstate.unfinished: ""`
	if diff := cmp.Diff(want, w.String()); diff != "" {
		t.Error(diff)
	}
}
