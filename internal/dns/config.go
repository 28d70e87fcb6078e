package dns

import (
	"io"
	"net/netip"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/resolve"
)

// config is what resolv.conf(5) says.
type config struct {
	servers  []netip.AddrPort
	search   []string // domains, without a dot in front or behind
	ndots    int      // a name with as many dots is asked for as it is first
	attempts int      // rounds over the servers
	timeout  time.Duration
	stream   bool // TCP only
}

const (
	maxServers = 3
	port       = 53
)

// readConfig reads /etc/resolv.conf and the environment. Without the file, or a
// server in it, the machine itself is asked.
func readConfig(open func(path string) (io.ReadCloser, error), env lookup) *config {
	c := &config{ndots: 1, attempts: 2, timeout: 5 * time.Second}
	if file, err := open("/etc/resolv.conf"); err == nil {
		for line := range resolve.Lines(file) {
			c.line(line)
		}
		file.Close()
	}
	c.environ(env)
	if c.servers == nil {
		c.servers = []netip.AddrPort{netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), port)}
	}
	if c.search == nil {
		c.setSearch([]string{ownDomain()})
	}
	return c
}

func (c *config) line(line string) {
	if strings.HasPrefix(line, "#") || strings.HasPrefix(line, ";") {
		return
	}
	words := resolve.Words(line)
	if len(words) < 2 {
		return
	}
	switch words[0] {
	case "nameserver":
		if a, err := netip.ParseAddr(words[1]); err == nil && len(c.servers) < maxServers {
			c.servers = append(c.servers, netip.AddrPortFrom(a, port))
		}
	case "domain":
		c.setSearch(words[1:2])
	case "search":
		c.setSearch(words[1:])
	case "options":
		for _, word := range words[1:] {
			c.option(word)
		}
	}
}

// setSearch takes the last line's word for it.
func (c *config) setSearch(domains []string) {
	c.search = []string{}
	for _, d := range domains {
		if d = strings.Trim(d, "."); d != "" {
			c.search = append(c.search, d)
		}
	}
}

// option reads an option's number within the limits that the C library has.
func (c *config) option(word string) {
	name, number, _ := strings.Cut(word, ":")
	n := cnum.Atoi(number)
	switch name {
	case "ndots":
		c.ndots = int(min(max(n, 0), 15))
	case "timeout":
		c.timeout = time.Duration(min(max(n, 1), 30)) * time.Second
	case "attempts":
		c.attempts = int(min(max(n, 1), 5))
	case "use-vc":
		c.stream = true
	}
}

// ownDomain is the domain of the machine's own name, "" if that has none.
func ownDomain() string {
	var u unix.Utsname
	if unix.Uname(&u) != nil {
		return ""
	}
	_, domain, _ := strings.Cut(unix.ByteSliceToString(u.Nodename[:]), ".")
	return domain
}

// names are the names that a text stands for, in the order of asking; whole
// tells that the first is the text itself.
func (c *config) names(text string) (list []string, whole bool) {
	if strings.HasSuffix(text, ".") {
		return []string{text}, true
	}
	own := text + "."
	whole = strings.Count(text, ".") >= c.ndots
	if whole {
		list = append(list, own)
	}
	for _, domain := range c.search {
		list = append(list, own+domain+".")
	}
	if !whole {
		list = append(list, own)
	}
	return list, whole
}
