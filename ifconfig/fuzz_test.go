package ifconfig

import (
	"slices"
	"strings"
	"testing"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// statuses are those that a command line can end in.
var statuses = []int{0, 1, 4, 255}

// order is what stderr is told, each with the number of requests that came before
// it.
type order struct {
	kernel *ioctltest.Kernel
	told   []string
	after  []int
}

func (o *order) Write(p []byte) (int, error) {
	o.told = append(o.told, string(p))
	o.after = append(o.after, len(requests(o.kernel)))
	return len(p), nil
}

// ending returns what tells whether a text for stderr ends the command.
func ending() func(text string) bool {
	whole := []string{usage(), ifconfig.VersionText(), errNoAddresses.Error() + "\n", "No support for ECONET on this system.\n"}
	return func(text string) bool {
		return slices.Contains(whole, text) || strings.HasSuffix(text, "\n"+help) ||
			strings.HasPrefix(text, "Don't know how to set addresses for family ")
	}
}

// FuzzCommandLine runs any words on a card. The command never panics, ends in
// a known status, says something whenever it fails, and issues no request, not
// even one that only reads, after a word that ends it.
func FuzzCommandLine(f *testing.F) {
	for _, line := range []string{
		"eth0 10.0.0.1/24 netmask 255.0.0.0 up mtu 1400",
		"eth0:0 add 10.0.0.2 del 10.0.0.3", "eth0 hw ether 02:00 media auto", "-a -s -v", "-v lo -promisc", "eth0 inet6 add fe80::1/64 tunnel ::1",
		"--dialect=busybox eth0", "--json -a", "eth0 broadcast pointopoint", "eth0 ec 1.2 name x", "- --", "eth0 ipx netmask x",
	} {
		f.Add(line)
	}
	for i := range keywords {
		f.Add("eth0 " + keywords[i].word + " 1 up")
		f.Add("eth0 " + keywords[i].word)
	}
	ends := ending()
	f.Fuzz(func(t *testing.T, line string) {
		k := upCard()
		k.Forget()
		e := (&terminal{}).env(k, etc())
		said := &order{kernel: k}
		e.Stderr = said
		status := Main(e, append([]string{"ifconfig"}, strings.Split(line, " ")...))
		if !slices.Contains(statuses, status) {
			t.Errorf("status %d", status)
		}
		ended := false
		for i, text := range said.told {
			if ended = ends(text); ended && (i+1 < len(said.told) || said.after[i] < len(requests(k))) {
				t.Errorf("after %q: %q, %q", text, said.told[i+1:], requests(k)[said.after[i]:])
			}
		}
		if status != statusOK && len(said.told) == 0 {
			t.Errorf("status %d without a word", status)
		}
		if status == statusUsage && !ended && !strings.Contains(line, "--dialect") {
			t.Errorf("wrong use without its text: %q, %s", said.told, k)
		}
	})
}

// FuzzFormat: the formats print any state, in lines that stay lines.
func FuzzFormat(f *testing.F) {
	f.Add("eth0", uint16(1), uint16(4163), int32(1500), uint64(1), uint64(1<<63), uint32(0x20))
	f.Fuzz(func(t *testing.T, name string, kind, flags uint16, mtu int32, rx, tx uint64, scope uint32) {
		i := card()
		i.Name, i.Hw.Type, i.MTU = name, kind, mtu
		i.Flags = ioctl.Flags(flags)
		i.Stats.RxBytes, i.Stats.TxBytes, i.Inet6[0].Scope = rx, tx, scope
		for _, dialect := range []string{"classic", "net-tools-1.60", "ubuntu", "busybox", "net-tools-2.10"} {
			text := show(dialect, i)
			if !strings.HasSuffix(text, "\n\n") {
				t.Errorf("%s: no empty line at the end of %q", dialect, text)
			}
		}
	})
}
