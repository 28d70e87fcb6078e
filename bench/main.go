// Command bench measures the tools side by side with net-tools, busybox and
// iproute2, each in turn, in network namespaces of its own:
//
//	go run ./bench [-rounds N] [-only NAME] [-growth] [-picture DIR]
//	go run ./bench -account [-rounds N]
//
// -picture draws what -growth has measured into DIR/growth-NAME.svg: time against
// size, on logarithmic scales.
//
// It needs root, ip, and the peers that it is to compare with. Ratios are what
// to read: times vary with the machine.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"

	"classicnet/internal/scratch"
)

func main() {
	rounds := flag.Int("rounds", 7, "how often each command runs")
	only := flag.String("only", "", "the one case to run")
	growth := flag.Bool("growth", false, "show how times grow instead of comparing")
	pagesToo := flag.Bool("account", false, "show what pages a start touches first, and whose they are")
	picture := flag.String("picture", "", "with -growth: draw a picture of each case into this folder")
	inside := flag.String("inside", "", "run this case here (used by the command itself)")
	size := flag.Int("size", 0, "entries to make (with -inside)")
	flag.Parse()
	var err error
	switch {
	case *inside == callsName:
		err = makeCalls()
	case *inside != "":
		err = runInside(*inside, *size, *rounds)
	case *pagesToo:
		err = prepared(func() error { return account(*rounds) })
	case *growth:
		err = all(*only, func(c *workload) error { return grow(c, *rounds, *picture) })
	default:
		err = all(*only, func(c *workload) error { return separate(c, c.size, *rounds) })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// prepared builds the tools, for what works with them.
func prepared(work func() error) error {
	folder, err := scratch.New("classicnet-bench")
	if err != nil {
		return err
	}
	defer folder.Remove()
	dir := folder.Path
	if err := build(dir); err != nil {
		return err
	}
	os.Setenv("CLASSICNET_BENCH_BIN", dir)
	return work()
}

// all hands the cases over.
func all(only string, run func(*workload) error) error {
	return prepared(func() error {
		for i := range workloads {
			if c := &workloads[i]; only == "" || only == c.name {
				if err := run(c); err != nil {
					return fmt.Errorf("%s: %w", c.name, err)
				}
			}
		}
		return nil
	})
}

// copies is how many there are of each of our programs: how fast one starts
// depends by some hundredths on where a copy came to lie in memory.
const copies = 10

// build makes tools as packaging/build does, and the smallest Go program that
// prints a line. They are copied, as what is installed is: the linker leaves its
// file in the page cache in pieces of one page, and a program starts a tenth
// slower from these than from larger ones.
func build(dir string) error {
	hello := filepath.Join(dir, "hello")
	if err := writeHello(hello); err != nil {
		return err
	}
	for _, folder := range []string{"cmd/ifconfig", "cmd/route", "cmd/netstat", "cmd/classicnet", "bench/bare", hello} {
		data, err := link(folder, filepath.Join(dir, "linked"))
		if err != nil {
			return err
		}
		for i := range copies {
			if err := install(data, filepath.Join(dir, fmt.Sprint(i), filepath.Base(folder))); err != nil {
				return err
			}
		}
	}
	for i := range copies {
		for _, name := range []string{"ifup", "ifdown", "ifquery"} {
			if err := os.Symlink("classicnet", filepath.Join(dir, fmt.Sprint(i), name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeHello makes a module of its own: ours has a setting for its commands.
func writeHello(dir string) error {
	return errors.Join(
		os.Mkdir(dir, 0o755),
		os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module hello\n\ngo 1.26\n"), 0o644),
		os.WriteFile(filepath.Join(dir, "main.go"), []byte("package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") }\n"), 0o644),
	)
}

// link returns the program of the package in a folder.
func link(folder, to string) ([]byte, error) { return linkAs(folder, to, "-s -w -funcalign=4") }

// linkAs is link with flags for the linker.
func linkAs(folder, to, flags string) ([]byte, error) {
	c := exec.Command("go", "build", "-trimpath", "-ldflags="+flags, "-o", to, ".")
	c.Dir, c.Env, c.Stderr = folder, append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
	if err := c.Run(); err != nil {
		return nil, err
	}
	return os.ReadFile(to)
}

// install writes a program and syncs it: the machine isn't to write while
// others are timed.
func install(data []byte, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Sync(), file.Close())
}

// separate runs a case in a namespace of its own.
func separate(c *workload, size, rounds int) error {
	defer together()()
	self := exec.Command("/proc/self/exe", "-inside", c.name, "-size", fmt.Sprint(size), "-rounds", fmt.Sprint(rounds))
	self.Stdout, self.Stderr = os.Stdout, os.Stderr
	self.SysProcAttr = &syscall.SysProcAttr{Cloneflags: clone, Pdeathsig: syscall.SIGKILL}
	return self.Run()
}

// together keeps the caller on its thread, as the kernel kills those who have asked
// for it (Pdeathsig) when the thread that started them ends: so whatever ends this
// process, its cases end with it, and so do what these hold and measure.
func together() (end func()) {
	runtime.LockOSThread()
	return runtime.UnlockOSThread
}

// grow runs a case in several sizes, and draws what came of it.
func grow(c *workload, rounds int, picture string) error {
	if c.growth == nil {
		return nil
	}
	os.Setenv(figuresVariable, filepath.Join(os.Getenv("CLASSICNET_BENCH_BIN"), "figures-"+c.name))
	for _, size := range c.growth {
		if err := separate(c, size, rounds); err != nil {
			return err
		}
	}
	if picture == "" {
		return nil
	}
	list, err := readFigures(os.Getenv(figuresVariable))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(picture, "growth-"+c.name+".svg"), draw(c, list), 0o644)
}
