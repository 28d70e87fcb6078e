package ifconfig

import (
	"slices"
	"strings"
	"testing"

	"classicnet/internal/version"
	"classicnet/ioctl"
)

// statuses are those that a command line can end in.
var statuses = []int{0, 1, 4, 255}

// FuzzCommandLine runs any words on a card. The command never panics, ends in
// a known status, says something whenever it fails, and is as strict about a
// wrong use wherever it stands: no request follows it.
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
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Split(line, " ")
		k := upCard()
		got := start(k, etc(), args...)
		if !slices.Contains(statuses, got.status) {
			t.Errorf("status %d", got.status)
		}
		if got.status != 0 && got.stderr.Len() == 0 {
			t.Errorf("status %d without a word", got.status)
		}
		if got.status != 4 || strings.Contains(got.stderr.String(), version.NetTools) {
			return
		}
		// The same line with more words behind it: what is wrong is the same, unless
		// it was that a word was missing.
		longer := upCard()
		again := start(longer, etc(), append(slices.Clone(args), "up", "up", "up", "up")...)
		if again.status == 4 && again.stderr.String() == got.stderr.String() && k.String() != longer.String() && !missingValue(args) {
			t.Errorf("requests after the usage text:\n%s\n%s", k, longer)
		}
	})
}

// missingValue tells whether the last words may be short of a value.
func missingValue(args []string) bool {
	for _, word := range args[max(0, len(args)-2):] {
		if k := keywordOf(word); k != nil && k.value != "" {
			return true
		}
	}
	return false
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
