// Command boot boots machines that have a Debian kernel, busybox's shell and
// our one file, and looks at what is on their screens:
//
//	go run ./test/boot [-v] [--suite SUITE] [--arch ARCH] [--run PATTERN] [BOOT]...
//
// A BOOT is one of tutorial, bare, interfaces, links, devices, scripts, bonds, small,
// nettools, types, files, transcripts, live, cards, cards-nettools, layers, hooks, hooks-beside and
// hooks-debian; without any all are done but those from types on, which take their time. The kernel is that of this machine's
// Debian, or of another SUITE (bullseye, trixie, sid). It is fetched once and kept in the
// user's cache folder. It needs apt-get, dpkg, xz, busybox-static, iproute2, net-tools and
// qemu-system-x86, no root and no KVM; transcripts and live need mmdebstrap. These two and
// types can be had with another ARCH, s390x, by qemu-system-misc; in these two PATTERN
// chooses among the tests.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/jessevdk/go-flags"

	"classicnet/internal/scratch"
)

// boot is one machine: what is in it beside the tools, and what its screen
// has to show.
type boot struct {
	name    string
	modules []string // kernel modules, by name
	device  []string // what qemu is told beside the usual
	cmdline string   // what the kernel is told beside the usual
	// first adds what comes in the place of what every machine has.
	first func(im *image) error
	// fill adds what the machine has of its own.
	fill func(im *image, tools string) error
	// check returns what is wrong with the screen, "" if nothing is.
	check func(screen) string
	// long is a machine that is booted when it is named.
	long bool
	// anywhere is a machine that any processor can be in.
	anywhere bool
	memory   string        // in MiB; "" is 256
	limit    time.Duration // 0 is the usual
}

var boots = []boot{
	tutorialBoot, bareBoot, interfacesBoot, linksBoot, devicesBoot, scriptsBoot, bondsBoot, smallBoot, nettoolsBoot,
	typesBoot, filesBoot, transcriptsBoot, liveBoot, cardsBoot, cardsTheirsBoot, layersBoot,
	hooksBoot, hooksBesideBoot, hooksDebianBoot,
}

// wanted are the boots of these names; without any the usual ones.
func wanted(names []string) (list []boot) {
	for _, b := range boots {
		if len(names) == 0 && !b.long || slices.Contains(names, b.name) {
			list = append(list, b)
		}
	}
	return list
}

func main() {
	var o options
	names, err := flags.NewParser(&o, flags.HelpFlag).Parse()
	if flags.WroteHelp(err) {
		fmt.Println(err)
		return
	}
	if err == nil {
		err = run(names, o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "boot:", err)
		os.Exit(1)
	}
}

type options struct {
	Verbose bool   `short:"v" long:"verbose" description:"show the screens as they come"`
	Suite   string `long:"suite" description:"the kernel of this suite of Debian" value-name:"SUITE"`
	Arch    string `long:"arch" description:"a machine with this processor" value-name:"ARCH" default:"amd64"`
	Run     string `long:"run" description:"those tests alone, as go test takes them" value-name:"PATTERN"`
}

// kernel fetches the kernel that is meant, and the programs for its processor, ""
// for this machine's.
func (o options) kernel() (k *kernel, source string, err error) {
	a, err := archOf(o.Arch)
	switch {
	case err != nil:
		return nil, "", err
	case a != &arches[0]:
		if source, err = fetchRoot(a); err == nil {
			k, err = fetchOther(cmp.Or(o.Suite, ownSuite()), a)
		}
	case o.Suite != "":
		k, err = fetchOther(o.Suite, a)
	default:
		k, err = fetchKernel()
	}
	return k, source, err
}

// known tells which of these names is no boot, or one of another machine.
func (o options) known(names []string) error {
	other := o.Arch != arches[0].name
	for _, name := range names {
		i := slices.IndexFunc(boots, func(b boot) bool { return b.name == name })
		if i < 0 {
			return fmt.Errorf("no boot is called %q", name)
		}
		if other && !boots[i].anywhere {
			return fmt.Errorf("%s is a boot of %s alone", name, arches[0].name)
		}
	}
	if other && len(names) == 0 {
		return errors.New("which boots?")
	}
	return nil
}

// run does the boots of these names, or all.
func run(names []string, o options) error {
	if err := o.known(names); err != nil {
		return err
	}
	if err := needed(); err != nil {
		return err
	}
	k, source, err := o.kernel()
	if err != nil {
		return err
	}
	folder, err := scratch.New("boot")
	if err != nil {
		return err
	}
	defer folder.Remove()
	tools := folder.Path
	if err := buildTools(tools, k.arch); err != nil {
		return err
	}
	fmt.Printf("Linux %s, %s\n", k.release, k.arch.name)
	failed := 0
	for _, b := range wanted(names) {
		im := newImage(k, source)
		im.only = o.Run
		failed += b.run(im, tools, o.Verbose)
	}
	if failed > 0 {
		return fmt.Errorf("%d failed", failed)
	}
	return nil
}

// run boots the machine, tells how it went and returns how many boots failed.
func (b *boot) run(im *image, tools string, verbose bool) (failed int) {
	start := time.Now()
	text, err := b.start(im, tools, verbose)
	shown := parseScreen(text)
	wrong := ""
	if err != nil {
		wrong = err.Error() + "\n"
	} else {
		wrong = b.check(shown)
	}
	if !verbose && wrong != "" {
		fmt.Print(text)
	}
	if wrong != "" {
		fmt.Printf("FAIL %s\n%s", b.name, wrong)
		return 1
	}
	fmt.Printf("ok   %-11s %d commands, %.1f s\n", b.name, len(shown), time.Since(start).Seconds())
	return 0
}

// start returns the screen of the machine from boot to power-off.
func (b *boot) start(im *image, tools string, watched bool) (string, error) {
	if err := b.build(im, tools); err != nil {
		return "", err
	}
	initrd := filepath.Join(tools, "initrd")
	if err := im.write(initrd); err != nil {
		return "", err
	}
	return machine{
		arch: im.kernel.arch, memory: cmp.Or(b.memory, "256"), limit: cmp.Or(b.limit, limit),
		kernel: im.kernel.image, initrd: initrd, device: b.device, cmdline: b.cmdline, watched: watched,
	}.run()
}

// build puts the machine's root folder together.
func (b *boot) build(im *image, tools string) error {
	if b.first != nil {
		if err := b.first(im); err != nil {
			return err
		}
	}
	if err := im.basics(tools); err != nil {
		return err
	}
	if len(b.modules) > 0 {
		if err := im.modules(b.modules); err != nil {
			return err
		}
	}
	return b.fill(im, tools)
}
