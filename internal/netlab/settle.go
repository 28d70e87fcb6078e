package netlab

import (
	"errors"
	"slices"
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

// carriersName is the command of labs that does settleCarriers.
const carriersName = "carriers"

// settleCarriers has carrier changes done, and waits where a kernel does them in its
// own time, within about a second. An interface may have reasons of its own to stay
// as it is.
func settleCarriers() error {
	for range 300 { // at 10 ms
		if err := askLinks(); err != nil {
			return err
		}
		all, err := links()
		if err != nil || !slices.ContainsFunc(all, link.due) {
			return err
		}
		time.Sleep(10 * time.Millisecond)
	}
	return nil
}

func askLinks() error {
	all, err := links()
	if err != nil {
		return err
	}
	s, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return err
	}
	defer unix.Close(s)
	for _, l := range all {
		if err := askLink(s, l.index); err != nil {
			return err
		}
	}
	return nil
}
