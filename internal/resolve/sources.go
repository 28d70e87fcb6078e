package resolve

import (
	"bufio"
	"io"
	"strings"
)

// The databases in /etc.
const (
	pathHosts    = "/etc/hosts"
	pathNetworks = "/etc/networks"
	pathSwitch   = "/etc/nsswitch.conf"
)

// source is a place where host names are looked up.
type source uint8

const (
	fromFiles source = iota
	fromDNS
)

// hostSources are the places in the order of nsswitch.conf's line `hosts`;
// without such a line first the files, then DNS. Services that need a daemon
// or the machine's own name (mdns4, myhostname) are left out; `resolve`, which
// is systemd's way to DNS, counts as it.
func (r *Resolver) hostSources() []source {
	if r.sources == nil {
		r.sources = []source{fromFiles, fromDNS}
		for fields := range r.lines(pathSwitch) {
			if fields[0] == "hosts:" {
				r.sources = sourcesOf(fields[1:])
				break
			}
		}
	}
	return r.sources
}

func sourcesOf(services []string) []source {
	list := []source{}
	for _, service := range services {
		switch service {
		case "files":
			list = append(list, fromFiles)
		case "dns", "resolve":
			list = append(list, fromDNS)
		default:
			if len(list) > 0 && strings.EqualFold(service, "[NOTFOUND=return]") {
				return list
			}
		}
	}
	return list
}

// lines yields the words of each line of a file in /etc that has any, without
// comments. A file that can't be read has no lines.
func (r *Resolver) lines(path string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		f, err := r.open(path)
		if err != nil {
			return
		}
		defer f.Close()
		eachLine(f, yield)
	}
}

func eachLine(f io.Reader, yield func([]string) bool) {
	in := bufio.NewReader(f)
	for {
		line, err := in.ReadString('\n')
		line, _, _ = strings.Cut(line, "#")
		if fields := strings.Fields(line); len(fields) > 0 && !yield(fields) {
			return
		}
		if err != nil {
			return
		}
	}
}
