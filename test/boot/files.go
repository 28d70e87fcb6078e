package main

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"
)

// filesModules have the files that aren't part of every kernel.
var filesModules = []string{"af_packet", "sctp", "ax25", "netrom", "rose", "appletalk", "8021q"}

// filesScreen is what Debian's kernel 6.1 shows.
//
//go:embed testdata/files.txt
var filesScreen string

// turn is a file of /proc/net, or counters in one, that aren't in every kernel: Debian's
// have it since a version, or until another, which hasn't it any more.
type turn struct {
	file, counters string // no counters are the whole file, else TABLE:NAME or a pattern
	since, until   version
}

// turns are what kernels have less than 6.1.
var turns = []turn{
	{file: "udplite", until: version{7, 2}}, {file: "udplite6", until: version{7, 2}},
	{file: "ax25", until: version{7, 2}}, {file: "ax25_route", until: version{7, 2}},
	{file: "nr", until: version{7, 2}}, {file: "nr_neigh", until: version{7, 2}}, {file: "nr_nodes", until: version{7, 2}},
	{file: "rose", until: version{7, 2}}, {file: "rose_neigh", until: version{7, 2}}, {file: "rose_nodes", until: version{7, 2}},
	{file: "rose_routes", until: version{7, 2}},
	{file: "atalk/interface", until: version{7, 2}}, {file: "atalk/route", until: version{7, 2}}, {file: "atalk/socket", until: version{7, 2}},
	{file: "snmp", counters: "UdpLite:*", until: version{7, 2}}, {file: "snmp6", counters: "UdpLite6*", until: version{7, 2}},
	{file: "netstat", counters: "MPTcpExt:RcvPruned", until: version{7, 2}},
	{file: "snmp", counters: "Icmp:OutRateLimit*", since: version{6, 1}}, {file: "snmp6", counters: "Icmp6OutRateLimitHost", since: version{6, 1}},
	{file: "snmp", counters: "Udp*:MemErrors", since: version{6, 1}}, {file: "snmp6", counters: "Udp*MemErrors", since: version{6, 1}},
	{file: "netstat", counters: "TcpExt:TCPMigrateReq*", since: version{6, 1}}, {file: "netstat", counters: "MPTcpExt:*", since: version{6, 1}},
}

// filesBoot looks at the titles of the files that the tools read, and at the counters.
var filesBoot = boot{
	name: "files", long: true,
	fill: func(im *image, _ string) error {
		if err := im.modules(im.kernel.has(append(slices.Clone(aids), filesModules...))); err != nil {
			return err
		}
		im.folder("proc")
		im.program("files", []byte(strings.Join(filesOf(parseScreen(filesScreen)), "\n")+"\n"))
		return im.script("init", "files.sh")
	},
	check: func(have screen) string { return checkFiles(parseScreen(filesScreen), have) },
}

// filesOf are the files whose titles a screen shows.
func filesOf(s screen) (names []string) {
	for _, c := range s {
		if name, ok := strings.CutPrefix(c.command, "title "); ok {
			names = append(names, name)
		}
	}
	return names
}

// checkFiles compares with 6.1: the titles have the same words, and no counter is lost
// but those that the release is known to have not. It may have more.
func checkFiles(want, have screen) (wrong string) {
	if len(have) != len(want)+1 {
		return fmt.Sprintf("%d commands instead of %d\n", len(have), len(want)+1)
	}
	release := have[0].text
	for i, w := range want {
		kind, file, _ := strings.Cut(w.command, " ")
		if kind == "title" {
			wrong += compareTitles(release, file, w.text, have[i+1].text)
			continue
		}
		names := counterNames(have[i+1].text)
		for _, name := range counterNames(w.text) {
			if there := slices.Contains(names, name); there == turned(release, file, name) {
				wrong += fmt.Sprintf("%s: %s: there %v\n", file, name, there)
			}
		}
	}
	return wrong
}

func compareTitles(release, file, want, got string) string {
	if turned(release, file, "") {
		want = "none\n"
	}
	if slices.Equal(strings.Fields(want), strings.Fields(got)) {
		return ""
	}
	return fmt.Sprintf("%s (-6.1 +got)\n-%s+%s", file, want, got)
}

// counterNames are TABLE:NAME, or NAME where a file has no tables.
func counterNames(text string) (names []string) {
	table := ""
	for _, word := range strings.Fields(text) {
		if strings.HasSuffix(word, ":") {
			table = word
		} else {
			names = append(names, table+word)
		}
	}
	return names
}

// turned tells whether a release is without a file or a counter.
func turned(release, file, counter string) bool {
	v := versionOf(release)
	return slices.ContainsFunc(turns, func(t turn) bool {
		fits, _ := path.Match(t.counters, counter)
		return t.file == file && fits &&
			(slices.Compare(v[:], t.since[:]) < 0 || t.until != version{} && slices.Compare(v[:], t.until[:]) >= 0)
	})
}
