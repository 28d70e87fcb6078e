// Package syslog sends messages to the machine's log as syslog(3) does.
package syslog

import (
	"strconv"

	"golang.org/x/sys/unix"
)

// Socket is where the log takes messages.
const Socket = "/dev/log"

// Priority is facility and severity, as <syslog.h> has them.
type Priority int

// The priorities that the tools use.
const (
	LocalError Priority = 16<<3 | 3 // local0, err
	UserInfo   Priority = 1<<3 | 6  // user, info
)

// Send sends one message. The log puts the time in front. There may be no log: as
// with syslog(3) the message is lost then.
func Send(p Priority, tag, text string) { send(Socket, p, tag, text) }

func send(path string, p Priority, tag, text string) {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return
	}
	defer unix.Close(fd) //nolint:errcheck // nothing is buffered
	message := "<" + strconv.Itoa(int(p)) + ">" + tag + ": " + text
	unix.Sendto(fd, []byte(message), unix.MSG_DONTWAIT|unix.MSG_NOSIGNAL, &unix.SockaddrUnix{Name: path}) //nolint:errcheck // see Send
}
