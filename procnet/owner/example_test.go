package owner_test

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"

	"classicnet/procnet"
	"classicnet/procnet/owner"
)

// listeners are the inodes of the sockets that take connections at a port.
func listeners(port uint16) ([]uint64, error) {
	f, err := os.Open("/proc/net/tcp") // and tcp6, for those of IPv6
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was read
	var inodes []uint64
	for s, err := range procnet.TCPSockets(f) {
		if err != nil {
			return nil, err
		}
		if s.State == procnet.TCPListen && s.Local.Port() == port {
			inodes = append(inodes, s.Inode)
		}
	}
	return inodes, nil
}

// Who listens at a port: its sockets are found in /proc/net, then their processes.
func ExampleFind() {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer l.Close() //nolint:errcheck // nobody connects
	inodes, err := listeners(l.Addr().(*net.TCPAddr).AddrPort().Port())
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := owner.Find("/proc", inodes)
	if err != nil && !errors.Is(err, owner.ErrHidden) { // processes of others may be missing
		fmt.Println(err)
		return
	}
	for _, inode := range inodes {
		process, found := table.Owner(inode)
		fmt.Println(found, process.PID == strconv.Itoa(os.Getpid()))
	}
	// Output: true true
}
