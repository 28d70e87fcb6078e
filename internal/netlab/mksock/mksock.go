// Package mksock is the command mksock of network labs: it makes a socket of any
// kind and leaves a process behind that holds it open.
package mksock

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// The names that a test binary plays mksock by.
const (
	Name       = "mksock"
	HoldName   = "mksock-hold"   // the process that stays
	AcceptName = "mksock-accept" // the same, and takes what comes
)

const help = `Make a socket that stays open as long as the lab runs.

  mksock tcp-listen LOCAL [BACKLOG]     listen, never accept (backlog 5)
  mksock tcp-accept LOCAL               listen, accept what comes and keep it
  mksock tcp LOCAL REMOTE               connect from LOCAL to REMOTE
  mksock tcp-shut LOCAL REMOTE          the same, then shut down for writing, until
                                        the other end has confirmed
  mksock tcp-syn LOCAL REMOTE           the same, but don't wait for an answer
  mksock tcp-defer LOCAL [BACKLOG]      listen, and take a connection for one when it
                                        sends: until then it is in SYN_RECV
  mksock tcp-timewait LOCAL REMOTE      listen at REMOTE, connect, and close both ends
  mksock udp LOCAL [REMOTE]             bind; connect if there is a REMOTE
  mksock udplite LOCAL [REMOTE]         the same of protocol 136
  mksock raw PROTOCOL [LOCAL [REMOTE]]  a raw socket of that protocol's number
  mksock unix-listen PATH               listen; @NAME is an abstract name
  mksock unix PATH                      a datagram socket
  mksock unix-seq PATH                  listen with a socket of packets in sequence
  mksock unix-pair stream|dgram         two that are connected and have no name

LOCAL and REMOTE are ADDRESS:PORT or [ADDRESS]:PORT, of a raw socket without the port.
IPv6 sockets take IPv6 alone.
`

// patience is how long a state may take to come.
const patience = 5 * time.Second

// Main runs the command. args[0] is the name it was started by. It returns the exit
// status: 0 once the socket is in its state, or 1 after a message on stderr.
func Main(args []string, stdout, stderr io.Writer) int {
	switch filepath.Base(args[0]) {
	case HoldName:
		for {
			time.Sleep(time.Hour)
		}
	case AcceptName:
		return accept()
	}
	if len(args) < 3 {
		io.WriteString(stdout, help) //nolint:errcheck // nothing else to do
		return 0
	}
	if err := run(args[1], args[2:]); err != nil {
		fmt.Fprintf(stderr, "mksock: %v\n", err)
		return 1
	}
	return 0
}

// held is the descriptor of the socket in the process that stays.
const held = 3

// accept keeps all connections.
func accept() int {
	for {
		if _, _, err := unix.Accept4(held, unix.SOCK_CLOEXEC); err != nil && err != unix.EINTR && err != unix.ECONNABORTED {
			return 1
		}
	}
}

func run(word string, args []string) error {
	for _, k := range kinds {
		if k.word == word {
			fd, err := k.make(args)
			if err != nil {
				return err
			}
			return hold(fd, k.stays)
		}
	}
	return errors.New("no such word: " + word)
}

var errEnds = errors.New("wants LOCAL REMOTE")

// kinds are the sockets that can be made, and the names of the processes that stay.
var kinds = [...]struct {
	word, stays string
	make        func(args []string) (int, error)
}{
	{"tcp-listen", HoldName, listen},
	{"tcp-accept", AcceptName, listen},
	{"tcp", HoldName, connect},
	{"tcp-shut", HoldName, shut},
	{"tcp-syn", HoldName, connecting},
	{"tcp-defer", HoldName, deferred},
	{"tcp-timewait", HoldName, timeWait},
	{"udp", HoldName, func(args []string) (int, error) { return datagram(args, 0) }},
	{"udplite", HoldName, func(args []string) (int, error) { return datagram(args, unix.IPPROTO_UDPLITE) }},
	{"raw", HoldName, raw},
	{"unix-listen", HoldName, unixListen},
	{"unix", HoldName, unixDatagram},
	{"unix-seq", HoldName, unixSequence},
	{"unix-pair", HoldName, unixPair},
}

// hold starts the process that stays, in this one's group, with closed streams.
func hold(fd int, name string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := &exec.Cmd{Path: self, Args: []string{name}, ExtraFiles: []*os.File{os.NewFile(uintptr(fd), name)}}
	return cmd.Start()
}

func listen(args []string) (int, error) {
	backlog := 5
	if len(args) > 1 {
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return -1, err
		}
		backlog = n
	}
	fd, err := bound(args[0], unix.SOCK_STREAM, 0)
	if err != nil {
		return -1, err
	}
	return fd, unix.Listen(fd, backlog)
}

func connect(args []string) (int, error) {
	if len(args) < 2 {
		return -1, errEnds
	}
	fd, err := bound(args[0], unix.SOCK_STREAM, 0)
	if err != nil {
		return -1, err
	}
	timeout := unix.NsecToTimeval(int64(patience))
	if err := unix.SetsockoptTimeval(fd, unix.SOL_SOCKET, unix.SO_SNDTIMEO, &timeout); err != nil {
		return -1, err
	}
	if err := connectTo(fd, args[1]); err != nil {
		return -1, err
	}
	return fd, waitFor(fd, tcpEstablished)
}

func shut(args []string) (int, error) {
	fd, err := connect(args)
	if err != nil {
		return -1, err
	}
	if err := unix.Shutdown(fd, unix.SHUT_WR); err != nil {
		return -1, err
	}
	return fd, waitFor(fd, tcpFinWait2)
}

func datagram(args []string, protocol int) (int, error) {
	fd, err := bound(args[0], unix.SOCK_DGRAM, protocol)
	if err == nil && len(args) > 1 {
		err = connectTo(fd, args[1])
	}
	return fd, err
}
