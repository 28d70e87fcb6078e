package netlab_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// TestMksock: each word leaves the sockets behind that it says, in their states.
func TestMksock(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip")
	lab := netlab.New(t, "")
	lab.Sh("ip link set lo up")
	lab.Sh(`
mksock tcp-listen 127.0.0.1:81 7
mksock tcp-accept 127.0.0.1:82
mksock tcp 127.0.0.1:1082 127.0.0.1:82
mksock tcp-shut 127.0.0.1:2082 127.0.0.1:82
mksock tcp-defer 127.0.0.1:83
mksock tcp 127.0.0.1:1083 127.0.0.1:83
mksock tcp-timewait 127.0.0.1:1084 127.0.0.1:84
mksock udp 127.0.0.1:85
mksock udp 127.0.0.1:1085 127.0.0.1:85
mksock unix-listen @stream
mksock unix @datagram
mksock unix-seq @sequence
mksock unix-pair stream
mksock unix-pair dgram
`)
	tcp := columns(lab.Sh("cat /proc/net/tcp"), 1, 2, 3)
	for _, row := range []string{
		word(81) + " " + anyEnd + " 0A", word(82) + " " + anyEnd + " 0A", word(83) + " " + anyEnd + " 0A", word(84) + " " + anyEnd + " 0A",
		word(1082) + " " + word(82) + " 01", word(82) + " " + word(1082) + " 01",
		word(2082) + " " + word(82) + " 05", word(82) + " " + word(2082) + " 08",
		word(1083) + " " + word(83) + " 01", word(83) + " " + word(1083) + " 03",
		word(1084) + " " + word(84) + " 06",
	} {
		if !contains(tcp, row) {
			t.Errorf("no %s among\n%s", row, strings.Join(tcp, "\n"))
		}
	}
	udp := columns(lab.Sh("cat /proc/net/udp"), 1, 2, 3)
	for _, row := range []string{word(85) + " " + anyEnd + " 07", word(1085) + " " + word(85) + " 01"} {
		if !contains(udp, row) {
			t.Errorf("no %s among\n%s", row, strings.Join(udp, "\n"))
		}
	}
	sockets := columns(lab.Sh("cat /proc/net/unix"), 3, 4, 5, 7)
	for row, n := range map[string]int{
		"00010000 0001 01 @stream": 1, "00000000 0002 01 @datagram": 1, "00010000 0005 01 @sequence": 1, "00000000 0001 03 ": 2, "00000000 0002 03 ": 2,
	} {
		if got := count(sockets, row); got != n {
			t.Errorf("%d of %q instead of %d among\n%s", got, row, n, strings.Join(sockets, "\n"))
		}
	}
}

// TestMksockFails by a message and a status, and leaves nothing.
func TestMksockFails(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip")
	lab := netlab.New(t, "")
	for _, line := range []string{"nosuch x", "tcp 127.0.0.1:1", "tcp-listen nowhere", "tcp-timewait 127.0.0.1:1", "tcp-syn 127.0.0.1:1", "tcp-listen 127.0.0.1:80 many", "raw tcp"} {
		got := lab.Run(append([]string{"mksock"}, strings.Fields(line)...)...)
		if got.Exit == "0" || !strings.HasPrefix(got.Stderr, "mksock: ") {
			t.Errorf("%s: %+v", line, got)
		}
	}
	if rows := columns(lab.Sh("cat /proc/net/tcp"), 1, 2, 3); len(rows) != 0 {
		t.Errorf("%q", rows)
	}
}

const anyEnd = "00000000:0000"

// word is a port of 127.0.0.1 as the files have it.
func word(port uint16) string {
	return hexWord([4]byte{127, 0, 0, 1}) + ":" + hexPort(port)
}

// columns are the chosen words of each line but the first, "" where there is none.
func columns(text string, which ...int) (rows []string) {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for _, line := range lines[1:] {
		words := strings.Fields(line)
		row := make([]string, len(which))
		for i, n := range which {
			if n < len(words) {
				row[i] = words[n]
			}
		}
		rows = append(rows, strings.Join(row, " "))
	}
	return rows
}

func contains(rows []string, row string) bool { return count(rows, row) > 0 }

func count(rows []string, row string) (n int) {
	for _, r := range rows {
		if r == row {
			n++
		}
	}
	return n
}

// hexWord is a word in the machine's byte order, as the kernel prints addresses.
func hexWord(a [4]byte) string { return fmt.Sprintf("%08X", binary.NativeEndian.Uint32(a[:])) }

func hexPort(port uint16) string { return fmt.Sprintf("%04X", port) }
