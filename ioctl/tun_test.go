package ioctl

import (
	"encoding/hex"
	"testing"

	"golang.org/x/sys/unix"
)

// The numbers are those of <linux/if_tun.h> where _IOW has its usual bits.
func TestTunNumbers(t *testing.T) {
	for id, want := range map[requestID]uint{idTunAttach: 0xca, idTunPersist: 0xcb, idTunOwner: 0xcc, idTunGroup: 0xce} {
		equal(t, 0x0004_5400|want, id.code&0x0004_ffff)
	}
}

func TestTunRequest(t *testing.T) {
	tun := new(Tun)
	_, err := tun.Attach("tap7", TunEthernet|TunNoPacketInfo)
	refused(t, err, "TUNSETIFF", "tap7", unix.EBADF)
	equal(t, "tap7", cString(tun.conn.req.bytes()[:nameSize]))
	equal(t, u16(0x1002), hex.EncodeToString(tun.conn.req.union()[:2]))
	_, err = tun.Attach("0123456789abcdef", TunIP)
	refused(t, err, "TUNSETIFF", "0123456789abcdef", unix.EINVAL)
	refused(t, tun.SetPersistent(true), "TUNSETPERSIST", "", unix.EBADF)
	refused(t, tun.SetOwner(5), "TUNSETOWNER", "", unix.EBADF)
	refused(t, tun.SetGroup(5), "TUNSETGROUP", "", unix.EBADF)
}

func TestOpenTun(t *testing.T) {
	_, err := OpenTun("/dev/nosuch")
	refused(t, err, "open", "/dev/nosuch", unix.ENOENT)
	tun := must(OpenTun("/dev/null"))(t)
	_, err = tun.Attach("x", TunEthernet)
	refused(t, err, "TUNSETIFF", "x", unix.ENOTTY)
	ok(t, tun.Close())
	ok(t, tun.Close())
}
