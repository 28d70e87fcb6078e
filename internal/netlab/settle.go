package netlab

import (
	"errors"
	"time"

	"golang.org/x/sys/unix"
)

// settle lets the kernel finish carrier changes and checks of IPv6 addresses.
func settle() error {
	// twice: a change of one interface may be the cause of another's
	for range 2 {
		if err := settleCarriers(); err != nil {
			return err
		}
	}
	for range 6000 { // at 5 ms; a machine that is busy needs seconds
		busy, err := tentative()
		if err != nil || !busy {
			return err
		}
		time.Sleep(5 * time.Millisecond)
	}
	return errors.New("an IPv6 address stays tentative")
}

func settleCarriers() error {
	all, err := links()
	if err != nil {
		return err
	}
	s, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return err
	}
	defer unix.Close(s)
	for _, index := range all {
		if err := askLink(s, index); err != nil {
			return err
		}
	}
	return nil
}
