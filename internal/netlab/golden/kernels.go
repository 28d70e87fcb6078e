package golden

import (
	"fmt"
	"path/filepath"
	"regexp"

	"golang.org/x/sys/unix"
)

// otherKernel is what kernels do otherwise than that of the transcripts, 6.18,
// whatever program asks. A step in which it shows isn't compared, nor what comes behind
// it if the state is another; docs/kernels.md has a row for each.
type otherKernel struct {
	why    string
	until  [2]int         // Linux before this version; 0.0 is any Linux that says so
	cases  string         // pattern of names, as in filepath.Match
	line   *regexp.Regexp // the step's command
	stderr *regexp.Regexp // what the step says then, all of it
}

func otherKernels() []otherKernel {
	line, stderr := regexp.MustCompile, regexp.MustCompile
	return []otherKernel{
		{"queues are bounded (seen in 6.1.192 and 7.2.13, as Debian has them)", [2]int{}, "*qlen",
			line(`^ip link set v0 txqueuelen 100000$`), stderr(`^(RTNETLINK answers: Numerical result out of range|Error: integer out of range\.)\n$`)},
		{"queues are bounded (seen in 6.1.192 and 7.2.13, as Debian has them)", [2]int{}, "kw-txqueuelen",
			line(`^ifconfig v0 txqueuelen 2147483647$`), stderr(`^SIOCSIFTXQLEN: Numerical result out of range\n$`)},
	}
}

// kernelOf is why a step of a case isn't compared on a kernel, for what it said; "" is
// no reason.
func kernelOf(release [2]int, name string, s Step, stderr string) string {
	for _, k := range otherKernels() {
		before := k.until == [2]int{} || release[0] < k.until[0] || release[0] == k.until[0] && release[1] < k.until[1]
		if fits, _ := filepath.Match(k.cases, name); before && fits && k.line.MatchString(s.Line) && k.stderr.MatchString(stderr) {
			return k.why
		}
	}
	return ""
}

// runningKernel is the version of this machine's, its first two numbers. One that can't
// be read is 0.0.
func runningKernel() (v [2]int) {
	var u unix.Utsname
	if unix.Uname(&u) == nil {
		fmt.Sscanf(unix.ByteSliceToString(u.Release[:]), "%d.%d", &v[0], &v[1])
	}
	return v
}
