package netstat

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	routesTitle = "Kernel IP routing table\n"
	segments    = routesTitle +
		"Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n" +
		"0.0.0.0         9.9.9.9         0.0.0.0         UG        0 0          0 eth1\n" +
		"7.7.7.7         0.0.0.0         255.255.255.255 U        40 500        3 eth1\n"
	metrics = routesTitle +
		"Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n" +
		"0.0.0.0         9.9.9.9         0.0.0.0         UG    0      0        0 eth1\n" +
		"7.7.7.7         0.0.0.0         255.255.255.255 U     1      0        5 eth1\n"
	wide = routesTitle +
		"Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt\n" +
		"0.0.0.0         9.9.9.9         0.0.0.0         UG    0      0        0 eth1     0     0      0\n" +
		"7.7.7.7         0.0.0.0         255.255.255.255 U     1      0        5 eth1     40    500    3\n"
	named = routesTitle +
		"Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n" +
		"default         gate            0.0.0.0         UG        0 0          0 eth1\n" +
		"sevens          0.0.0.0         255.255.255.255 U        40 500        3 eth1\n"

	header = interfaceTitle +
		"Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n"
	rowDown   = "eth0             1500        0      0      0 0             0      0      0      0 B\n"
	rowsUp    = "eth1             1500        2      3      4 5            10     11     12     13 BMRU\n" + rowAlias
	rowAlias  = "eth1:0           1500      - no statistics available -                        BMRU\n"
	versioned = "net-tools 1.60\n"
)

func TestRoutes(t *testing.T) {
	for line, want := range map[string]result{
		"-rn":                     {Stdout: segments},
		"-nr foo":                 {Stdout: segments},
		"-rn -f inet":             {Stdout: segments},
		"--route --numeric":       {Stdout: segments},
		"-rN":                     {Stdout: segments},
		"-r --numeric-hosts":      {Stdout: segments},
		"-nr -A inet":             {Stdout: segments},
		"-n4r":                    {Stdout: segments},
		"-nr --ip":                {Stdout: segments},
		"-nrF":                    {Stdout: segments},
		"-nrtuwlopWgd":            {Stdout: segments},
		"-rx":                     {Stderr: "No routing for address family `unix'.\n", Status: 3},
		"-rxn4":                   {Stderr: "No routing for address family `unix'.\n", Status: 3},
		"-rn4x":                   {Stdout: segments, Stderr: "No routing for address family `unix'.\n", Status: 3},
		"-nr -A inet,ip":          {Stdout: segments + segments},
		"-rne":                    {Stdout: metrics},
		"-rnee":                   {Stdout: wide},
		"-rneee":                  {Stdout: routesTitle},
		"-rneeee":                 {Stdout: metrics},
		"-r":                      {Stdout: named},
		"-r --numeric-ports":      {Stdout: named},
		"-rn --dialect=busybox":   {Stdout: segments},
		"-rnee --dialect=busybox": {Stdout: metrics},
		"-rn --dialect=ubuntu":    {Stdout: segments},
		"-r --dialect=ubuntu":     {Stdout: strings.Replace(named, "sevens          0.0.0.0", "sevens          *      ", 1)},
		"-r -A foo":               {Stderr: "Unknown address family `foo'.\n", Status: 1},
		"-i -A inet,":             {Stderr: "Unknown address family `'.\n", Status: 1},
		"-r -A unix":              {Stderr: "No routing for address family `unix'.\n", Status: 3},
		"-rn -A inet,econet":      {Stdout: segments, Stderr: "No routing for address family `ec'.\n", Status: 3},
		"-6r":                     {Stdout: "INET6 (IPv6) not configured in this system.\n", Stderr: "/proc/net/ipv6_route: No such file or directory\n", Status: 1},
	} {
		if diff := cmp.Diff(want, runLine(line).reasoned(want)); diff != "" {
			t.Errorf("netstat %s (-want +got)\n%s", line, diff)
		}
	}
}

func TestInterfaces(t *testing.T) {
	for line, want := range map[string]string{
		"-i":                   header + rowsUp,
		"-in foo":              header + rowsUp,
		"--interfaces":         header + rowsUp,
		"-ia":                  header + rowDown + rowsUp,
		"-aintuwxlopWg":        header + rowDown + rowsUp,
		"-i -A unix":           header + rowsUp,
		"-i --dialect=busybox": header + rowsUp,
		"-i --dialect=debian": interfaceTitle + "Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n" +
			"eth1       1500 0         2      3      4 5            10     11     12     13 BMRU\n" +
			"eth1:0     1500 0       - no statistics available -                        BMRU\n",
		"-i --dialect=net-tools-1.60": interfaceTitle + "Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR   TX-OK TX-ERR TX-DRP TX-OVR Flg\n" +
			"eth1   1500   0       2      3      4      5      10     11     12     13 BMRU\n" +
			"eth1:  1500   0     - no statistics available -                        BMRU\n",
	} {
		if diff := cmp.Diff(result{Stdout: want}, runLine(line)); diff != "" {
			t.Errorf("netstat %s (-want +got)\n%s", line, diff)
		}
	}
}

// The table asks no more than it shows, of each device once; routes need no
// socket at all.
func TestWhatTheKernelIsAsked(t *testing.T) {
	w := newWorld()
	w.run("-i")
	const asked = "socket 2\n" +
		"SIOCGIFCONF\n" +
		"SIOCGIFFLAGS eth0\n" +
		"SIOCGIFFLAGS eth1\nSIOCGIFMTU eth1\nSIOCGIFMETRIC eth1\n" +
		"close\n"
	if diff := cmp.Diff(asked, w.kernel.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	w = newWorld()
	w.run("-r")
	if got := w.kernel.String(); got != "" {
		t.Errorf("for routes: %s", got)
	}
}

func TestBlocks(t *testing.T) {
	const classic = interfaceTitle +
		"eth1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n" +
		"        inet 192.168.1.1  netmask 255.255.255.0  broadcast 192.168.1.255\n" +
		"        ether 00:0d:61:0b:d9:a0  txqueuelen 1000  (Ethernet)\n" +
		"        RX packets 2  bytes 1 (1.0 B)\n" +
		"        RX errors 3  dropped 4  overruns 5  frame 6\n" +
		"        TX packets 10  bytes 9 (9.0 B)\n" +
		"        TX errors 11  dropped 12 overruns 13  carrier 15  collisions 14\n\n" +
		"eth1:0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n" +
		"        inet 192.168.0.1  netmask 255.255.255.0  broadcast 192.168.1.255\n" +
		"        ether 00:0d:61:0b:d9:a0  txqueuelen 1000  (Ethernet)\n\n"
	for _, line := range []string{"-ie", "-i -e", "-ieee", "-i --extend"} {
		if diff := cmp.Diff(result{Stdout: classic}, runLine(line)); diff != "" {
			t.Errorf("netstat %s (-want +got)\n%s", line, diff)
		}
	}
	got := runLine("-ie --dialect=ubuntu")
	if !strings.HasPrefix(got.Stdout, interfaceTitle+"eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n") {
		t.Errorf("%v", got)
	}
}

func TestWrongUse(t *testing.T) {
	for line, want := range map[string]result{
		"-ri":            {Stderr: "(usage)\n", Status: 3},
		"-rr":            {Stderr: "(usage)\n", Status: 3},
		"-ii":            {Stderr: "(usage)\n", Status: 3},
		"-rs":            {Stderr: "(usage)\n", Status: 3},
		"-iM":            {Stderr: "(usage)\n", Status: 3},
		"-?":             {Stderr: "(usage)\n", Status: 3},
		"-r -I -A foo":   {Stderr: "netstat: invalid option -- 'I'\n(usage)\n", Status: 3},
		"-r -A":          {Stderr: "netstat: option requires an argument -- 'A'\n(usage)\n", Status: 3},
		"--n -r":         {Stderr: "netstat: option '--n' is ambiguous; possibilities: '--netrom' '--numeric' '--numeric-hosts' '--numeric-ports' '--numeric-users'\n(usage)\n", Status: 3},
		"--numeric- -r":  {Stderr: "netstat: option '--numeric-' is ambiguous; possibilities: '--numeric-hosts' '--numeric-ports' '--numeric-users'\n(usage)\n", Status: 3},
		"--in -r":        {Stderr: "netstat: option '--in' is ambiguous; possibilities: '--inet' '--interfaces'\n(usage)\n", Status: 3},
		"--v -r":         {Stderr: "netstat: option '--v' is ambiguous; possibilities: '--version' '--verbose'\n(usage)\n", Status: 3},
		"--d=x -r":       {Stderr: "netstat: option '--ddp' doesn't allow an argument\n(usage)\n", Status: 3},
		"--interfaces=x": {Stderr: "netstat: option '--interfaces' doesn't allow an argument\n(usage)\n", Status: 3},
		"-r --dialect=x": {Stderr: "netstat: unknown dialect `x'; known are: classic net-tools-1.60 debian ubuntu redhat busybox net-tools-2.10 net-tools-git\n", Status: 4},
	} {
		if diff := cmp.Diff(want, runLine(line).reasoned(want)); diff != "" {
			t.Errorf("netstat %s (-want +got)\n%s", line, diff)
		}
	}
}

func TestVersion(t *testing.T) {
	got := runLine("-V -r -A foo")
	if !strings.HasPrefix(got.Stdout, versioned) || got.Stderr != "" || got.Status != 0 {
		t.Errorf("%v", got)
	}
}

// The placeholder of the tests stands for a text that is there.
func TestUsage(t *testing.T) {
	text := usage()
	for _, want := range []string{"       netstat -r ", "-A, --protocol AF", "  -6 ", "--dialect NAME", "--tcp", "--masquerade"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q isn't in the usage text:\n%s", want, text)
		}
	}
	for _, hidden := range []string{"--l2cap", "--context", "-?"} {
		if strings.Contains(text, hidden) {
			t.Errorf("%q is in the usage text", hidden)
		}
	}
}

func TestEnvironment(t *testing.T) {
	w := newWorld()
	w.environ = map[string]string{"CLASSICNET_DIALECT": "busybox", "POSIXLY_CORRECT": "1"}
	if got := w.run("-rnee", "x", "-A", "foo"); got.Stdout != metrics || got.Status != 0 {
		t.Errorf("%v", got)
	}
	if got := w.run("-rnee", "--dialect=classic"); got.Stdout != wide {
		t.Errorf("%v", got)
	}
}

func TestListOfDialects(t *testing.T) {
	got := runLine("--dialect=list")
	if !strings.HasPrefix(got.Stdout, "classic  ") || got.Status != 0 || got.Stderr != "" {
		t.Errorf("%v", got)
	}
}

func TestMissingFiles(t *testing.T) {
	w := newWorld()
	w.files = map[string]string{}
	for line, want := range map[string]result{
		"-rn": {Stdout: "INET (IPv4) not configured in this system.\n", Stderr: "/proc/net/route: No such file or directory\n", Status: 1},
		"-i": {Stdout: header + "eth1             1500      - no statistics available -                        BMRU\n" + rowAlias,
			Stderr: "Warning: cannot open /proc/net/dev (No such file or directory). Limited output.\n"},
	} {
		if diff := cmp.Diff(want, w.run(strings.Fields(line)...)); diff != "" {
			t.Errorf("netstat %s (-want +got)\n%s", line, diff)
		}
	}
}

// JSON has no titles, and routes and interfaces are told apart by their kind.
func TestJSON(t *testing.T) {
	for line, want := range map[string]string{
		"-r --json":     `"kind":"route","route_flags_pretty":["UP","GATEWAY"]`,
		"-i --json":     `{"iface":"eth1","mtu":1500,"met":0,"rx_ok":2,"rx_err":3,"rx_drp":4,"rx_ovr":5,"tx_ok":10,"tx_err":11,"tx_drp":12,"tx_ovr":13,"flg":"BMRU","kind":"interface"}`,
		"-i --json -n":  `{"iface":"eth1:0","mtu":1500,"met":0,"rx_ok":null,`,
		"-iea --json":   `{"name":"eth0","flags":2,`,
		"-rneee --json": `"destination":"7.7.7.7"`,
	} {
		got := runLine(line)
		if !json.Valid([]byte(got.Stdout)) || !strings.Contains(got.Stdout, want) || got.Status != 0 {
			t.Errorf("netstat %s: %v", line, got)
		}
	}
}

// TestNoMasquerade: a table that isn't there is an empty one as JSON.
func TestNoMasquerade(t *testing.T) {
	for line, stdout := range map[string]string{"-M": "", "-M --json": "[\n]\n"} {
		want := result{stdout, "netstat: no support for `ip_masquerade' on this system.\n", statusFailed}
		w := newWorld()
		delete(w.files, masqueradeFile)
		if got := w.run(strings.Fields(line)...); got != want {
			t.Errorf("%s: %+v", line, got)
		}
	}
}
