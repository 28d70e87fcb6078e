package ioctl

import (
	"testing"

	"golang.org/x/sys/unix"
)

// TestBondStructs lays the structs of <linux/if_bonding.h> out.
func TestBondStructs(t *testing.T) {
	holds(t, &ifbond{1, 2, 100}, -1, piece{0, 0, native32(1)}, piece{4, 4, native32(2)}, piece{8, 8, native32(100)})
	slave := ifslave{id: 3, link: 2, state: -1, failures: 9}
	copy(slave.name[:], "eth1")
	holds(t, &slave, -1, piece{0, 0, native32(3)}, piece{4, 4, []byte("eth1")}, piece{20, 20, []byte{2, 0xff}}, piece{24, 24, native32(9)})
}

func TestNamesOfBondRequests(t *testing.T) {
	c := Descriptor(-1)
	_, err := c.Bond("bond0")
	refused(t, err, "SIOCBONDINFOQUERY", "bond0", unix.EBADF)
	_, err = c.BondSlave("bond0", 0)
	refused(t, err, "SIOCBONDSLAVEINFOQUERY", "bond0", unix.EBADF)
	_, err = c.Driver("bond0")
	refused(t, err, "SIOCETHTOOL", "bond0", unix.EBADF)
	_, err = c.Bond("0123456789abcdef")
	refused(t, err, "SIOCBONDINFOQUERY", "0123456789abcdef", unix.EINVAL)
}
