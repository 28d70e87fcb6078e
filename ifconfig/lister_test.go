package ifconfig

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/dialect"

	"classicnet/ioctl/ioctltest"
)

// lister runs a Lister.
func lister(k *ioctltest.Kernel, f files, name string, set func(*Lister)) *terminal {
	t := &terminal{}
	l := &Lister{Env: *t.env(k, f), Dialect: name}
	set(l)
	t.status = l.List()
	return t
}

// The rows are those of the short format, under the titles of netstat.
func TestListerTable(t *testing.T) {
	for _, d := range dialect.All() {
		k, f := town()
		short := start(k, f, "-a", "-s", "--dialect="+d.Name).stdout.String()
		got := lister(k, f, d.Name, func(l *Lister) { l.All = true })
		title, rows, _ := strings.Cut(got.stdout.String(), "\n")
		_, want, _ := strings.Cut(short, "\n")
		if diff := cmp.Diff(want, rows); diff != "" || got.status != 0 || got.stderr.Len() > 0 {
			t.Errorf("%s: %s (-want +got)\n%s", d.Name, got, diff)
		}
		if !strings.HasPrefix(title, "Iface ") || !strings.HasSuffix(title, " TX-OVR Flg") {
			t.Errorf("%s: %q", d.Name, title)
		}
	}
}

func TestListerTitles(t *testing.T) {
	for name, want := range map[string]string{
		"net-tools-1.60": "Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR   TX-OK TX-ERR TX-DRP TX-OVR Flg\n",
		"ubuntu":         "Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n",
		"net-tools-2.10": "Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n",
	} {
		got := lister(newKernel(), etc(), name, func(*Lister) {})
		if diff := cmp.Diff(want+"0\n", got.String()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

// Blocks, and JSON of them, are ifconfig's own.
func TestListerBlocks(t *testing.T) {
	for _, args := range [][]string{{}, {"-a"}, {"-a", "--json"}} {
		k, f := town()
		got := lister(k, f, "classic", func(l *Lister) {
			l.Long, l.All, l.JSON = true, len(args) > 0, len(args) > 1
		})
		if diff := cmp.Diff(start(k, f, args...).String(), got.String()); diff != "" {
			t.Errorf("%v (-want +got)\n%s", args, diff)
		}
	}
}

func TestListerJSON(t *testing.T) {
	k, f := town()
	got := lister(k, f, "classic", func(l *Lister) { l.JSON = true })
	var rows []struct {
		Iface, Flg, Kind    string
		MTU                 int32
		Rx_ok, Tx_ovr       *uint64
		Rx_err, Rx_drp, Met int64
	}
	if err := json.Unmarshal(got.stdout.Bytes(), &rows); err != nil {
		t.Fatalf("%v\n%s", err, got)
	}
	var names []string
	for _, row := range rows {
		names = append(names, row.Iface)
		counted := !strings.Contains(row.Iface, ":")
		if (row.Rx_ok != nil) != counted || (row.Tx_ovr != nil) != counted || row.MTU != 1500 || row.Kind != "interface" || !strings.HasSuffix(row.Flg, "U") {
			t.Errorf("%+v", row)
		}
	}
	if diff := cmp.Diff([]string{"eth1", "eth1:0", "eth1:2", "eth1:10", "eth10", "lo"}, names); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What fails is told as ifconfig tells it.
func TestListerFails(t *testing.T) {
	k, f := town()
	k.Fail("SIOCGIFCONF", unix.EPERM)
	got := lister(k, f, "classic", func(*Lister) {})
	if got.status != 1 || got.stderr.String() != "SIOCGIFCONF: Operation not permitted\n" {
		t.Errorf("%s", got)
	}
	delete(f, "/proc/net/dev")
	got = lister(newKernel(), f, "classic", func(*Lister) {})
	if got.status != 0 || got.stderr.String() != "Warning: cannot open /proc/net/dev (No such file or directory). Limited output.\n" {
		t.Errorf("%s", got)
	}
}
