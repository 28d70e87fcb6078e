package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// transcriptsBoot replays the transcripts of the originals on the kernel.
var transcriptsBoot = boot{
	name: "transcripts", long: true, anywhere: true, memory: "512", device: []string{"-smp", "2"}, limit: testLimit, first: wholeRoot,
	fill: func(im *image, tools string) error {
		return fillTests(im, tools, ".", "^(TestGolden|TestGoldenMore|TestGoldenNetstat|TestGoldenSmall)$", "testdata")
	},
	check: checkTests,
}

// liveBoot compares with net-tools and busybox on the kernel.
var liveBoot = boot{
	name: "live", long: true, anywhere: true, memory: "512", device: []string{"-smp", "2"}, limit: testLimit, first: wholeRoot,
	fill: func(im *image, tools string) error {
		return fillTests(im, tools, "./test/live", "^Test(NetTools|Busybox|Netstat|ARP|Labels)")
	},
	check: checkTests,
}

// testLimit is several times what the tests take on an idle computer.
const testLimit = 2 * time.Hour

// testModules are what the tests make links and sockets of, those of them that the
// kernel has as modules.
var testModules = []string{
	"af_packet", "veth", "tun", "dummy", "bridge", "ifb", "macvlan", "vxlan",
	"sch_netem", "sch_tbf", "sch_ingress", "act_mirred", "cls_u32", "cls_matchall",
}

// testTools are those that the tests run.
var testTools = []string{
	"ifconfig", "route", "netstat", "arp", "nameif", "ipmaddr", "iptunnel", "mii-tool", "plipconfig", "rarp", "slattach",
	"brctl", "ifenslave", "tunctl", "vconfig",
}

// fillTests adds a package's tests, with the tools that they run and the folders
// that they read.
func fillTests(im *image, tools, pkg, pattern string, folders ...string) error {
	top, err := ofProject("")
	if err != nil {
		return err
	}
	if err := im.modules(im.kernel.has(testModules)); err != nil {
		return err
	}
	test := filepath.Join(tools, "test")
	build := command(top, "go", "test", "-c", "-tags=guest", "-trimpath", "-ldflags=-s -w", "-o", test, pkg)
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOARCH="+im.kernel.arch.name)
	if err := build.Run(); err != nil {
		return err
	}
	if err := im.copy("src/test", test); err != nil {
		return err
	}
	for _, folder := range folders {
		if err := im.tree(top, folder, "src"); err != nil {
			return err
		}
	}
	for _, name := range testTools {
		im.link("tools/"+name, "/bin/classicnet")
	}
	for _, name := range []string{"proc", "sys", "dev", "tmp", "run", "root"} {
		im.folder(name)
	}
	im.program("etc/passwd", []byte(passwd))
	im.program("etc/group", []byte(group))
	im.program("pattern", []byte(cmp.Or(im.only, pattern)))
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
		return "no test has passed\n"
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
