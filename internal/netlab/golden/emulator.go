package golden

import (
	"encoding/binary"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"classicnet/internal/netlab"
)

// fault is what qemu's user emulation (7.2) gets wrong in every program. A step
// in which it shows isn't compared; nothing else is excused.
type fault struct {
	why    string
	where  []string       // GOARCHes; none is each
	cases  string         // pattern of names, as in filepath.Match
	line   *regexp.Regexp // the step's command
	stderr *regexp.Regexp // what the step says then, all of it
}

func bigEndian() []string { return []string{"mips", "mips64", "ppc64", "s390x"} }

func faults() []fault {
	line, stderr := regexp.MustCompile, regexp.MustCompile
	return []fault{
		{"qemu doesn't know the request", nil, "*",
			line(`\bifconfig `), stderr(`^(SIOCDIFADDR|SIOCSKEEPALIVE|SIOCSOUTFILL): Function not implemented\n$`)},
		{"qemu takes an IPv6 route for an IPv4 one, which is longer and holds the address of a device's name", nil, "*",
			line(`\broute -A inet6 (add|del) `), stderr(`^SIOC(ADD|DEL)RT: .*\n$`)},
		{"qemu swaps the bytes of an IPv6 route as those of an IPv4 one", bigEndian(), "*",
			line(`\broute -A inet6 (add|del) `), stderr(`^$`)},
		{"qemu takes an IPv6 address for a struct sockaddr and swaps the bytes of what it takes for its family", bigEndian(), "*",
			line(`\bifconfig .*:`), stderr(`^SIOCSIFADDR: No such device\n$`)},
		{"qemu swaps two of the four bytes of a queue's length", bigEndian(), "*",
			line(`\bifconfig .*\btxqueuelen `), stderr(`^(SIOCSIFTXQLEN: Invalid argument\n)?$`)},
		{"qemu writes /proc/net/route anew, of lines as today's kernel has them", bigEndian(), "proc-*",
			line(`\broute\b`), stderr(`^$`)},
		{"qemu swaps the addresses of /proc/net/route by that name alone, not those of /proc/thread-self/net/route", bigEndian(), "*",
			line(`\broute(\s+-\S+(\s+inet)?)*$`), stderr(`^$`)},
		{"qemu's /proc/net/route has no titles where the file has nothing else", bigEndian(), "*",
			line(`\broute\b`), stderr(`^warning: /proc/net/route does not contain required field Iface\n$`)},
		{"the prepared cache is one of a little-endian kernel", bigEndian(), "proc-cache",
			line(`\broute .*C`), stderr(`^$`)},
	}
}

// faultOf is why a step of a case isn't compared on a machine that qemu
// emulates, for what it said; "" is no reason.
func faultOf(arch, name string, s Step, stderr string) string {
	for _, f := range faults() {
		here := len(f.where) == 0 || slices.Contains(f.where, arch)
		if fits, _ := filepath.Match(f.cases, name); here && fits && f.line.MatchString(s.Line) && f.stderr.MatchString(stderr) {
			return f.why
		}
	}
	return ""
}

// excuse returns what is wanted with a skip section for each step that qemu gets
// wrong, or this kernel does otherwise, and says which and why.
func (s Suite) excuse(t *testing.T, name string, c *Case, want, got Results) Results {
	if len(s.Tools) == 0 {
		return want
	}
	arch := netlab.Emulated()
	unswap(arch, got)
	want = maps.Clone(want)
	for i, step := range c.Steps {
		n := i + 1
		said := got[section(n, "stderr")]
		why := kernelOf(name, step, said, want[section(n, "stdout")], got[section(n, "stdout")])
		if arch != "" && why == "" {
			why = faultOf(arch, name, step, said)
		}
		if why != "" {
			t.Logf("excused: step %d: %s: %s", n, step.Line, why)
			want[section(n, "skip")] = why
		}
	}
	return want
}

var queueLength = regexp.MustCompile(`\btxqueuelen:(-?\d+)`)

// unswap undoes what qemu does to the length of a queue on a big-endian machine:
// it swaps the first two bytes of the kernel's number and leaves the others.
func unswap(arch string, r Results) {
	if !slices.Contains(bigEndian(), arch) {
		return
	}
	for key, text := range r {
		r[key] = queueLength.ReplaceAllStringFunc(text, func(field string) string {
			shown, err := strconv.ParseInt(queueLength.FindStringSubmatch(field)[1], 10, 32)
			if err != nil {
				return field
			}
			var b [4]byte
			binary.BigEndian.PutUint32(b[:], uint32(shown))
			b[0], b[1] = b[1], b[0]
			return "txqueuelen:" + strconv.Itoa(int(int32(binary.LittleEndian.Uint32(b[:]))))
		})
	}
}
