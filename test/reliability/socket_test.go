package reliability

import (
	"regexp"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
	"classicnet/ioctl"
)

// noSockets denies all sockets, or those of one family.
func noSockets(t *testing.T, errno unix.Errno, family uint32) trouble {
	t.Helper()
	number, byFamily := socketCall()
	if family != unix.AF_UNSPEC && !byFamily {
		t.Skip("a filter doesn't see the family of a socket on this architecture")
	}
	return trouble{Deny: []denial{{Call: number, Match: family != unix.AF_UNSPEC, Arg: family, Errno: errno}}}
}

// socketCall is the system call that makes sockets. On 386 that is socketcall,
// whose arguments are in memory, where no filter sees them.
func socketCall() (number int, byFamily bool) {
	if runtime.GOARCH == "386" {
		return 102, false
	}
	return unix.SYS_SOCKET, true
}

// Without any socket there is a message and a status, whatever was asked for.
func TestNoSocket(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	for _, errno := range []unix.Errno{unix.EAFNOSUPPORT, unix.EPERM, unix.EACCES, unix.EMFILE, unix.ENFILE, unix.ENOMEM, unix.ENOSYS} {
		for _, args := range [][]string{{"ifconfig"}, {"ifconfig", "eth1"}, {"ifconfig", "eth1", "up"}, {"ifconfig", "-s", "-a"}, {"ifconfig", "--json"}} {
			want := netlab.Result{Stderr: "No usable address families found.\nsocket: " + ioctl.Strerror(errno) + "\n", Exit: "1"}
			check(t, args[len(args)-1], want, runIn(t, lab, noSockets(t, errno, unix.AF_UNSPEC), args...))
		}
	}
}

// A kernel without IPv4 lists by another family's socket, which doesn't know
// what belongs to an IPv4 address.
func TestNoInetSocket(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	want := lab.Run("ifconfig", "-a")
	want.Stdout = regexp.MustCompile(`(Bcast|P-t-P|Mask):\S+`).ReplaceAllString(want.Stdout, "$1:[NONE SET]")
	want.Stderr = "warning: no inet socket available: Address family not supported by protocol\n"
	check(t, "listing", want, runIn(t, lab, noSockets(t, unix.EAFNOSUPPORT, unix.AF_INET), "ifconfig", "-a"))
	want = lab.Run("ifconfig", "-a")
	check(t, "without IPv6", want, runIn(t, lab, noSockets(t, unix.EAFNOSUPPORT, unix.AF_INET6), "ifconfig", "-a"))
}

// A policy that kills leaves no room for a message; nor does it for the
// runtime's: a dump of goroutines would be one.
func TestKilledForASocket(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	number, _ := socketCall()
	kill := trouble{Deny: []denial{{Call: number, Kill: true}}}
	check(t, "killed", netlab.Result{Exit: "signal 31"}, runIn(t, lab, kill, "ifconfig"))
}

// One system call after the other is refused: whatever the tool asks the
// kernel for, it doesn't crash, and doesn't fail silently. (The Go runtime
// can't do without fcntl, mmap, futex, clone and the calls for signals.)
func TestRefusedCalls(t *testing.T) {
	t.Parallel()
	needTrouble(t)
	lab := town(t)
	sockets, _ := socketCall()
	for _, call := range []struct {
		name   string
		number int
	}{
		{"openat", unix.SYS_OPENAT}, {"read", unix.SYS_READ}, {"close", unix.SYS_CLOSE}, {"write", unix.SYS_WRITE},
		{"ioctl", unix.SYS_IOCTL}, {"socket", sockets}, {"pread64", unix.SYS_PREAD64},
		{"nanosleep", unix.SYS_NANOSLEEP}, {"sched_yield", unix.SYS_SCHED_YIELD}, {"getrandom", unix.SYS_GETRANDOM},
		{"madvise", unix.SYS_MADVISE}, {"sched_getaffinity", unix.SYS_SCHED_GETAFFINITY}, {"getrlimit", unix.SYS_PRLIMIT64},
		{"epoll_create1", unix.SYS_EPOLL_CREATE1}, {"eventfd2", unix.SYS_EVENTFD2}, {"connect", unix.SYS_CONNECT},
	} {
		for _, errno := range []unix.Errno{unix.EPERM, unix.ENOSYS, unix.EIO} {
			for _, args := range [][]string{{"ifconfig", "-a"}, {"ifconfig", "eth1", "192.168.1.1", "up"}} {
				got := runIn(t, lab, trouble{Deny: []denial{{Call: call.number, Errno: errno}}}, args...)
				if call.number == unix.SYS_WRITE {
					got.Stderr = "can't be written"
				}
				survived(t, call.name+": "+ioctl.Strerror(errno), got)
			}
		}
	}
}
