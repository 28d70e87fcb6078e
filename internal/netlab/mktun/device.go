package mktun

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// create makes a device from the words NAME TYPE [HWADDR].
func create(args []string, hold bool) error {
	if len(args) < 2 || len(args) > 3 {
		return errors.New("wants NAME TYPE [HWADDR]")
	}
	name, kind, natural := args[0], unix.IFF_TUN, unix.ARPHRD_NONE
	if len(args) == 3 {
		kind, natural = unix.IFF_TAP, unix.ARPHRD_ETHER
	}
	linkType, err := linkType(args[1])
	if err != nil {
		return err
	}
	fd, err := attach(name, kind|unix.IFF_NO_PI)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	if err := unix.IoctlSetInt(fd, unix.TUNSETPERSIST, 1); err != nil {
		return fmt.Errorf("TUNSETPERSIST %s: %w", name, err)
	}
	if len(args) == 3 {
		if err := setAddress(name, args[2]); err != nil {
			return err
		}
	}
	if linkType != natural {
		if err := unix.IoctlSetInt(fd, unix.TUNSETLINK, linkType); err != nil {
			return fmt.Errorf("TUNSETLINK %s: %w", name, err)
		}
	}
	if hold {
		return keepOpen(fd)
	}
	return nil
}

// attach opens a tun or tap device, which is made if there is none of that name.
func attach(name string, flags int) (fd int, err error) {
	ifr, err := unix.NewIfreq(name)
	if err != nil {
		return -1, fmt.Errorf("%s: %w", name, err)
	}
	fd, err = unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1, fmt.Errorf("/dev/net/tun: %w", err)
	}
	ifr.SetUint16(uint16(flags))
	if err := unix.IoctlIfreq(fd, unix.TUNSETIFF, ifr); err != nil {
		unix.Close(fd)
		return -1, fmt.Errorf("TUNSETIFF %s: %w", name, err)
	}
	return fd, nil
}

// setAddress sets the Ethernet address of a link through netlink: the ioctl for
// it wants a struct that only unsafe code can fill.
func setAddress(name, address string) error {
	mac, err := net.ParseMAC(address)
	if err != nil {
		return err
	}
	link, err := net.InterfaceByName(name)
	if err != nil {
		return err
	}
	s, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return err
	}
	defer unix.Close(s)
	err = unix.Sendto(s, addressMessage(link.Index, mac), 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK})
	if err != nil {
		return err
	}
	answer := make([]byte, 4096)
	n, _, err := unix.Recvfrom(s, answer, 0)
	if err != nil {
		return err
	}
	if n < unix.SizeofNlMsghdr+4 {
		return errors.New("short answer to RTM_SETLINK")
	}
	if e := int32(binary.NativeEndian.Uint32(answer[unix.SizeofNlMsghdr:])); e != 0 {
		return fmt.Errorf("RTM_SETLINK %s: %w", name, syscall.Errno(-e))
	}
	return nil
}

// addressMessage is an RTM_SETLINK request with an IFLA_ADDRESS, see rtnetlink(7).
func addressMessage(index int, mac net.HardwareAddr) []byte {
	order := binary.NativeEndian
	attr := unix.SizeofRtAttr + len(mac)
	b := make([]byte, unix.SizeofNlMsghdr+unix.SizeofIfInfomsg, 64)
	order.PutUint32(b, uint32(len(b)+attr))
	order.PutUint16(b[4:], unix.RTM_SETLINK)
	order.PutUint16(b[6:], unix.NLM_F_REQUEST|unix.NLM_F_ACK)
	order.PutUint32(b[unix.SizeofNlMsghdr+4:], uint32(index))
	b = order.AppendUint16(b, uint16(attr))
	b = order.AppendUint16(b, unix.IFLA_ADDRESS)
	return append(b, mac...)
}

// keepOpen leaves a process behind that has the device open for ever.
func keepOpen(fd int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	keep, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return err
	}
	file := os.NewFile(uintptr(keep), "tun")
	defer file.Close()
	cmd := &exec.Cmd{Path: self, Args: []string{HoldName}, ExtraFiles: []*os.File{file}}
	return cmd.Start()
}

func sleepForEver() {
	for {
		time.Sleep(time.Hour)
	}
}
