package netstat

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/procnet/owner"
)

const (
	inetHead = "Active Internet connections (w/o servers)\n" + columnHead
	allHead  = "Active Internet connections (servers and established)\n" + columnHead

	columnHead = "Proto Recv-Q Send-Q Local Address           Foreign Address         State      \n"
	unixHead   = "Active UNIX domain sockets (w/o servers)\n" +
		"Proto RefCnt Flags       Type       State         I-Node   Path\n"
)

// socketWorld has addresses that are the same in both byte orders.
func socketWorld() *world {
	w := newWorld()
	w.files = map[string]string{
		"/etc/nsswitch.conf": "hosts: files\n",
		"/etc/hosts":         "9.9.9.9 gate\n",
		"/etc/services":      "ssh 22/tcp\n",
		"/etc/passwd":        "root:x:0:0::/:\nwww:x:33:33::/:\n",
		"/proc/net/tcp": tcpTitles +
			"   0: 00000000:0016 00000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 1001 1 0\n" +
			"   1: 07070707:0016 09090909:9C40 01 00000005:00000000 01:00000019 00000002    33        4 1002 1 0\n" +
			"   2: 07070707:0050 09090909:9C41 0C 00000000:00000000 00:00000000 00000000     0        0 0\n",
		"/proc/net/udp":     tcpTitles + "   0: 07070707:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 1003\n",
		"/proc/net/raw":     tcpTitles,
		"/proc/net/unix":    "Num       RefCount Protocol Flags    Type St Inode Path\n(____ptrval____): 00000003 00000000 00000000 0001 03  1004 /run/a b\n",
		"/proc/net/igmp":    "Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n1\tlo        :     1      V3\n\t\t\t\tE00000E0     1 0:00000000\t\t0\n",
		"/proc/net/snmp":    "Tcp: MaxConn ActiveOpens Fresh\nTcp: -1 18446744073709551615 0\n",
		"/proc/net/netstat": "TcpExt: BeyondWindow\nTcpExt: 4\n",
	}
	return w
}

// knownOwners are owners by inode.
type knownOwners map[uint64]owner.Process

func (k knownOwners) Owner(inode uint64) (owner.Process, bool) {
	p, ok := k[inode]
	return p, ok
}

func (k knownOwners) Seen() bool { return len(k) > 0 }

func listSocketsOf(w *world, line string) result { return w.run(strings.Fields(line)...) }

func TestSockets(t *testing.T) {
	const row = "tcp        0      5 7.7.7.7:22              9.9.9.9:40000           ESTABLISHED"
	const odd = "tcp        0      0 7.7.7.7:80              9.9.9.9:40001           UNKNOWN(12)"
	const server = "tcp        3      0 0.0.0.0:22              0.0.0.0:*               LISTEN     \n"
	for line, want := range map[string]string{
		"-tn":      inetHead + row + "\n" + odd + "\n",
		"-tan":     allHead + server + row + "\n" + odd + "\n",
		"-t":       inetHead + strings.NewReplacer("7.7.7.7:22 ", "7.7.7.7:ssh", "9.9.9.9:40000", "gate:40000   ").Replace(row) + "\n" + strings.Replace(odd, "9.9.9.9:40001", "gate:40001   ", 1) + "\n",
		"-u -n -a": allHead + "udp        0      0 7.7.7.7:53              0.0.0.0:*                          \n",
		"-xn":      unixHead + "unix  3      [ ]         STREAM     CONNECTED     1004     /run/a\n",
		"-gn":      "IPv6/IPv4 Group Memberships\nInterface       RefCnt Group\n--------------- ------ ---------------------\nlo              1      224.0.0.224\n",
		"-st":      "Tcp:\n    18446744073709551615 active connection openings\nTcpExt:\n    BeyondWindow: 4\n",
	} {
		if diff := cmp.Diff(result{Stdout: want}, listSocketsOf(socketWorld(), line)); diff != "" {
			t.Errorf("netstat %s (-want +got)\n%s", line, diff)
		}
	}
}

// Kernels without UDP-Lite have sockets of other kinds all the same.
func TestUDPLiteIsGone(t *testing.T) {
	w := socketWorld()
	got := listSocketsOf(w, "-uUwxna")
	want := "netstat: no support for `AF INET (udplite)' on this system.\n"
	if got.Stderr != want || got.Status != 1 || !strings.Contains(got.Stdout, "Active UNIX domain sockets") || !strings.Contains(got.Stdout, "1004") {
		t.Errorf("%v", got)
	}
}

// A missing table ends the listing, as ever; with nothing chosen nobody is told.
func TestMissingTable(t *testing.T) {
	w := socketWorld()
	delete(w.files, "/proc/net/raw")
	if got := listSocketsOf(w, "-wxn"); got.Status != 1 || strings.Contains(got.Stdout, "UNIX") || got.Stderr != "netstat: no support for `AF INET (raw)' on this system.\n" {
		t.Errorf("%v", got)
	}
	if got := listSocketsOf(w, "-n"); got.Status != 0 || got.Stderr != "" || !strings.Contains(got.Stdout, "UNIX") {
		t.Errorf("%v", got)
	}
	if got := listSocketsOf(w, "-nv"); got.Status != 0 || !strings.Contains(got.Stderr, "(raw)") {
		t.Errorf("%v", got)
	}
}

// A family of the Internet's, where none of its protocols is chosen, makes missing
// tables of sockets and groups nothing to tell of; not those of other families.
func TestMissingQuietly(t *testing.T) {
	const none = "netstat: no support for `AF %s' on this system.\n"
	for line, missing := range map[string]string{
		"-x": "UNIX", "-xt": "UNIX", "-x4t": "UNIX", "--unix --ax25": "UNIX", "-g": "INET (igmp)",
		"-x4": "", "-x6v": "", "--inet --unix": "", "-g4": "", "-g6": "", "-4gx": "",
		"-4x --ax25": "AX25", "--rose -4x": "ROSE", "-A inet,ipx": "IPX",
	} {
		w := socketWorld()
		for _, name := range []string{"unix", "igmp", "igmp6", "ax25", "rose", "ipx/socket"} {
			delete(w.files, "/proc/net/"+name)
		}
		want, status := "", 0
		if missing != "" {
			want, status = fmt.Sprintf(none, missing), 1
		}
		if got := listSocketsOf(w, line+" -n"); got.Stderr != want || got.Status != status {
			t.Errorf("netstat %s: %v", line, got)
		}
	}
}

func TestPrograms(t *testing.T) {
	w := socketWorld()
	var asked []uint64
	w.owners = func(want []uint64) (Owners, error) {
		asked = want
		return knownOwners{1002: {PID: "812", Program: "sshd: root@pts/0 and more"}}, owner.ErrHidden
	}
	got := listSocketsOf(w, "-tnp")
	if !strings.Contains(got.Stdout, " ESTABLISHED 812/sshd: root@pts/ \n") || !strings.Contains(got.Stdout, " UNKNOWN(12) -                   \n") {
		t.Errorf("%v", got)
	}
	if !strings.HasPrefix(got.Stderr, "(Not all processes could be identified") || got.Status != 0 {
		t.Errorf("%v", got)
	}
	if diff := cmp.Diff([]uint64{1002}, asked); diff != "" {
		t.Errorf("what is looked for (-want +got)\n%s", diff)
	}
	w.owners = func([]uint64) (Owners, error) { return knownOwners{}, fs.ErrNotExist }
	if got := listSocketsOf(w, "-tnp"); got.Stderr != "(No info could be read for \"-p\": geteuid()=0 but you should be root.)\n" {
		t.Errorf("%v", got)
	}
}

func TestUsersAndTimers(t *testing.T) {
	got := listSocketsOf(socketWorld(), "-teo --numeric-hosts --numeric-ports")
	for _, want := range []string{
		" User       Inode      Timer\n", " ESTABLISHED www        1002       on (0.25/2/4)\n", " UNKNOWN(12) root       0          off (0.00/0/0)\n",
	} {
		if !strings.Contains(got.Stdout, want) {
			t.Errorf("%q isn't in\n%s", want, got.Stdout)
		}
	}
}

// Each round of -gc is like the first.
func TestContinuousGroups(t *testing.T) {
	w := socketWorld()
	once := listSocketsOf(w, "-gn")
	rounds := 0
	w.sleep = func(time.Duration) {
		if rounds++; rounds == 3 {
			delete(w.files, "/proc/net/igmp")
		}
	}
	got := listSocketsOf(w, "-gnc")
	if !strings.HasPrefix(got.Stdout, strings.Repeat(once.Stdout, 3)) || got.Status != 1 || strings.Contains(got.Stderr, "bogus") {
		t.Errorf("%v", got)
	}
}

func TestROSE(t *testing.T) {
	w := socketWorld()
	w.files["/proc/net/rose"] = "title\n2080175524 BETA-2    2080175523 ALPHA-1   rose0 001 00001  3  0  0\nshort\n"
	const want = "Active ROSE sockets\ndest_addr   dest_call  src_addr    src_call  dev   lci neigh   state\n" +
		"2080175524  BETA-2     2080175523  ALPHA-1   rose0   1     1   ESTABLISHED\nProblem reading data from /proc/net/rose\n"
	if diff := cmp.Diff(result{Stdout: want}, listSocketsOf(w, "--rose")); diff != "" {
		t.Error(diff)
	}
}

func TestShortRadio(t *testing.T) {
	w := socketWorld()
	w.files["/proc/net/nr"] = "title\nALPHA-1   BETA-2    GAMMA-3   nr0    01/02 03/04  3   1   2\nALPHA-1   BETA-2    GAMMA-3   nr0    01/02\n"
	const want = "ALPHA-1    BETA-2     GAMMA-3    nr0     ESTABLISHED  002/001  0       0     \nProblem reading data from /proc/net/nr\n"
	if got := listSocketsOf(w, "--netrom"); !strings.HasSuffix(got.Stdout, want) || got.Status != 0 {
		t.Errorf("%v", got)
	}
}

// On a terminal no name steers it.
func TestControlBytes(t *testing.T) {
	w := socketWorld()
	w.terminal = true
	w.files["/proc/net/unix"] = "Num Inode\n0: 3 0 0 1 3 1004 /run/\x1b[2J\n"
	w.owners = func([]uint64) (Owners, error) {
		return knownOwners{1004: {PID: "1", Program: "a\x1b[31m"}}, nil
	}
	got := listSocketsOf(w, "-xp")
	if strings.Contains(got.Stdout, "\x1b") || !strings.Contains(got.Stdout, " 1/a?[31m ") || !strings.Contains(got.Stdout, "/run/?[2J\n") {
		t.Errorf("%+v", got)
	}
}

func TestRouteFamilies(t *testing.T) {
	for line, want := range map[string]result{
		"-r -A rose":       {Stderr: "No routing for address family `rose'.\n", Status: 3},
		"-r --bluetooth":   {Stderr: "No routing for address family `bluetooth'.\n", Status: 3},
		"-f":               {Stderr: "netstat: feature `AF BLUETOOTH' not supported.\nPlease recompile `net-tools' with newer kernel source or full configuration.\n", Status: 1},
		"-s -A inet,inet6": {Stdout: "netstat: No statistics support for specified address family: inet,inet6\n", Status: 1},
		"-tn -Z":           {Stderr: "SELinux is not enabled on this machine.\n", Status: 1},
		"--un":             {Stderr: "netstat: option '--un' is ambiguous; possibilities: '--unix' '--unix'\n(usage)\n", Status: 3},
	} {
		if diff := cmp.Diff(want, listSocketsOf(socketWorld(), line)); diff != "" {
			t.Errorf("netstat %s (-want +got)\n%s", line, diff)
		}
	}
}

// A file that fails while it is read ends the listing.
func TestUnreadableTable(t *testing.T) {
	w := socketWorld()
	w.fails = "/proc/net/tcp"
	if got := listSocketsOf(w, "-tn"); got.Status != 255 || got.Stderr != "/proc/net/tcp: Is a directory\n" {
		t.Errorf("%v", got)
	}
	if got := listSocketsOf(w, "-M"); got.Status != 1 {
		t.Errorf("%v", got)
	}
}

// JSON is valid whatever is listed, and has what the columns cut.
func TestSocketJSON(t *testing.T) {
	for line, want := range map[string]string{
		"-tn --json":  `{"proto":"tcp","recv_q":0,"send_q":5,"local_address":"7.7.7.7","local_port":"22","local_port_num":22,"foreign_address":"9.9.9.9","foreign_port":"40000","foreign_port_num":40000,"state":"ESTABLISHED","kind":"network","transport_protocol":"tcp","network_protocol":"ipv4","user":"33","uid":33,"inode":1002,"pid":null,"program_name":null,"state_num":1,"timer":1,"timer_expires":25,"retransmits":2,"probes":4}`,
		"-t --json":   `"foreign_address":"9.9.9.9"`,
		"-x --json":   `"state":"CONNECTED","inode":1004,"pid":null,"program_name":null,"path":"/run/a b","kind":"socket"`,
		"-g --json":   `{"interface":"lo","refcnt":1,"group":"224.0.0.224","network_protocol":"ipv4","kind":"group"}`,
		"-s --json":   `{"section":"Tcp","kind":"statistics","counters":{"MaxConn":-1,"ActiveOpens":18446744073709551615,"Fresh":0}}`,
		"-a --json":   `"proto":"udp"`,
		"-wn --json":  "[\n]\n",
		"-ltn --json": `"local_port":"22","local_port_num":22,"foreign_address":"0.0.0.0","foreign_port":"*","foreign_port_num":null`,
	} {
		w := socketWorld()
		got := listSocketsOf(w, line)
		if !json.Valid([]byte(got.Stdout)) || !strings.Contains(got.Stdout, want) || got.Status != 0 {
			t.Errorf("netstat %s: %v", line, got)
		}
	}
}

// failing is a file that can't be read.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, unix.EISDIR }
func (failing) Close() error             { return nil }

var _ io.ReadCloser = failing{}
