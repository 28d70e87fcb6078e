package main

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// runInside makes a case's state in this process's namespace and measures.
func runInside(name string, size, rounds int) error {
	i := slices.IndexFunc(workloads[:], func(c workload) bool { return c.name == name })
	if i < 0 {
		return fmt.Errorf("no case %q", name)
	}
	c := &workloads[i]
	if err := c.make(size); err != nil {
		return err
	}
	if c.held != nil {
		end, err := c.held.hold(size)
		defer end()
		if err != nil {
			return err
		}
	}
	fmt.Printf("\n%s: %d, %s\n", c.name, size, c.title)
	list, err := c.measure(rounds)
	if err != nil {
		return err
	}
	report(list)
	return keepFigures(os.Getenv(figuresVariable), size, list)
}

// make puts the namespace into the case's state.
func (c *workload) make(size int) error {
	if err := exec.Command("ip", "link", "set", "lo", "up").Run(); err != nil {
		return fmt.Errorf("ip link set lo up: %w", err)
	}
	ip := exec.Command("ip", "-batch", "-")
	ip.Stderr = os.Stderr
	in, out := io.Pipe()
	ip.Stdin = in
	go func() {
		c.state(out, size)
		out.Close()
	}()
	if err := ip.Run(); err != nil {
		return fmt.Errorf("ip -batch: %w", err)
	}
	time.Sleep(time.Duration(c.settle) * time.Second)
	return nil
}

// result is what the runs of a command came to.
type result struct {
	command string
	times   []time.Duration // one a round
	rss     int64           // peak resident, KiB, of the largest run
}

func (r *result) median() time.Duration { return median(r.times) }

// ratioTo is the median of what each round's run took as a part of that of
// another command: a round's runs have the same noise around them.
func (r *result) ratioTo(o *result) float64 {
	ratios := make([]float64, len(r.times))
	for i := range ratios {
		ratios[i] = float64(r.times[i]) / float64(o.times[i])
	}
	return median(ratios)
}

func median[N cmp.Ordered](list []N) N {
	return slices.Sorted(slices.Values(list))[len(list)/2]
}

// measure runs all commands in turn, once to warm up and then rounds times. The
// turn differs from round to round: what runs behind a long command finds other
// caches than what runs behind a short one. A peer that isn't there is left out.
func (c *workload) measure(rounds int) ([]result, error) {
	var list []result
	for i, words := range c.commands {
		if _, _, err := once(words, 0, tooLong); err != nil {
			if i == 0 {
				return nil, fmt.Errorf("%s: %w", name(words), err)
			}
			fmt.Printf("  %s: left out (%v)\n", name(words), err)
			continue
		}
		list = append(list, result{command: words})
	}
	for round := range rounds * max(c.often, 1) {
		for _, i := range rand.Perm(len(list)) {
			r := &list[i]
			took, rss, err := once(r.command, round, 0)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name(r.command), err)
			}
			r.times, r.rss = append(r.times, took), max(r.rss, rss)
		}
	}
	return list, nil
}

// tooLong is what a command may take for its first run: what is quadratic would
// take the rest of the day.
const tooLong = 5 * time.Second

// environment is that of a login, whoever measures: a start of Go's costs the
// more the larger it is.
var environment = []string{
	"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LOGNAME=root", "USER=root", "SHELL=/bin/bash", "PWD=/root",
	"LANG=C.UTF-8", "TERM=xterm-256color", "SHLVL=1", "MAIL=/var/mail/root", "_=/usr/bin/env",
}

// once runs a command with its output in a file, and returns how long it took
// and its peak resident size, which is at least that of this process. Only
// pipes get a shell. Which copy of our programs it is differs with the round. A limit
// other than 0 ends one that takes longer.
func once(words string, round int, limit time.Duration) (time.Duration, int64, error) {
	words = strings.ReplaceAll(words, "{bin}", filepath.Join(os.Getenv("CLASSICNET_BENCH_BIN"), fmt.Sprint(round%copies)))
	out, err := os.CreateTemp(os.Getenv("CLASSICNET_BENCH_BIN"), "output")
	if err != nil {
		return 0, 0, err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	args := strings.Fields(words)
	if strings.Contains(words, "|") {
		args = []string{"sh", "-c", words}
	}
	c := exec.Command(args[0], args[1:]...)
	c.Stdout, c.Env = out, environment
	start := time.Now()
	if err := c.Start(); err != nil {
		return 0, 0, err
	}
	if limit > 0 {
		defer time.AfterFunc(limit, func() { c.Process.Kill() }).Stop() //nolint:errcheck // it may have ended
	}
	err = c.Wait()
	took := time.Since(start)
	if err != nil {
		return 0, 0, err
	}
	return took, int64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss), nil
}

// report prints medians, and ours as a ratio to each of the others.
func report(list []result) {
	for i := range list {
		r := &list[i]
		ratio := ""
		if i > 0 {
			ratio = fmt.Sprintf("ours is %.3f of it", list[0].ratioTo(r))
		}
		fmt.Printf("  %-44s %10.2f ms %8d KiB  %s\n", name(r.command), float64(r.median().Microseconds())/1000, r.rss, ratio)
	}
}

// name is a command without the folder of our tools.
func name(command string) string {
	return strings.ReplaceAll(command, "{bin}/", "our ")
}
