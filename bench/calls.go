package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"time"

	"golang.org/x/sys/unix"
)

// call is a system call that `ifconfig lo` makes beyond what any program does. Each
// is made once in a process of its own: the first in a process costs more.
type call struct {
	name string
	make func(s *callState)
}

// callState is what calls leave for later ones.
type callState struct {
	file, socket int
	buffer       []byte
	request      *unix.Ifreq
}

func opening(path string) call {
	return call{"openat " + path, func(s *callState) { s.file, _ = unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0) }}
}

func asking(name string, request uint) call {
	return call{"ioctl " + name, func(s *callState) { unix.IoctlIfreq(s.socket, request, s.request) }} //nolint:errcheck // its time counts
}

var (
	closing = call{"close of it", func(s *callState) { unix.Close(s.file) }}         //nolint:errcheck // its time counts
	reading = call{"read of it", func(s *callState) { unix.Read(s.file, s.buffer) }} //nolint:errcheck // likewise

	looking = call{"faccessat /proc/net/", func(*callState) { unix.Access("/proc/net/", unix.F_OK) }} //nolint:errcheck // likewise

	calls = []call{
		{"nothing", func(*callState) {}},
		{"ioctl TCGETS of standard output", func(*callState) { unix.IoctlGetTermios(1, unix.TCGETS) }}, //nolint:errcheck // likewise
		{"ioctl TCGETS of standard error", func(*callState) { unix.IoctlGetTermios(2, unix.TCGETS) }},  //nolint:errcheck // likewise
		opening("/etc/classicnet/dialect"),
		{"socket", func(s *callState) { s.socket, _ = unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0) }},
		opening("/proc/net/ipx"), looking, opening("/proc/net"), closing, opening("/proc/net/appletalk"), looking, opening("/proc/sys/net/econet"),
		opening("/proc/net/dev"), reading, closing,
		opening("/proc/net/if_inet6"), reading, reading, closing,
		asking("SIOCGIFFLAGS", unix.SIOCGIFFLAGS), asking("SIOCGIFMTU", unix.SIOCGIFMTU), asking("SIOCGIFMETRIC", unix.SIOCGIFMETRIC),
		asking("SIOCGIFHWADDR", unix.SIOCGIFHWADDR), asking("SIOCGIFMAP", unix.SIOCGIFMAP), asking("SIOCGIFTXQLEN", unix.SIOCGIFTXQLEN),
		asking("SIOCGIFADDR", unix.SIOCGIFADDR), asking("SIOCGIFNETMASK", unix.SIOCGIFNETMASK), asking("SIOCGIFADDR, once more", unix.SIOCGIFADDR),
		{"close of the socket", func(s *callState) { unix.Close(s.socket) }}, //nolint:errcheck // likewise
	}
)

// makeCalls makes each once and prints the nanoseconds that it took, in a line. Before,
// the same functions have asked for nothing, so that their own pages are there.
func makeCalls() error {
	s := &callState{file: -1, socket: -1, buffer: make([]byte, 18<<10)}
	clear(s.buffer)
	var err error
	if s.request, err = unix.NewIfreq("lo"); err != nil {
		return err
	}
	for _, c := range []call{opening(""), reading, closing, asking("", unix.SIOCGIFFLAGS)} {
		c.make(s)
	}
	line := []byte{}
	for _, c := range calls {
		start := time.Now()
		c.make(s)
		line = fmt.Append(line, time.Since(start).Nanoseconds(), " ")
	}
	_, err = os.Stdout.Write(line)
	return err
}

// accountOfCalls prints the medians of many processes.
func accountOfCalls(rounds int) error {
	times := make([][]int, len(calls))
	for range rounds {
		c := exec.Command("/proc/self/exe", "-inside", callsName)
		c.Env, c.Stderr = environment, os.Stderr
		text, err := c.Output()
		if err != nil {
			return err
		}
		in := bytes.NewReader(text)
		for i := range times {
			var took int
			if _, err := fmt.Fscan(in, &took); err != nil {
				return err
			}
			times[i] = append(times[i], took)
		}
	}
	fmt.Println("\nsystem calls, microseconds (medians)")
	all, nothing := 0, median(times[0])
	for i, c := range calls[1:] {
		took := max(median(times[i+1])-nothing, 0)
		fmt.Printf("%-58s%8.1f\n", c.name, float64(took)/1000)
		all += took
	}
	fmt.Printf("%-58s%8.1f\n", "all", float64(all)/1000)
	return nil
}

// callsName is the case of -inside that makes them.
const callsName = "calls"
