package golden

import (
	"path/filepath"
	"regexp"
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
}

func otherKernels() []otherKernel {
	const bounded = "queues are bounded (seen in 6.1.192, 6.12.117 and 7.2.13, as Debian has them)"
	line, stderr := regexp.MustCompile, regexp.MustCompile
	return []otherKernel{
		{bounded, "*qlen", line(`^ip link set v0 txqueuelen 100000$`),
			stderr(`^(RTNETLINK answers: Numerical result out of range|Error: integer out of range\.)\n$`)},
		{bounded, "kw-txqueuelen", line(`^ifconfig v0 txqueuelen 2147483647$`), stderr(`^SIOCSIFTXQLEN: Numerical result out of range\n$`)},
		{"the kernel has VLANs", "vconfig-*", line(`^vconfig add v0 5$`), stderr(`^(WARNING: .*\n)?$`)},
	}
}

// kernelOf is why a step of a case isn't compared, for what it said; "" is no reason.
func kernelOf(name string, s Step, stderr string) string {
	for _, k := range otherKernels() {
		if fits, _ := filepath.Match(k.cases, name); fits && k.line.MatchString(s.Line) && k.stderr.MatchString(stderr) {
			return k.why
		}
	}
	return ""
}
