package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// transcriptsBoot replays the transcripts of the originals on the kernel.
var transcriptsBoot = boot{
	name: "transcripts", memory: "1536", anywhere: true, first: root,
	fill: func(im *image, tools string) error {
		return fillTests(im, tools, ".", "Golden", "testdata", "internal/netlab/golden")
	},
	check: checkTests,
}

// liveBoot compares with net-tools and busybox on the kernel.
var liveBoot = boot{
	name: "live", memory: "1536", anywhere: true, first: root,
	fill: func(im *image, tools string) error {
		return fillTests(im, tools, "./test/live", "NetTools|Busybox|Labels")
	},
	check: checkTests,
}

// testModules are what the tests make links and sockets of, those of them that the
// kernel has: what a test lacks it says.
var testModules = []string{
	"veth", "tun", "dummy", "bridge", "ifb", "macvlan", "vxlan", "8021q", "bonding", "ipip", "ip_gre", "sit", "ip6_tunnel", "slip",
	"sch_netem", "sch_tbf", "sch_ingress", "act_mirred", "cls_u32", "cls_matchall", "sctp", "ax25", "netrom", "rose", "unix_diag", "af_packet", "vcan",
}

// root is a whole one, for tests that make their situations with its programs.
func root(im *image) error {
	dir, err := fetchRoot(im.arch)
	if err != nil {
		return err
	}
	return im.tree(dir)
}

// testTools are those that the tests run.
var testTools = []string{
	"ifconfig", "route", "netstat", "arp", "nameif", "ipmaddr", "iptunnel", "mii-tool", "plipconfig", "rarp", "slattach",
}

// fillTests adds a package's tests, with the tools that they run and the folders
// that they read.
func fillTests(im *image, tools, pkg, pattern string, folders ...string) error {
	if err := im.modules(im.kernel.has(testModules)); err != nil {
		return err
	}
	top, err := ofProject("")
	if err != nil {
		return err
	}
	test := filepath.Join(tools, "test")
	build := command(top, "go", "test", "-c", "-ldflags=-s -w", "-o", test, pkg)
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOARCH="+im.arch.name)
	if err := build.Run(); err != nil {
		return err
	}
	if err := im.copy("src/test", test); err != nil {
		return err
	}
	for _, folder := range folders {
		if err := im.files(top, folder, "src"); err != nil {
			return err
		}
	}
	for _, name := range testTools {
		im.link("tools/"+name, "/bin/classicnet")
	}
	for _, name := range []string{"proc", "sys", "dev", "tmp", "run", "root"} {
		im.folder(name)
	}
	im.program("pattern", []byte(pattern))
	return im.script("init", "tests.sh")
}

// checkTests takes what go test -v says.
func checkTests(have screen) string {
	if len(have) != 1 {
		return fmt.Sprintf("%d commands\n", len(have))
	}
	said := have[0].text
	switch {
	case strings.Contains(said, "--- FAIL") || strings.Contains(said, "panic:"):
		return failures(said)
	case !strings.Contains(said, "--- PASS") || !strings.HasSuffix(said, "\nPASS\n"):
		return "no test has passed\n" + said
	}
	return ""
}

// failures names the tests that failed.
func failures(said string) (list string) {
	for line := range strings.Lines(said) {
		if strings.Contains(line, "--- FAIL") || strings.Contains(line, "panic:") {
			list += line
		}
	}
	return list
}
