package ifupdown

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// generator writes configuration files that make sense, and now and then a
// line that doesn't. What is known to be answered otherwise stays out.
type generator struct {
	*rand.Rand
	text    strings.Builder
	defined []string // "NAME FAMILY" of the stanzas so far
}

func (g *generator) pick(words ...string) string { return words[g.IntN(len(words))] }

func (g *generator) oneIn(n int) bool { return g.IntN(n) == 0 }

// blank separates words.
func (g *generator) blank() string { return g.pick(" ", " ", " ", "  ", "\t", " \\\n ", " \t ") }

func (g *generator) name() string {
	return g.pick("a", "b", "eth0", "eth1", "eth0:0", "eth1:web", "lo", "x-y", "wlan0")
}

// line writes the words of a line, indented or not, with or without a blank
// behind.
func (g *generator) line(indent bool, words ...string) {
	if indent {
		g.text.WriteString(g.pick("", " ", "\t", "    "))
	}
	for i, w := range words {
		if i > 0 {
			g.text.WriteString(g.blank())
		}
		g.text.WriteString(w)
	}
	g.text.WriteString(g.pick("\n", "\n", "\n", " \n", "\t\n", "\r\n"))
}

func (g *generator) file() string {
	for range 2 + g.IntN(12) {
		switch g.IntN(9) {
		case 0, 1, 2:
			g.stanza()
		case 3:
			g.heir()
		case 4, 5:
			g.list()
		case 6:
			g.line(true, g.pick("#", "# a comment", "#auto b \\", "##"))
		case 7:
			g.text.WriteString(g.pick("\n", "  \n", "\t\n"))
		case 8:
			if g.oneIn(6) {
				g.line(true, g.pick("nonsense x", "iface", "mapping", "source nosuch"))
			}
		}
	}
	return g.text.String()
}

// list writes a line that lists interfaces.
func (g *generator) list() {
	words := []string{g.pick("auto", "auto", "allow-hotplug", "allow-auto", "allow-x", "no-scripts", "no-auto-down")}
	logical := []string{"", "", "", "=a", "=b"}
	if strings.HasPrefix(words[0], "no-") {
		logical = []string{""}
	}
	for range 1 + g.IntN(4) {
		word := g.name() + g.pick(logical...)
		if word != "a=a" && word != "b=b" { // other words for a and b to Debian's
			words = append(words, word)
		}
	}
	if len(words) > 1 {
		g.line(false, words...)
	}
}

// stanza writes an iface stanza with all that its method needs.
func (g *generator) stanza() {
	kind := g.pick("inet static", "inet static", "inet static", "inet manual",
		"inet6 static", "inet6 manual", "inet6 auto")
	name := g.name()
	if name == "lo" && g.oneIn(2) {
		kind = g.pick("inet loopback", "inet6 loopback")
	}
	words := strings.Fields(kind)
	g.line(false, "iface", name, words[0], words[1])
	g.defined = append(g.defined, name+" "+words[0])
	for _, o := range g.options(kind) {
		g.line(true, o...)
	}
	g.extras()
}

// options are those of a method, some of those that may be missing missing.
func (g *generator) options(kind string) (list [][]string) {
	maybe := func(words ...string) {
		if g.oneIn(3) {
			list = append(list, words)
		}
	}
	switch kind {
	case "inet static":
		address := fmt.Sprintf("%d.%d.%d.%d", 1+g.IntN(223), g.IntN(256), g.IntN(256), g.IntN(256))
		list = append(list, []string{"address", address + g.pick("", "/24", "/8", "/30", "/255.255.0.0", "/32", "/31")})
		maybe("netmask", g.pick("255.255.255.0", "24", "255.0.0.0", "30"))
		maybe("broadcast", g.pick("+", "-", "10.0.0.255"))
		maybe("gateway", g.pick("10.0.0.1", address))
		maybe("pointopoint", "10.0.0.2")
		maybe("scope", g.pick("global", "link"))
	case "inet6 static":
		list = append(list, []string{"address", g.pick("2001:db8::1", "fe80::1") + g.pick("", "/64", "/128", "/0")})
		maybe("netmask", g.pick("64", "48"))
		maybe("gateway", g.pick("fe80::2", "2001:db8::2"))
		maybe("accept_ra", g.pick("0", "1", "2"))
		maybe("autoconf", g.pick("0", "1"))
		maybe("dad-attempts", g.pick("0", "3"))
		maybe("preferred-lifetime", g.pick("10", "3600"))
	}
	maybe("mtu", g.pick("1500", "1280"))
	maybe("metric", g.pick("1", "1024"))
	maybe("hwaddress", g.pick("", "ether ")+"02:00:00:00:00:01")
	g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// heir writes a stanza that inherits.
func (g *generator) heir() {
	if len(g.defined) == 0 {
		return
	}
	from := strings.Fields(g.defined[g.IntN(len(g.defined))])
	name := g.name()
	switch g.IntN(3) {
	case 0:
		g.line(false, "iface", name, "inherits", from[0])
	case 1:
		g.line(false, "iface", name, from[1], "manual", "inherits", from[0])
	case 2:
		g.line(false, "iface", name, from[1], "inherits", from[0])
	}
	g.extras()
}

// extras writes options that any stanza may have, some of them twice.
func (g *generator) extras() {
	for range g.IntN(5) {
		g.line(true, g.pick("up", "down", "pre-up", "post-up", "pre-down", "post-down", "foo", "dns-search", "Odd_Name.x"),
			g.pick("echo one", "echo $IFACE | grep -q .", "true || false", "a=b", "'quoted  text'", "x \\\n y"))
	}
}

// generatedFiles is how many files are generated; CLASSICNET_GENERATED asks for
// more of them, with other seeds, and for as many situations of isSample.
func generatedFiles() uint64 {
	if n, err := strconv.ParseUint(os.Getenv("CLASSICNET_GENERATED"), 10, 32); err == nil {
		return n
	}
	return 60
}

const generatedPrefix = "generated-"

func generated(name string) bool { return strings.HasPrefix(name, generatedPrefix) }

// Of generated files Debian's commands and ours say the same as well.
func TestOracleGenerated(t *testing.T) {
	o := debian(t)
	t.Chdir(t.TempDir())
	for seed := range generatedFiles() {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 0))}
		name := fmt.Sprint(generatedPrefix, seed)
		if err := os.WriteFile(name, []byte(g.file()), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, list := range compare(t, o, name) {
			for _, d := range list {
				t.Errorf("seed %d (-Debian +ours)\n%s", seed, d)
			}
		}
		if t.Failed() {
			text, _ := os.ReadFile(filepath.Clean(name))
			t.Fatalf("the file:\n%s", text)
		}
	}
}
