// Package mktun is the command mktun of network labs: it makes tun and tap
// devices of any link type and moves exact counts of packets through links.
package mktun

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
)

// The names that a test binary plays mktun by.
const (
	Name     = "mktun"
	HoldName = "mktun-hold" // the background process of --hold
)

const help = `Make tun and tap devices of any link type, and move exact packet counts.

  mktun NAME TYPE [HWADDR]           a persistent device, down, without carrier.
                                     TYPE is an ARPHRD number or a name. With
                                     HWADDR it is a tap that gets this Ethernet
                                     address before its type; without, a tun.
  mktun --hold NAME TYPE [HWADDR]    the same with carrier: a process in the
                                     background keeps it open.
  mktun --rx NAME COUNT SIZE         receive COUNT frames of SIZE bytes on a
                                     device that is up and not held.
  mktun --rxunknown NAME COUNT SIZE  the same of a protocol that nobody
                                     handles: they count as dropped.
  mktun --tx NAME COUNT SIZE         send COUNT raw frames of SIZE bytes.
  mktun --txnow NAME COUNT SIZE      the same past the queueing discipline.
  mktun --bulk NAME COUNT SIZE       the same through a ring buffer, for very
                                     many bytes; SIZE is 65000 at most.
`

// Main runs the command. args[0] is the name it was started by. It returns the
// exit status: 0, or 1 after a message on stderr.
func Main(args []string, stdout, stderr io.Writer) int {
	if filepath.Base(args[0]) == HoldName {
		sleepForEver()
	}
	if len(args) < 2 || args[1] == "-h" || args[1] == "--help" {
		io.WriteString(stdout, help) //nolint:errcheck // nothing else to do
		return 0
	}
	if err := run(args[1:]); err != nil {
		fmt.Fprintf(stderr, "mktun: %v\n", err)
		return 1
	}
	return 0
}

// Sends tells whether a command line moves packets, as against making a device.
func Sends(args []string) bool {
	return len(args) > 1 && slices.Contains([]string{"--rx", "--rxunknown", "--tx", "--txnow", "--bulk"}, args[1])
}

func run(args []string) error {
	switch args[0] {
	case "--rx":
		return packets(args[1:], func(name string, count, size int) error {
			return receive(name, count, size, false)
		})
	case "--rxunknown":
		return packets(args[1:], func(name string, count, size int) error {
			return receive(name, count, size, true)
		})
	case "--tx":
		return packets(args[1:], func(name string, count, size int) error {
			return send(name, count, size, false)
		})
	case "--txnow":
		return packets(args[1:], func(name string, count, size int) error {
			return send(name, count, size, true)
		})
	case "--bulk":
		return packets(args[1:], bulk)
	case "--hold":
		return create(args[1:], true)
	}
	return create(args, false)
}

// packets reads the words NAME COUNT SIZE.
func packets(args []string, do func(name string, count, size int) error) error {
	if len(args) != 3 {
		return errors.New("wants NAME COUNT SIZE")
	}
	count, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	size, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	if size < 0 {
		return fmt.Errorf("%d bytes", size)
	}
	return do(args[0], count, size)
}
