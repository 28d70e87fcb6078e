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

	"classicnet/internal/peak"
)

// runInside makes a case's state in this process's namespace and measures.
func runInside(name string, size, rounds int) error {
	defer together()()
	i := slices.IndexFunc(workloads[:], func(c workload) bool { return c.name == name })
	if i < 0 {
		return fmt.Errorf("no case %q", name)
	}
	c := &workloads[i]
	if err := c.make(size); err != nil {
		return err
	}
	os.Setenv(sizeVariable, fmt.Sprint(size))
	if c.prepare != nil {
		if err := c.prepare(size); err != nil {
			return err
		}
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
	// processor are the times of the processor, with those of the command's own
	// commands: the work of others counts less there.
	processor []time.Duration
	peak      int64 // resident memory in KiB; 0 is that of a pipe, which isn't measured
}

func (r *result) median() time.Duration { return median(r.times) }

// ratioOf is the median of what each round's run took as a part of that of
// another command: a round's runs have the same noise around them.
func ratioOf(times, others []time.Duration) float64 {
	ratios := make([]float64, len(times))
	for i := range ratios {
		ratios[i] = float64(times[i]) / float64(max(others[i], 1))
	}
	return median(ratios)
}

func median[N cmp.Ordered](list []N) N {
	return slices.Sorted(slices.Values(list))[len(list)/2]
}

// measure runs all commands in turn, once to warm up and for their memory, and then
// rounds times. The turn differs from round to round: what runs behind a long command
// finds other caches than what runs behind a short one. A peer that isn't there is
// left out.
func (c *workload) measure(rounds int) ([]result, error) {
	var list []result
	for i, words := range c.commands {
		_, err := c.once(words, 0, c.limit())
		kib := int64(0)
		if err == nil {
			kib, err = c.memory(words)
		}
		switch {
		case err == nil:
			list = append(list, result{command: words, peak: kib})
		case i == 0:
			return nil, fmt.Errorf("%s: %w", name(words), err)
		default:
			fmt.Printf("  %s: left out (%v)\n", name(words), err)
		}
	}
	for round := range rounds * max(c.often, 1) {
		for _, i := range rand.Perm(len(list)) {
			r := &list[i]
			t, err := c.once(r.command, round, 0)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name(r.command), err)
			}
			r.times, r.processor = append(r.times, t.took), append(r.processor, t.processor)
		}
	}
	return list, nil
}

// tooLong is what a command may take for its first run: what is quadratic would
// take the rest of the day. (A variable for its test.)
var tooLong = 5 * time.Second

// environment is that of a login, whoever measures: a start of Go's costs the
// more the larger it is.
var environment = []string{
	"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LOGNAME=root", "USER=root", "SHELL=/bin/bash", "PWD=/root",
	"LANG=C.UTF-8", "TERM=xterm-256color", "SHLVL=1", "MAIL=/var/mail/root", "_=/usr/bin/env",
}

// once runs a command with its output in a file, and returns how long it took. Only
// pipes get a shell. Which copy of our programs it is differs with the round. A limit
// other than 0 ends one that takes longer.
func once(words string, round int, limit time.Duration) (t timed, err error) {
	out, remove, err := output()
	if err != nil {
		return t, err
	}
	defer remove()
	args := program(words, round)
	c := exec.Command(args[0], args[1:]...)
	c.Stdout, c.Env = out, environment
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	start := time.Now()
	if err := c.Start(); err != nil {
		return t, err
	}
	if limit > 0 {
		defer time.AfterFunc(limit, func() { c.Process.Kill() }).Stop() //nolint:errcheck // it may have ended
	}
	err = c.Wait()
	return timed{time.Since(start), c.ProcessState.UserTime() + c.ProcessState.SystemTime()}, err
}

// timed is what a run took, and what of it processors worked.
type timed struct{ took, processor time.Duration }

// once is once behind what comes before a run.
func (c *workload) once(words string, round int, limit time.Duration) (t timed, err error) {
	if c.before != nil {
		if err := c.before(words); err != nil {
			return t, err
		}
	}
	return once(words, round, limit)
}

// memory likewise, but where a state is made before each run: that takes too long for
// one more.
func (c *workload) memory(words string) (int64, error) {
	if c.before != nil {
		return 0, nil
	}
	return memory(words)
}

// limit is what a first run may take.
func (c *workload) limit() time.Duration {
	if os.Getenv(figuresVariable) != "" {
		return tooLong
	}
	return max(c.patience, tooLong)
}

// memory runs a command once more and returns its peak.
func memory(words string) (int64, error) {
	if piped(words) {
		return 0, nil
	}
	out, remove, err := output()
	if err != nil {
		return 0, err
	}
	defer remove()
	null, err := os.Open(os.DevNull)
	if err != nil {
		return 0, err
	}
	defer null.Close()
	end, kib, err := peak.Run(program(words, 0), environment, null, out, os.Stderr)
	if err == nil && end.ExitStatus() != 0 {
		err = fmt.Errorf("status %d", end.ExitStatus())
	}
	return kib, err
}

// output is a file for what a command prints.
func output() (f *os.File, remove func(), err error) {
	f, err = os.CreateTemp(os.Getenv("CLASSICNET_BENCH_BIN"), "output")
	return f, func() {
		f.Close()
		os.Remove(f.Name())
	}, err
}

func piped(words string) bool { return strings.Contains(words, "|") }

// program is the argument list of a command.
func program(words string, round int) []string {
	words = strings.NewReplacer("{bin}", filepath.Join(os.Getenv("CLASSICNET_BENCH_BIN"), fmt.Sprint(round%copies)),
		"{debian}", debianIfupdown(), "{size}", os.Getenv(sizeVariable)).Replace(words)
	if piped(words) {
		return []string{"sh", "-c", words}
	}
	return strings.Fields(words)
}

// report prints medians, and ours as a ratio to each of the others.
func report(list []result) {
	for i := range list {
		r := &list[i]
		ratio := ""
		if i > 0 {
			ratio = fmt.Sprintf("ours is %.3f of it, by processor time %.3f", ratioOf(list[0].times, r.times), ratioOf(list[0].processor, r.processor))
		}
		memory := "-"
		if r.peak > 0 {
			memory = fmt.Sprint(r.peak)
		}
		fmt.Printf("  %-44s %10.2f ms %10.2f ms processor %8s KiB  %s\n", name(r.command), inMilliseconds(r.median()),
			inMilliseconds(median(r.processor)), memory, ratio)
	}
}

func inMilliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// sizeVariable has the size of the case.
const sizeVariable = "CLASSICNET_BENCH_SIZE"

// name is a command without the folder of our tools, which is the same in all sizes.
func name(command string) string {
	return strings.NewReplacer("{bin}/", "our ", "{debian}/", "Debian's ", " {size}", "").Replace(command)
}
