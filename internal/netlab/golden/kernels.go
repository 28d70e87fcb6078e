package golden

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// otherKernel is what kernels do otherwise than that of the transcripts, 6.18,
// whatever program asks; such a kernel is known by what it says. A step in which it
// shows isn't compared, nor what comes behind it if the state is another;
// docs/kernels.md has a row for each.
type otherKernel struct {
	why    string
	cases  string         // pattern of names, as in filepath.Match
	line   *regexp.Regexp // the step's command
	stderr *regexp.Regexp // what the step says then, all of it
	// shows tells whether it shows in what the step prints; nil where stderr says enough.
	shows func(want, got string) bool
}

func otherKernels() []otherKernel {
	const bounded = "queues are bounded (seen in 6.1.192, 6.12.117 and 7.2.13, as Debian has them)"
	line, stderr := regexp.MustCompile, regexp.MustCompile
	return []otherKernel{
		{bounded, "*qlen", line(`^ip link set v0 txqueuelen 100000$`),
			stderr(`^(RTNETLINK answers: Numerical result out of range|Error: integer out of range\.)\n$`), nil},
		{bounded, "kw-txqueuelen", line(`^ifconfig v0 txqueuelen 2147483647$`), stderr(`^SIOCSIFTXQLEN: Numerical result out of range\n$`), nil},
		{"the kernel has VLANs", "vconfig-*", line(`^vconfig add v0 5$`), stderr(`^(WARNING: .*\n)?$`), nil},
		{"a bridge has an address once for itself and once for its VLAN (kernels built with VLAN filtering)", "brctl-*",
			line(`\bbrctl showmacs `), stderr(`^$`), repeated},
		{"net-tools shows what lies in its memory, here the high byte first", "type-tun-7", line(`^ifconfig t1$`), stderr(`^$`), ashTurned},
	}
}

// kernelOf is why a step of a case isn't compared, for what it said and what it was to
// print and printed; "" is no reason.
func kernelOf(name string, s Step, stderr, want, got string) string {
	for _, k := range otherKernels() {
		fits, _ := filepath.Match(k.cases, name)
		if fits && k.line.MatchString(s.Line) && k.stderr.MatchString(stderr) && (k.shows == nil || k.shows(want, got)) {
			return k.why
		}
	}
	return ""
}

// repeated tells whether a text is the wanted one with its lines more than once.
func repeated(want, got string) bool {
	var once []string
	for line := range strings.Lines(got) {
		if !slices.Contains(once, line) {
			once = append(once, line)
		}
	}
	return want != got && strings.Join(once, "") == want
}

// ashTurned tells whether a listing is the wanted one, but for the order of the bytes that
// say behind an Ash address that there are counters.
func ashTurned(want, got string) bool {
	address := "ash [" + strings.Repeat("0", 32)
	return want != got && strings.Replace(want, address+"1000", address+"0001", 1) == got
}
