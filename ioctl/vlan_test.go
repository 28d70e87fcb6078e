package ioctl

import (
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestVLANRequest lays struct vlan_ioctl_args of <linux/if_vlan.h> out.
func TestVLANRequest(t *testing.T) {
	holds(t, newVLANRequest("eth0.5", vlanEgress, 0x01020304, -2), -1,
		piece{0, 0, native32(3)}, piece{4, 4, []byte("eth0.5")}, piece{28, 28, native32(0x01020304)}, piece{52, 52, native16(0xfffe)})
	holds(t, newVLANRequest("0123456789abcdef", vlanDel, 0, 0), -1, piece{0, 0, native32(1)}, piece{4, 4, []byte("0123456789abcde")})
}

// The numbers are those of enum vlan_ioctl_cmds and enum vlan_name_types.
func TestVLANNumbers(t *testing.T) {
	equal(t, []int{0, 1, 2, 3, 6, 7, 8, 9}, []int{vlanAdd, vlanDel, vlanIngress, vlanEgress, vlanNames, vlanFlag, vlanParent, vlanID})
	equal(t, []VLANNames{0, 1, 2, 3}, []VLANNames{VLANPlusVID, VLANDevPlusVID, VLANPlusVIDNoPad, VLANDevPlusVIDNoPad})
}

func vlanRequests(c *Conn) (sets, gets []func(string) error) {
	sets = []func(string) error{
		func(n string) error { return c.AddVLAN(n, 5) },
		c.DelVLAN,
		func(n string) error { return c.SetVLANFlag(n, 1, 1) },
		func(n string) error { return c.SetVLANEgress(n, 1, 1) },
		func(n string) error { return c.SetVLANIngress(n, 1, 1) },
	}
	gets = []func(string) error{
		func(n string) error { _, err := c.VLANParent(n); return err },
		func(n string) error { _, err := c.VLANID(n); return err },
	}
	return sets, gets
}

func TestNamesOfVLANRequests(t *testing.T) {
	c := Descriptor(-1)
	sets, gets := vlanRequests(c)
	for name, errno := range map[string]unix.Errno{"eth0.5": unix.EBADF, strings.Repeat("x", 16): unix.EINVAL} {
		for _, f := range sets {
			refused(t, f(name), "SIOCSIFVLAN", name, errno)
		}
		for _, f := range gets {
			refused(t, f(name), "SIOCGIFVLAN", name, errno)
		}
	}
	refused(t, c.SetVLANNames(VLANPlusVID), "SIOCSIFVLAN", "", unix.EBADF)
}
