package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// What stays, all the time: each listing has to show it.
const (
	staysLink      = "keep0"
	staysRoute     = "10.98.0.0"
	staysNeighbour = "10.99.0.77"
	staysPort      = "127.0.0.1:7777"
)

// What comes and goes.
const (
	cards   = 10 // of stanzas
	aliases = 4  // of each card
	pairs   = 20 // of links
)

// town makes what stays.
const town = `
ip link set lo up
ip link add keep0 type veth peer name kept0
ip link add work0 type veth peer name worked0
ip addr add 10.99.0.1/24 dev keep0
ip addr add 10.97.0.1/24 dev work0
ip link set kept0 up
ip link set keep0 up
ip link set work0 up
ip route add 10.98.0.0/16 via 10.99.0.254
ip neigh add 10.99.0.77 lladdr 02:00:00:00:00:77 dev keep0 nud permanent
`

// inside is the work in the namespaces.
func inside(folder string, length time.Duration) error {
	if err := sh("mount --make-rprivate / && mount -t proc proc /proc" + town); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", staysPort)
	if err != nil {
		return err
	}
	defer listener.Close()
	stanzas, state := filepath.Join(folder, "interfaces"), filepath.Join(folder, "state")
	if err := os.WriteFile(stanzas, []byte(interfaces(folder)), 0o644); err != nil {
		return err
	}
	before, err := scene(state)
	if err != nil {
		return err
	}
	r := newReport(length)
	handed, err := exec.Command("sh", "-c", count).Output()
	if err != nil {
		return err
	}
	r.handed = string(handed)
	forever, err := r.follow("netstat", "-c", "-an")
	if err != nil {
		return err
	}
	r.work(jobs(stanzas, state))
	forever()
	after, err := scene(state)
	if err == nil && before != after {
		err = fmt.Errorf("what is there at the end isn't what was at the begin\n%s---\n%s", before, after)
	}
	r.print()
	return firstError(err, r.wrong())
}

// interfaces are the stanzas. The first writes how many descriptors a command has
// that ifup runs.
func interfaces(folder string) string {
	var b strings.Builder
	for card := range cards {
		fmt.Fprintf(&b, "auto c%d\niface c%d inet static\n\taddress 10.%d.0.1/24\n", card, card, card)
		fmt.Fprintf(&b, "\tpre-up ip link add c%d type veth peer name o%d\n\tpost-down ip link del c%d\n", card, card, card)
		if card == 0 {
			fmt.Fprintf(&b, "\tup %s >%s\n", count, filepath.Join(folder, handedOn))
		}
		for alias := range aliases {
			fmt.Fprintf(&b, "auto c%d:%d\niface c%d:%d inet static\n\taddress 10.%d.%d.1/24\n", card, alias, card, alias, card, alias+1)
		}
	}
	return b.String()
}

// scene is what has to be the same at the end: links, addresses, routes,
// neighbours, processes and files.
func scene(state string) (string, error) {
	out, err := exec.Command("sh", "-c", `ip -o link | sed 's/^[0-9]*: //; s/@if[0-9]*//'
ip -4 -o addr | sed 's/^[0-9]*: //'
ip route
ip neigh | grep PERMANENT
ls /proc | grep -c '^[0-9]'
cat "$1"/ifstate 2>/dev/null || true
ls -A "$1" 2>/dev/null | grep -v -e lock -e ifstate || true`, "sh", state).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return string(out), nil
}

func sh(script string) error {
	if out, err := exec.Command("sh", "-ec", script).CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

func firstError(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}
