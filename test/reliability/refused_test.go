package reliability

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
	"classicnet/ioctl"
)

// getter is a request of a listing and what its text loses without the answer.
type getter struct {
	name    string
	request uint32
	lost    *regexp.Regexp // in the listing
	instead string
	// forgotten is instead where the kernel says yes and answers nothing.
	forgotten string
}

var inetLine = regexp.MustCompile(`.*inet addr.*\n`)

const noHardware = "Link encap:UNSPEC  HWaddr 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  \n"

var getters = []getter{
	{"SIOCGIFHWADDR", unix.SIOCGIFHWADDR, regexp.MustCompile(`Link encap:.*\n`), noHardware, "Link encap:AMPR NET/ROM  HWaddr   \n"},
	{"SIOCGIFMTU", unix.SIOCGIFMTU, regexp.MustCompile(`MTU:\d+`), "MTU:0", "MTU:0"},
	{"SIOCGIFMETRIC", unix.SIOCGIFMETRIC, regexp.MustCompile(`Metric:\d+`), "Metric:1", "Metric:1"},
	{"SIOCGIFMAP", unix.SIOCGIFMAP, regexp.MustCompile(`Interrupt:.*\n`), "", ""},
	{"SIOCGIFTXQLEN", unix.SIOCGIFTXQLEN, regexp.MustCompile(`txqueuelen:\d+ `), "", "txqueuelen:0 "},
	{"SIOCGIFNETMASK", unix.SIOCGIFNETMASK, regexp.MustCompile(`Mask:\S+`), "Mask:[NONE SET]", "Mask:[NONE SET]"},
	{"SIOCGIFBRDADDR", unix.SIOCGIFBRDADDR, regexp.MustCompile(`Bcast:\S+`), "Bcast:[NONE SET]", "Bcast:[NONE SET]"},
	{"SIOCGIFDSTADDR", unix.SIOCGIFDSTADDR, regexp.MustCompile(`P-t-P:\S+`), "P-t-P:[NONE SET]", "P-t-P:[NONE SET]"},
	// a listing has the addresses from SIOCGIFCONF
	{"SIOCGIFADDR", unix.SIOCGIFADDR, regexp.MustCompile(`no such text`), "", ""},
}

// Any request may be refused, for any reason, and any may be answered by
// nothing: what it would have told is absent, the rest is there.
func TestRefusedGetters(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	whole := lab.Run("ifconfig", "-a").Stdout
	for _, g := range getters {
		for _, errno := range []unix.Errno{unix.ENOTTY, unix.EINVAL, unix.EOPNOTSUPP, unix.EPERM, unix.EADDRNOTAVAIL, unix.EACCES, 0} {
			instead := g.instead
			if errno == 0 {
				instead = g.forgotten
			}
			want := netlab.Result{Stdout: g.lost.ReplaceAllLiteralString(whole, instead), Exit: "0"}
			if g.request == unix.SIOCGIFADDR && errno == unix.EADDRNOTAVAIL {
				want.Stdout = inetLine.ReplaceAllString(whole, "") // gone since the list was made
			}
			got := runIn(t, lab, trouble{Deny: []denial{refuse(g.request, errno)}}, "ifconfig", "-a")
			check(t, g.name+": "+ioctl.Strerror(errno), want, got)
		}
	}
}

// The address of an interface that was asked for by name.
func TestRefusedAddress(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	whole := lab.Run("ifconfig", "eth1").Stdout
	want := netlab.Result{Stdout: regexp.MustCompile(`.*inet addr.*\n`).ReplaceAllString(whole, ""), Exit: "0"}
	for _, errno := range []unix.Errno{unix.ENOTTY, unix.EINVAL, unix.EPERM, unix.EADDRNOTAVAIL, 0} {
		check(t, ioctl.Strerror(errno), want, runIn(t, lab, trouble{Deny: []denial{refuse(unix.SIOCGIFADDR, errno)}}, "ifconfig", "eth1"))
	}
}

// Without the list of addresses, those of devices are asked for one by one.
// Aliases are missing: that is a failure.
func TestRefusedList(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	whole := lab.Run("ifconfig", "-a").Stdout
	devices := strings.Replace(whole, blocks(whole)["eth1:0"], "", 1)
	for errno, text := range map[unix.Errno]string{
		unix.EPERM: "Operation not permitted", unix.ENOTTY: "Inappropriate ioctl for device", 0: "Input/output error",
	} {
		want := netlab.Result{Stdout: devices, Stderr: "SIOCGIFCONF: " + text + "\n", Exit: "1"}
		check(t, text, want, runIn(t, lab, trouble{Deny: []denial{refuse(unix.SIOCGIFCONF, errno)}}, "ifconfig", "-a"))
	}
}

// An interface whose flags the kernel doesn't tell can't be shown. That it is
// missing is said.
func TestRefusedFlags(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	deny := trouble{Deny: []denial{refuse(unix.SIOCGIFFLAGS, unix.EPERM)}}
	const reason = ": error fetching interface information: Operation not permitted\n"
	check(t, "query", netlab.Result{Stderr: "eth1" + reason, Exit: "1"}, runIn(t, lab, deny, "ifconfig", "eth1"))
	all := "eth1" + reason + "eth1:0" + reason + "lo" + reason + "ppp0" + reason + "wlan9" + reason
	check(t, "listing", netlab.Result{Stderr: all, Exit: "1"}, runIn(t, lab, deny, "ifconfig"))
	check(t, "change", netlab.Result{Stderr: "eth1: ERROR while getting interface flags: Operation not permitted\n", Exit: "255"},
		runIn(t, lab, deny, "ifconfig", "eth1", "up"))
}
