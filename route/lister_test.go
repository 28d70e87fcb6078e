package route

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/tool"
)

// lister runs a Lister of netstat in a world; set completes it.
func (w *world) lister(name string, set func(*Lister)) result {
	var stdout, stderr bytes.Buffer
	l := &Lister{
		Env:     tool.Env{Open: w.open, DNS: w.dns, Stdout: &stdout, Stderr: &stderr},
		Tool:    "netstat",
		Dialect: name,
	}
	set(l)
	status := l.List()
	return result{stdout.String(), stderr.String(), status, ""}
}

// Levels 1 and 2 are exchanged, at first; in busybox, which has no others, ever.
func TestListerLevels(t *testing.T) {
	levels := map[string][]int{
		"classic": {2, 1, 3, 0, 1, 2, 3},
		"busybox": {2, 1, 1, 1, 1, 1, 1},
	}
	for name, want := range levels {
		for extend, level := range want {
			w := newWorld()
			w.files[inetFile] = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n"
			got := w.lister(name, func(l *Lister) { l.Extend = extend })
			header := ""
			if level > 0 {
				header = inetHeaders[level]
			}
			if diff := cmp.Diff(result{Stdout: "Kernel IP routing table\n" + header}, got); diff != "" {
				t.Errorf("%s with %d -e (-want +got)\n%s", name, extend, diff)
			}
		}
	}
}

func TestListerFamilies(t *testing.T) {
	for list, want := range map[string]result{
		"foo":       {Stderr: "Unknown address family `foo'.\n", Status: 1},
		"unix":      {Stderr: "No routing for address family `unix'.\n", Status: StatusNoTable},
		"ash":       {Stderr: "Address family `ash' not supported.\n", Status: StatusNoTable},
		"inet,unix": {Stdout: "INET (IPv4) not configured in this system.\n", Stderr: "/proc/net/route: No such file or directory\n", Status: 1},
		"unix,inet": {Stderr: "No routing for address family `unix'.\n", Status: StatusNoTable},
	} {
		got := newWorld().lister("classic", func(l *Lister) {
			if status, ok := l.Choose(list); !ok {
				if status != want.Status {
					t.Errorf("%s: status %d", list, status)
				}
				want.Status, want.Stdout = 1, "INET (IPv4) not configured in this system.\n"
				want.Stderr += "/proc/net/route: No such file or directory\n"
			}
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", list, diff)
		}
	}
	for _, name := range FamilyOptions() {
		if status, ok := (&Lister{Env: tool.Env{}}).Choose(name); !ok || status != 0 {
			t.Errorf("--%s is no family: status %d", name, status)
		}
	}
}

// The fields are those of jc's netstat, where it has them.
func TestListerJSON(t *testing.T) {
	w := newWorld()
	w.files[inetFile] = nativeRoutes("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n" +
		"eth1\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n" +
		"*\t0002A8C0\t00000000\t0201\t0\t0\t0\t00FFFFFF\t0\t0\t0\n")
	got := w.lister("busybox", func(l *Lister) { l.JSON = true })
	const want = "[\n" +
		`{"destination":"192.168.1.0","gateway":"0.0.0.0","genmask":"255.255.255.0","route_flags":"U","metric":0,"route_refs":0,"use":0,"iface":"eth1","mss":0,"window":0,"irtt":0,"kind":"route","route_flags_pretty":["UP"],"family":"inet","cache":false,"flags_value":1},` + "\n" +
		`{"destination":"192.168.2.0","gateway":"-","genmask":"255.255.255.0","route_flags":"!","metric":0,"route_refs":null,"use":0,"iface":"-","mss":null,"window":null,"irtt":null,"kind":"route","route_flags_pretty":["REJECT"],"family":"inet","cache":false,"flags_value":513}` + "\n]\n"
	if diff := cmp.Diff(result{Stdout: want}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !json.Valid([]byte(got.Stdout)) {
		t.Error("no JSON")
	}
	refused := w.lister("classic", func(l *Lister) { l.JSON = true; l.Choose("ax25") })
	if !strings.Contains(refused.Stderr, "netstat: no JSON for address family `ax25'\n") || refused.Status == 0 {
		t.Errorf("%v", refused)
	}
}

// Messages name the tool.
func TestListerSaysWhoItIs(t *testing.T) {
	w := newWorld()
	w.files[inet6File] = "nonsense\n"
	got := w.lister("classic", func(l *Lister) { l.Verbose = true; l.Choose("inet6") })
	if !strings.HasPrefix(got.Stderr, "netstat: /proc/net/ipv6_route:1: ") {
		t.Errorf("%v", got)
	}
}
