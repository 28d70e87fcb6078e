package netlab

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// startPeer starts the process of a second network namespace and returns its id.
func startPeer() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	var said strings.Builder
	cmd := &exec.Cmd{Path: self, Args: []string{peerName}, Stderr: &said,
		SysProcAttr: &syscall.SysProcAttr{Cloneflags: unix.CLONE_NEWNET}}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	if n, _ := out.Read(make([]byte, 1)); n != 1 {
		cmd.Wait() //nolint:errcheck // what it said tells more
		return "", fmt.Errorf("second namespace: %s", said.String())
	}
	return strconv.Itoa(cmd.Process.Pid), nil
}

// peer is the life of a process that stands for a second namespace: it takes
// IPv6 away there, says so by a byte, and waits to be killed.
func peer() int {
	for _, x := range []string{"all", "default"} {
		p := "/proc/sys/net/ipv6/conf/" + x + "/disable_ipv6"
		err := os.WriteFile(p, []byte("1"), 0)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			fmt.Fprintf(os.Stderr, "netlab: %v\n", err)
			return 1
		}
	}
	os.Stdout.Write([]byte{1}) //nolint:errcheck // startPeer sees that it is missing
	for {
		time.Sleep(time.Hour)
	}
}
