package main

import (
	"errors"
	"fmt"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

// held is what the processes of a case hold: each has a listener, or not, and
// connections over the loopback, both ends of them.
type held struct {
	processes   int
	connections func(size int) int // of all processes together
	listeners   func(size int) int
	names       bool // /etc/hosts names some of the far ends
}

// hold starts the processes. What they hold is made here and inherited: a process
// that does nothing but sleep is small. The returned function ends them.
func (h *held) hold(size int) (end func(), err error) {
	var all []*exec.Cmd
	end = func() {
		for _, c := range all {
			c.Process.Kill() //nolint:errcheck // it may have ended
			c.Wait()         //nolint:errcheck // killed
		}
	}
	connections, listeners := h.connections(size), h.listeners(size)
	for i := range h.processes {
		files, err := h.open(i, share(i, connections, h.processes), i < listeners)
		if err == nil {
			c := exec.Command("sleep", "100000")
			c.ExtraFiles = files
			c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
			if err = c.Start(); err == nil {
				all = append(all, c)
			}
		}
		for _, f := range files {
			f.Close()
		}
		if err != nil {
			return end, err
		}
	}
	if h.names {
		err = writeHosts(connections)
	}
	return end, err
}

// share is how many connections a process has.
func share(i, connections, processes int) int {
	return connections*(i+1)/processes - connections*i/processes
}

// open makes the sockets of a process.
func (h *held) open(process, connections int, listener bool) (files []*os.File, err error) {
	at := unix.SockaddrInet4{Port: 80, Addr: [4]byte{127, 200, byte(process >> 8), byte(process)}}
	l, err := socket(&at)
	if err == nil {
		err = unix.Listen(l, 4096)
	}
	for i := 0; i < connections && err == nil; i++ {
		var near, far int
		near, far, err = connection(l, &at, process*connections+i)
		files = append(files, os.NewFile(uintptr(near), "near"), os.NewFile(uintptr(far), "far"))
	}
	if listener && err == nil {
		return append(files, os.NewFile(uintptr(l), "listener")), nil
	}
	return files, errors.Join(err, unix.Close(l))
}

func socket(at *unix.SockaddrInet4) (int, error) {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return -1, err
	}
	return fd, unix.Bind(fd, at)
}

// farAddr is the address of a connection's far end.
func farAddr(i int) [4]byte { return [4]byte{127, byte(1 + i>>16), byte(i >> 8), byte(i)} }

func connection(l int, at *unix.SockaddrInet4, i int) (near, far int, err error) {
	near, err = socket(&unix.SockaddrInet4{Addr: farAddr(i)})
	if err == nil {
		err = unix.Connect(near, at)
	}
	if err == nil {
		far, _, err = unix.Accept4(l, unix.SOCK_CLOEXEC)
	}
	return near, far, err
}

// namedEach tells which of the far ends have a name: the originals read all of the
// file for each.
const namedEach = 200

// writeHosts puts a file of names over /etc/hosts, here alone.
func writeHosts(n int) error {
	text := []byte("127.0.0.1 localhost\n")
	for i := 0; i < n; i += namedEach {
		text = fmt.Appendf(text, "%s host%d.example.net\n", netip.AddrFrom4(farAddr(i)), i)
	}
	path := filepath.Join(os.Getenv("CLASSICNET_BENCH_BIN"), "hosts")
	if err := os.WriteFile(path, text, 0o644); err != nil {
		return err
	}
	return errors.Join(
		unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""),
		unix.Mount(path, "/etc/hosts", "", unix.MS_BIND, ""),
	)
}

// clone are the namespaces of a case.
const clone = syscall.CLONE_NEWNET | syscall.CLONE_NEWNS
