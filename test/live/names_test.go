package live

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// interfaces are the names of all links of a lab.
func interfaces(lab *netlab.Lab) (names []string) {
	for line := range strings.Lines(lab.Sh("cat /proc/net/dev")) {
		if name, _, ok := strings.Cut(line, ":"); ok {
			names = append(names, strings.TrimSpace(name))
		}
	}
	return names
}

// addressLengths are how many bytes each link's address has. It takes root to
// see sysfs in a namespace.
func addressLengths(t *testing.T, lab *netlab.Lab) map[string]int {
	t.Helper()
	text := lab.Sh(`mkdir $WORK/sys
mount -t sysfs none $WORK/sys
cd $WORK/sys/class/net
grep . */addr_len`)
	lengths := map[string]int{}
	for line := range strings.Lines(text) {
		path, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		n, err := strconv.Atoi(value)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		lengths[strings.TrimSuffix(path, "/addr_len")] = n
	}
	return lengths
}

// groups is an address of a link type without a name: 16 bytes, of which 8 are
// the kernel's.
var groups = regexp.MustCompile(`[0-9A-F]{2}(-[0-9A-F]{2}){15}`)

const askedFor = 8

// zeroStale returns a function that makes zeros of what the peers show behind
// the end of an address that has fewer than 8 bytes: what their memory held
// before.
func zeroStale(lengths map[string]int) func(string) string {
	return func(text string) string {
		var b strings.Builder
		length := 0
		for line := range strings.Lines(text) {
			if !strings.HasPrefix(line, " ") {
				length = lengths[line[:strings.IndexAny(line, " :\n")]]
			}
			b.WriteString(groups.ReplaceAllStringFunc(line, func(addr string) string {
				bytes := strings.Split(addr, "-")
				for i := length; 0 < i && i < askedFor; i++ {
					bytes[i] = "00"
				}
				return strings.Join(bytes, "-")
			}))
		}
		return b.String()
	}
}

// TestMachineNames: the default route's gateway and the machine's own name are
// found without a server where nsswitch.conf says so, forward and back.
func TestMachineNames(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.New(t, netlab.Tools(t, "arp", "route"))
	lab.Sh(quiet + "pair eth1 02:00:00:00:00:01\nip addr add 10.0.0.1/24 dev eth1\nip link set eth1 up\nip route add default via 10.0.0.254\n")
	lab.Etc("nsswitch.conf", "hosts: files dns myhostname\nnetworks: files\n")
	lab.Etc("resolv.conf", "nameserver 10.0.0.253\noptions timeout:1 attempts:1\n")
	lab.Etc("hosts", "127.0.0.1 localhost\n")
	if got := lab.Run("arp", "-n", "_gateway").Stdout; got != "_gateway (10.0.0.254) -- no entry\n" {
		t.Errorf("arp: %q", got)
	}
	if got := lab.Run("arp", "-n", "_outbound").Stdout; got != "_outbound (10.0.0.1) -- no entry\n" {
		t.Errorf("arp: %q", got)
	}
	if got := lab.Run("route").Stdout; !strings.Contains(got, "default         _gateway        0.0.0.0 ") {
		t.Errorf("route: %s", got)
	}
}
