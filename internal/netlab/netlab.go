// Package netlab runs tests in network namespaces of their own, where links,
// addresses and routes can be made without touching the machine's network.
// It is a test helper: no tool links it.
//
// A package that uses it has
//
//	func TestMain(m *testing.M) { netlab.Main(m) }
//
// because namespaces are made by running the test binary again; a process that
// changes its own namespace would spoil the threads of the Go scheduler.
//
// # A lab for commands
//
//	func TestUp(t *testing.T) {
//		t.Parallel()
//		netlab.Need(t, "ip", netlab.Veth)
//		lab := netlab.New(t, netlab.Tools(t, "ifconfig"))
//		lab.Veth("eth1", "00:0d:61:0b:d9:a0")
//		got := lab.Run("ifconfig", "eth1", "192.168.1.1")
//		// got.Stdout, got.Stderr, got.Exit ("0", "signal 11", "timeout")
//		// lab.State() is what the kernel says now
//	}
//
// New starts one process with a network, mount and process-id namespace of its
// own; every command of the lab is its child. With the test's end the kernel
// kills all of them and drops all mounts, whatever happened. In a lab
//
//   - the environment is fixed: LC_ALL=C, TZ=UTC, HOME=/, PATH with the
//     folders given to New before those of the system, WORK an empty folder
//     (the commands start there), and what Setenv adds;
//   - names are looked up in files only: /etc/hosts has just localhost,
//     /etc/networks just loopback, until Etc puts others there;
//   - the command mktun makes tun and tap devices of any link type and moves
//     exact packet counts (see package mktun); mksock makes sockets that stay open
//     (see package mksock); carriers waits until the kernel has noted which links
//     have one.
//
// As root no user namespace is made. Another user gets one, in which the kernel
// refuses some things: Need says by name which of them a test needs.
//
// # A lab for Go code
//
// Code that opens sockets itself is run in a namespace by Inside, which runs
// the test again there:
//
//	func TestFlags(t *testing.T) {
//		lab := netlab.Inside(t)
//		if lab == nil {
//			return // the other process has run it
//		}
//		lab.Sh("ip link add eth0 type veth")
//		conn, err := ioctl.Open() // in the namespace, as lab's commands are
//	}
//
// go test -cover counts what it covers there.
//
// # The tools under test
//
// Tools builds them once per test process with CGO_ENABLED=0. These variables
// choose others:
//
//	CLASSICNET_BIN=DIR      prebuilt tools, copied from there
//	CLASSICNET_GOARCH=ARCH  build for another architecture
//	CLASSICNET_EXEC=WORDS   run them by a runner; the word {name} stands for the
//	                        tool's name: 'qemu-arm-static -0 {name}'
//	CLASSICNET_PATIENCE=N   limits of time are N times as long
//	CLASSICNET_CI=1         what Need misses fails the test instead of skipping it
package netlab

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// Lab is one set of namespaces. Its methods end the test when the lab itself
// fails, so they are called from the test's goroutine only, one at a time.
type Lab struct {
	t    testing.TB
	ask  func(request) (reply, error)
	env  []string
	peer string
	// the last State, and its print
	state, print string
}

// New makes a lab that lasts until the test's end. bin are folders that its
// commands are looked up in before the system's; see Tools. Where the machine
// allows no namespace the test is skipped as by Need.
func New(t testing.TB, bin ...string) *Lab {
	t.Helper()
	Need(t, Namespace)
	k, err := startKeeper(userNamespace())
	if err != nil {
		t.Fatalf("netlab: %v", err)
	}
	t.Cleanup(k.stop)
	return newLab(t, k.ask, bin)
}

func newLab(t testing.TB, ask func(request) (reply, error), bin []string) *Lab {
	return &Lab{t: t, ask: ask, env: baseEnv(bin)}
}

// baseEnv is the environment of a lab's commands.
func baseEnv(bin []string) []string {
	path := append(append([]string{}, bin...), selfFolder(),
		"/usr/sbin", "/usr/bin", "/sbin", "/bin")
	return []string{
		"PATH=" + strings.Join(path, ":"),
		"LC_ALL=C", "LANG=C", "TZ=UTC", "HOME=/", "WORK=" + workFolder(),
		// with the race detector mktun would sleep for a second at its end
		"GORACE=atexit_sleep_ms=0",
	}
}

// Setenv sets an environment variable for the commands from now on.
func (l *Lab) Setenv(key, value string) { l.env = append(l.env, key+"="+value) }

// Work is the folder that $WORK names: empty at first, and seen in this lab only.
func (l *Lab) Work() string { return workFolder() }

// Run runs a command as the lab's root, with empty stdin, for at most half a minute.
func (l *Lab) Run(args ...string) Result {
	l.t.Helper()
	return l.Do(Command{Args: args})
}

// Do runs a command. A command that can't be started (it doesn't exist) ends
// the test: that says nothing about a tool.
func (l *Lab) Do(c Command) Result {
	l.t.Helper()
	c.Env = append(append([]string{}, l.env...), c.Env...)
	return l.must(request{Op: opRun, Command: c}).Result
}

// Sh runs shell lines by `sh -e` and returns what they print. They prepare a
// test, so a status other than 0 ends it: as by Need where it says that the shell
// found no such command.
func (l *Lab) Sh(script string) string {
	l.t.Helper()
	r := l.Do(Command{Args: []string{"/bin/sh", "-e"}, Stdin: script, Limit: SetupLimit})
	if m := notFound.FindStringSubmatch(r.Stderr); r.Exit == "127" && m != nil {
		missing(l.t, m[1], errors.New("no such command"))
	}
	if r.Exit != "0" {
		l.t.Fatalf("netlab: exit %s of\n%s\n%s%s", r.Exit, short(script), r.Stdout, r.Stderr)
	}
	return r.Stdout
}

// short is what identifies a script, which may have thousands of lines.
func short(script string) string {
	const most = 2000
	if len(script) <= most {
		return script
	}
	return fmt.Sprintf("%s[...]\n(%d bytes)", script[:most], len(script))
}

// notFound is how shells say that there is no command of a name.
var notFound = regexp.MustCompile(`(?m): ([\w.+-]+): (?:command )?not found$`)

// Settle waits until the kernel has finished what it does after a change on its
// own: carrier changes, and the check of IPv6 addresses for duplicates.
func (l *Lab) Settle() {
	l.t.Helper()
	l.must(request{Op: opSettle})
}

// Peer makes a second network namespace without IPv6, for the other end of
// veth pairs, and returns the process id that stands for it: what
// `ip link ... netns` and `nsenter -t` take. Commands find it in $PEERNS.
func (l *Lab) Peer() string {
	l.t.Helper()
	if l.peer == "" {
		l.peer = l.must(request{Op: opPeer}).Text
		l.Setenv("PEERNS", l.peer)
	}
	return l.peer
}

// must asks the lab's process for something that has to succeed.
func (l *Lab) must(r request) reply {
	l.t.Helper()
	a, err := l.ask(r)
	if err != nil {
		l.t.Fatalf("netlab: %s: %v", r.Op, err)
	}
	return a
}
