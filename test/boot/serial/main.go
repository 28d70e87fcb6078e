// Command serial makes the links that no module makes by itself, those of
// serial lines, and then becomes another command:
//
//	serial COMMAND [ARGUMENT]...
//
// The links are sl0 (SLIP), ax0 (AX.25 through KISS), ppp0 and, where their modules are loaded,
// sp0 (AX.25 through 6PACK) and can0 (SLCAN). They last as long as that command does.
package main

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// The line disciplines of <linux/tty.h>.
const (
	disciplineSLIP = 1
	disciplineAX25 = 5
	disciplineCAN  = 17
	disciplineSix  = 7
)

// newUnit is PPPIOCNEWUNIT of <linux/ppp-ioctl.h>.
const newUnit = 0xc004743e

func main() {
	err := lines()
	if err == nil {
		err = ppp()
	}
	if err == nil {
		err = unix.Exec(os.Args[1], os.Args[1:], os.Environ())
	}
	fmt.Fprintln(os.Stderr, "serial:", err)
	os.Exit(1)
}

// lines makes a link of each discipline; one that the kernel hasn't is left out.
func lines() error {
	for _, discipline := range []int{disciplineSLIP, disciplineAX25, disciplineSix, disciplineCAN} {
		if err := line(discipline); err != nil && !errors.Is(err, unix.EINVAL) {
			return err
		}
	}
	return nil
}

// line gives a discipline to a new terminal. Its descriptors stay open.
func line(discipline int) error {
	master, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		return fmt.Errorf("/dev/ptmx: %w", err)
	}
	if err := unix.IoctlSetPointerInt(master, unix.TIOCSPTLCK, 0); err != nil {
		return fmt.Errorf("TIOCSPTLCK: %w", err)
	}
	number, err := unix.IoctlGetUint32(master, unix.TIOCGPTN)
	if err != nil {
		return fmt.Errorf("TIOCGPTN: %w", err)
	}
	name := fmt.Sprintf("/dev/pts/%d", number)
	slave, err := unix.Open(name, unix.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := unix.IoctlSetPointerInt(slave, unix.TIOCSETD, discipline); err != nil {
		return fmt.Errorf("TIOCSETD %d: %w", discipline, err)
	}
	return nil
}

// ppp makes a unit of the generic PPP driver, where there is one.
func ppp() error {
	driver, err := unix.Open("/dev/ppp", unix.O_RDWR, 0)
	if errors.Is(err, unix.ENOENT) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("/dev/ppp: %w", err)
	}
	const anyNumber = -1
	if err := unix.IoctlSetPointerInt(driver, newUnit, anyNumber); err != nil {
		return fmt.Errorf("PPPIOCNEWUNIT: %w", err)
	}
	return nil
}
