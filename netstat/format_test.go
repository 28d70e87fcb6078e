package netstat

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/procnet/owner"
)

// busyboxWorld has what busybox 1.35 was shown for the rows below.
func busyboxWorld() *world {
	mapped := fmt.Sprintf("%08X", binary.NativeEndian.Uint32([]byte{0, 0, 0xff, 0xff}))
	w := socketWorld()
	w.files["/etc/hosts"] = "9.9.9.9 a-very-long-host-name.example.org\n0.0.0.0 zero\n"
	w.files["/etc/services"] = "ssh 22/tcp\ndomain 53/udp\n"
	w.files["/proc/net/tcp6"] = tcpTitles +
		"   0: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0\n" +
		"   1: 0000000000000000" + mapped + "07070707:0016 07070707070707070707070707070707:ABCD 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0\n"
	w.files["/proc/net/raw"] = tcpTitles + "   0: 07070707:0059 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 1\n"
	w.files["/proc/net/unix"] = "Num       RefCount Protocol Flags    Type St Inode Path\n" +
		"0000000000000000: 00000002 00000000 00010000 0001 01 12 /run/a b c\n" +
		"0000000000000000: 00000003 00000000 00000000 0001 03 1234567 @abs@x\n" +
		"0000000000000000: 00000002 00000001 00070000 0009 09 17204064\n" +
		"0000000000000000: 00000002 00000000 00000000 0002 01 17204066 /un\n"
	return w
}

// TestBusyboxFormat: nothing is cut, no protocol has its 6, 0.0.0.0 may have a name,
// a raw socket has its protocol as its state, a path its blanks. -e adds nothing.
func TestBusyboxFormat(t *testing.T) {
	const (
		columns     = "Proto Recv-Q Send-Q Local Address           Foreign Address         State       "
		unixColumns = "Proto RefCnt Flags       Type       State         I-Node "
		servers     = "Active Internet connections (servers and established)\n"
	)
	for line, want := range map[string]string{
		"-tane": servers + columns + "\n" +
			"tcp        3      0 0.0.0.0:22              0.0.0.0:*               LISTEN      \n" +
			"tcp        0      5 7.7.7.7:22              9.9.9.9:40000           ESTABLISHED \n" +
			"tcp        0      0 7.7.7.7:80              9.9.9.9:40001           UNKNOWN(12) \n" +
			"tcp        0      0 :::22                   :::*                    LISTEN      \n" +
			"tcp        0      0 ::ffff:7.7.7.7:22       707:707:707:707:707:707:707:707:43981 ESTABLISHED \n",
		"-t -4": "Active Internet connections (w/o servers)\n" + columns + "\n" +
			"tcp        0      5 7.7.7.7:ssh             a-very-long-host-name.example.org:40000 ESTABLISHED \n" +
			"tcp        0      0 7.7.7.7:80              a-very-long-host-name.example.org:40001 UNKNOWN(12) \n",
		"-l": "Active Internet connections (only servers)\n" + columns + "\n" +
			"tcp        3      0 zero:ssh                zero:*                  LISTEN      \n" +
			"tcp        0      0 :::ssh                  :::*                    LISTEN      \n" +
			"udp        0      0 7.7.7.7:domain          zero:*                              \n" +
			"raw        0      0 7.7.7.7:89              zero:*                  89          \n" +
			"Active UNIX domain sockets (only servers)\n" + unixColumns + "Path\n" +
			"unix  2      [ ACC ]     STREAM     LISTENING         12 /run/a b c\n",
		"-x": "Active UNIX domain sockets (w/o servers)\n" + unixColumns + "Path\n" +
			"unix  3      [ ]         STREAM     CONNECTED     1234567 @abs@x\n" +
			"??    2      [ ACC W N ] UNKNOWN    UNKNOWN       17204064 \n" +
			"unix  2      [ ]         DGRAM                    17204066 /un\n",
		"-uanpo": servers + columns + "PID/Program name     Timer\n" +
			"udp        0      0 7.7.7.7:53              0.0.0.0:*                           12/named             off (0.00/0/0)\n",
		"-xlp": "Active UNIX domain sockets (only servers)\n" + unixColumns + "PID/Program name    Path\n" +
			"unix  2      [ ACC ]     STREAM     LISTENING         12 -                    /run/a b c\n",
	} {
		w := busyboxWorld()
		w.owners = func([]uint64) (Owners, error) {
			return knownOwners{1003: owner.Process{PID: "12", Program: "named"}}, nil
		}
		got := w.run(append([]string{"--dialect=busybox"}, strings.Fields(line)...)...)
		if diff := cmp.Diff(want, got.Stdout); diff != "" || got.Status != 0 {
			t.Errorf("netstat %s: %s (-want +got)\n%s", line, got.Stderr, diff)
		}
	}
}

// TestMissingBehindAMiss: a file that is missing ends what is listed of its protocol
// but for IPv6: of SCTP one message is enough.
func TestMissingBehindAMiss(t *testing.T) {
	w := socketWorld()
	const once = "netstat: no support for `AF INET (sctp)' on this system.\n"
	if got := w.run("-San"); got.Stderr != once || got.Status != 1 {
		t.Errorf("%+v", got)
	}
	w.files["/proc/net/sctp/assocs"] = "x\n"
	if got := w.run("-San"); got.Stderr != once || got.Status != 1 {
		t.Errorf("%+v", got)
	}
	delete(w.files, "/proc/net/tcp")
	w.files["/proc/net/tcp6"] = tcpTitles + "   0: 07070707070707070707070707070707:0016 07070707070707070707070707070707:0001 01 0:0 0:0 0 0 0 1\n"
	if got := w.run("-tn"); !strings.Contains(got.Stdout, "tcp6") || got.Status != 1 {
		t.Errorf("%+v", got)
	}
}

// TestSCTPNumbers: addresses of SCTP, IPv6 ones too, as numbers.
func TestSCTPNumbers(t *testing.T) {
	for _, options := range []string{"-Sn", "-S", "-S --numeric-ports", "-Sn --dialect=busybox"} {
		w := socketWorld()
		w.files["/proc/net/sctp/assocs"] = " ASSOC SOCK ...\n" +
			"0 0 2 1 3 0 4 17 18 0 5003 8080 40000 *10.0.0.1 fd00::1 <-> *10.0.0.2 \t    7500\n"
		want := "sctp      18     17 10.0.0.1:8080           10.0.0.2:40000          ESTABLISHED\n" +
			"                    fd00::1                                                    \n"
		if got := w.run(strings.Fields(options)...); !strings.HasSuffix(got.Stdout, want) || got.Status != 0 {
			t.Errorf("netstat %s: %+v", options, got)
		}
	}
}

// TestSCTPFamilies: an endpoint with addresses of both.
func TestSCTPFamilies(t *testing.T) {
	w := socketWorld()
	w.files["/proc/net/sctp/eps"] = " ENDPT ...\n0 0 2 10 29 8080 0 5001 10.0.0.1 fd00::1\n"
	want := "sctp                10.0.0.1:8080                                   LISTEN     \n" +
		"                    fd00::1:8080                                               \n"
	if got := w.run("-Sln"); !strings.HasSuffix(got.Stdout, want) || got.Status != 0 {
		t.Errorf("%+v", got)
	}
}
