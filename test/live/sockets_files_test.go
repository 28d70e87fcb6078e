package live

import (
	"encoding/binary"
	"fmt"
	"maps"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

const socketTitles = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"

// hexAddr is an address as the kernel prints it.
func hexAddr(text string) string {
	b := netip.MustParseAddr(text).AsSlice()
	word := ""
	for ; len(b) > 0; b = b[4:] {
		word += fmt.Sprintf("%08X", binary.NativeEndian.Uint32(b))
	}
	return word
}

// endpoints are of one family each: of two net-tools shows memory never set.
const endpoints = " ENDPT     SOCK   STY SST HBKT LPORT   UID INODE LADDRS\n" +
	"0 0 2   10 29   8080     0 5001 10.0.0.1 10.0.0.3\n0 0 2   10 29   8081     0 5002\n"

// socketRow is a line of the kernel's.
func socketRow(local, remote string, state int, rest string) string {
	end := func(text string) string {
		i := strings.LastIndexByte(text, ':')
		var port int
		fmt.Sscan(text[i+1:], &port) //nolint:errcheck // the test's own
		return fmt.Sprintf("%s:%04X", hexAddr(text[:i]), port)
	}
	return fmt.Sprintf("   0: %s %s %02X %s 1 0000000000000000 20 4 30 10 -1\n", end(local), end(remote), state, rest)
}

// preparedSockets are tables with what a namespace can't be brought to: every state,
// timer and size, addresses of every kind.
func preparedSockets() map[string]string {
	const plain = "00000000:00000000 00:00000000 00000000     0        0 5001"
	files := map[string]string{"net/igmp": "", "net/igmp6": "", "net/unix": "Num       RefCount Protocol Flags    Type St Inode Path\n"}
	tcp, tcp6, udp, raw := socketTitles, socketTitles, socketTitles, socketTitles
	for state := 1; state <= 11; state++ {
		tcp += socketRow(fmt.Sprintf("10.0.0.1:%d", 1000+state), "10.0.0.2:80", state, plain)
	}
	for timer := range 6 {
		tcp += socketRow("10.0.0.1:22", fmt.Sprintf("10.0.0.3:%d", timer+1), 1,
			fmt.Sprintf("%08X:%08X %02X:%08X %08X  %d        %d 6%03d", timer*70000, timer*3, timer, timer*12345, timer, timer*33, timer, timer))
	}
	tcp += socketRow("254.254.254.254:65278", "253.253.253.253:65021", 1, plain) + socketRow("0.0.0.0:22", "0.0.0.0:0", 10, plain) +
		socketRow("10.0.0.1:80", "10.0.0.2:0", 1, plain) + socketRow("0.0.0.0:0", "0.0.0.0:0", 7, plain)
	for _, a := range []string{"::", "::1", "2001:db8::1", "2001:db8:1111:2222:3333:4444:5555:6666", "::ffff:10.0.0.1", "::ffff:0.0.0.0", "::10.0.0.1", "fe80::1", "64:ff9b::10.0.0.1", "2001:db8:0:1:0:0:0:1"} {
		tcp6 += socketRow(a+":443", "::ffff:10.0.0.2:50000", 1, plain) + socketRow(a+":443", ":::0", 10, plain) + socketRow(":::1", a+":0", 10, plain)
	}
	for _, state := range []int{1, 2, 7} {
		udp += socketRow("10.0.0.1:53", "0.0.0.0:0", state, plain) + socketRow("10.0.0.1:53", "10.0.0.2:53", state, plain) + socketRow("10.0.0.1:53", "0.0.0.0:99", state, plain)
		raw += socketRow("10.0.0.1:1", "0.0.0.0:0", state, plain) + socketRow("10.0.0.1:255", "10.0.0.2:0", state, plain)
	}
	unix := files["net/unix"]
	for kind := range 7 {
		for state := range 6 {
			for _, flags := range []int{0, 0x10000, 0x30000, 0x60000} {
				unix += fmt.Sprintf("0000000000000000: %08X %08X %08X %04X %02X %5d%s\n", kind+1, kind/6, flags, kind, state, 4000+kind*state, []string{"", " /run/x", " @abs@x"}[state%3])
			}
		}
	}
	maps.Copy(files, map[string]string{"net/tcp": tcp, "net/tcp6": tcp6, "net/udp": udp, "net/udp6": socketTitles, "net/raw": raw, "net/raw6": socketTitles,
		"net/udplite": socketTitles, "net/udplite6": socketTitles, "net/unix": unix, "net/sctp/eps": endpoints, "net/sctp/assocs": oldTables["net/sctp/assocs"]})
	return files
}

func preparedLab(t *testing.T) *netlab.Lab {
	t.Helper()
	t.Parallel()
	netlab.Need(t, "netstat", netlab.Root)
	lab := netlab.New(t, netlab.Tools(t, "netstat"))
	socketEtc(lab)
	lab.Proc(preparedSockets())
	return lab
}

// oldTables are files of kernels and families that no machine of today has.
var oldTables = map[string]string{
	"net/sctp/eps": " ENDPT     SOCK   STY SST HBKT LPORT   UID INODE LADDRS\n" +
		"0 0 2   10 29   8080     0 5001 10.0.0.1 fd00::1\n0 0 2   10 29   8081     0 5002\n",
	"net/sctp/assocs": " ASSOC     SOCK   STY SST ST HBKT ASSOC-ID TX_QUEUE RX_QUEUE UID INODE LPORT RPORT LADDRS <-> RADDRS HBINT\n" +
		"0 0 2   1   3   0    4       17       18       0 5003 8080 40000  *10.0.0.1 10.0.0.3 <-> *10.0.0.2 \t    7500\n",
	"net/ip_masquerade": "Prc FromIP   FPrt ToIP     TPrt Masq Init-seq  Delta PDelta Expires (free=40955,40960,40960)\n" +
		"TCP 0A000001:0050 0A000002:9C40 F000 00000001     -1      2    7500\n",
	"net/igmp":  "",
	"net/igmp6": "",
}

// TestNetstatPreparedSockets: the same rows of the same files.
func TestNetstatPreparedSockets(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := preparedLab(t)
		for _, line := range []string{
			"-tan", "-ta", "-tl", "-t", "-tanW", "-taW", "-taneo", "-tane", "-uan", "-ua", "-u", "-ul", "-uano", "-wan", "-wa", "-wl", "-wano", "-xa", "-x", "-xl", "-San", "-Sane", "-Sl", "-an", "-4an", "-6anW",
		} {
			toldAlike(t, lab, peer.netstat, "netstat", line)
		}
	})
}

// TestBusyboxPreparedSockets: and in its dialect as busybox lists them.
func TestBusyboxPreparedSockets(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		lab := preparedLab(t)
		for _, line := range []string{"-tan", "-ta", "-tl", "-t", "-uan", "-ua", "-u", "-ul", "-wan", "-wa", "-wl", "-xa", "-x", "-xl", "-an", "-a", "-l", ""} {
			agree(t, "busybox netstat "+line, func() string {
				return cmp.Diff(told(lab, peer+" netstat", line), told(lab, "netstat --dialect=busybox", line))
			})
		}
	})
}
