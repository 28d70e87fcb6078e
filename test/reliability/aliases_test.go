package reliability

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// alias is the text of an address by its number.
func alias(n int) (name, addr string) {
	return fmt.Sprintf("eth1:%d", n), fmt.Sprintf("10.%d.%d.1", n>>8, n&0xff)
}

// addAliases gives eth1 the aliases from..to-1.
func addAliases(lab *netlab.Lab, from, to int) {
	var b strings.Builder
	for n := from; n < to; n++ {
		name, addr := alias(n)
		fmt.Fprintf(&b, "addr add %s/32 dev eth1 label %s\n", addr, name)
	}
	lab.Sh("ip -batch - <<'END'\n" + b.String() + "END\n")
}

// listed are the names and IPv4 addresses of a long listing, in its order.
func listed(listing string) (list []string) {
	entry := regexp.MustCompile(`(?m)^(\S+) .*\n          inet addr:(\S+)`)
	for _, m := range entry.FindAllStringSubmatch(listing, -1) {
		list = append(list, m[1]+" "+m[2])
	}
	return list
}

// wanted is the listing of a lab with so many aliases.
func wanted(aliases int) []string {
	list := []string{}
	for n := range aliases {
		name, addr := alias(n)
		list = append(list, name+" "+addr)
	}
	return append(list, "lo 127.0.0.1")
}

// Whatever the room for SIOCGIFCONF's answer is, the list fills it exactly for
// one of these numbers: none is lost, none stands there twice.
func TestAliases(t *testing.T) {
	t.Parallel()
	lab := newLab(t, netlab.Veth)
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh("ip link set eth1 up")
	numbers := []int{1, 2, 28, 29, 30, 31, 61, 62, 63, 64, 65, 126, 127, 128, 254, 255, 256, 257, 510, 511, 512,
		1022, 1023, 1024, 1025, 2047, 2048, 4094, 4095, 4096, 4097, 8191, 10000}
	have := 0
	for _, n := range numbers {
		addAliases(lab, have, n)
		have = n
		got := lab.Run("ifconfig")
		if diff := cmp.Diff(wanted(n), listed(got.Stdout)); got.Exit != "0" || got.Stderr != "" || diff != "" {
			t.Errorf("%d aliases: status %s %s(-want +got)\n%.2000s", n, got.Exit, got.Stderr, diff)
		}
		if rows := strings.Count(lab.Run("ifconfig", "-s").Stdout, "\neth1:"); rows != n {
			t.Errorf("%d aliases: %d rows in the short listing", n, rows)
		}
	}
}

// While others are added, those that were there before are all listed, once.
func TestAliasesGrow(t *testing.T) {
	t.Parallel()
	const before, listings = 60, 300
	lab := newLab(t, netlab.Veth)
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh("ip link set eth1 up")
	addAliases(lab, 0, before)
	lab.Sh(`for n in $(seq 500); do echo "addr add 11.$((n >> 8)).$((n & 255)).1/32 dev eth1 label eth1:x$n"; done >$WORK/add
sed 's/ add / del /; s/label.*//' $WORK/add >$WORK/del
while :; do ip -force -batch $WORK/add; ip -force -batch $WORK/del; done >/dev/null 2>&1 </dev/null &`)
	least, most := 1<<20, 0
	for range listings {
		got := lab.Run("ifconfig")
		var stay []string
		seen := map[string]bool{}
		for _, entry := range listed(got.Stdout) {
			if seen[entry] {
				t.Errorf("%s is listed twice", entry)
			}
			seen[entry] = true
			if !strings.Contains(entry, ":x") {
				stay = append(stay, entry)
			}
		}
		if diff := cmp.Diff(wanted(before), stay); got.Exit != "0" || got.Stderr != "" || diff != "" {
			t.Errorf("status %s %s(-want +got)\n%s", got.Exit, got.Stderr, diff)
		}
		least, most = min(least, len(seen)), max(most, len(seen))
	}
	t.Logf("%d listings of %d to %d addresses", listings, least, most)
	if least == most {
		t.Error("nothing was added")
	}
}
