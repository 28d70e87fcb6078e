package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// handedOn is the file in which a command of ifup's counts its descriptors, which
// are as many as a command of this program's has, or ifup didn't keep its own to
// itself.
const handedOn = "descriptors"

// count is the command that counts.
const count = "ls /proc/self/fd | wc -l"

// examples is how many failures are told.
const examples = 10

// memory is that of a command, in KiB: the most in the first tenth of the time and
// in the last. The kernel counts what this program has at its start as the
// command's, so small differences between commands don't show.
type memory struct{ first, last int64 }

type row struct {
	runs, failures int
	memory
}

// report is what came of it.
type report struct {
	mu         sync.Mutex
	start, end time.Time
	rows       map[string]*row
	failed     []string
	followed   []sample
	handed     string // descriptors of a command of this program's
}

// sample is what a command that doesn't end has at one moment.
type sample struct{ descriptors, rss int }

func newReport(length time.Duration) *report {
	return &report{start: time.Now(), end: time.Now().Add(length), rows: map[string]*row{}}
}

// work does the jobs side by side until the time is over. Each ends behind its last
// step, so that everything is gone again.
func (r *report) work(list []job) {
	var all sync.WaitGroup
	for _, j := range list {
		all.Go(func() {
			for time.Now().Before(r.end) {
				for _, s := range j.steps {
					r.do(s)
					time.Sleep(j.pause)
				}
			}
		})
	}
	all.Wait()
}

// do runs a step and keeps what came of it.
func (r *report) do(s step) {
	var out, complaints bytes.Buffer
	c := exec.Command(s.args[0], s.args[1:]...)
	c.Stdout, c.Stderr = &out, &complaints
	err := c.Run()
	switch {
	case err == nil && complaints.Len() > 0:
		err = errors.New("complains")
	case err == nil && !strings.Contains(out.String(), s.shows):
		err = errors.New("doesn't show " + s.shows)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.count(name(s.args), c, err)
	if err != nil && len(r.failed) < examples {
		r.failed = append(r.failed, fmt.Sprintf("%s: %v\n%s", strings.Join(s.args, " "), err, &complaints))
	}
}

// name is a row's: the tool, and of a listing its options.
func name(args []string) string {
	words := args[:1:1]
	for _, a := range args[1:] {
		if !strings.HasPrefix(a, "-") || slices.Contains([]string{"ifup", "ifdown", "arp"}, args[0]) && a != "-an" {
			break
		}
		words = append(words, a)
	}
	return strings.Join(words, " ")
}

func (r *report) count(name string, c *exec.Cmd, err error) {
	w := r.rows[name]
	if w == nil {
		w = &row{}
		r.rows[name] = w
	}
	w.runs++
	if err != nil {
		w.failures++
	}
	if c.ProcessState == nil {
		return
	}
	most := int64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) //nolint:unconvert // 32 bits on some
	tenth := r.end.Sub(r.start) / 10
	if time.Since(r.start) < tenth {
		w.first = max(w.first, most)
	}
	if time.Until(r.end) < tenth {
		w.last = max(w.last, most)
	}
}

// follow starts a command that doesn't end and looks at it now and then; what it
// returns ends it.
func (r *report) follow(args ...string) (end func(), err error) {
	c := exec.Command(args[0], args[1:]...)
	c.Stdout = io.Discard
	if err := c.Start(); err != nil {
		return nil, err
	}
	every := time.NewTicker(max(r.end.Sub(r.start)/100, time.Second))
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-every.C:
				r.sample(c.Process.Pid)
			case <-done:
				return
			}
		}
	}()
	return func() {
		r.sample(c.Process.Pid)
		close(done)
		c.Process.Kill()
		c.Wait()
	}, nil
}

func (r *report) sample(pid int) {
	folder := filepath.Join("/proc", strconv.Itoa(pid))
	files, err := os.ReadDir(filepath.Join(folder, "fd"))
	status, err2 := os.ReadFile(filepath.Join(folder, "status"))
	if err != nil || err2 != nil {
		return
	}
	s := sample{descriptors: len(files)}
	if _, text, ok := strings.Cut(string(status), "\nVmRSS:"); ok {
		fmt.Sscan(text, &s.rss)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.followed = append(r.followed, s)
}

// print writes the report.
func (r *report) print() {
	fmt.Printf("%-20s %8s %8s %16s %16s\n", "command", "runs", "failures", "KiB in the begin", "KiB at the end")
	for _, name := range slices.Sorted(maps.Keys(r.rows)) {
		w := r.rows[name]
		fmt.Printf("%-20s %8d %8d %16d %16d\n", name, w.runs, w.failures, w.first, w.last)
	}
	fmt.Printf("%-20s %42d\n", "this program", own())
	fmt.Printf("descriptors of a command of ifup's: %s", handedTo())
	for _, s := range []sample{r.early(), r.late()} {
		fmt.Printf("netstat -c: %d descriptors, %d KiB\n", s.descriptors, s.rss)
	}
	for _, text := range r.failed {
		fmt.Print(text)
	}
}

// early is the most of the first tenth, behind the very first look.
func (r *report) early() sample { return most(r.followed[:min(len(r.followed), 10)]) }

func (r *report) late() sample { return most(r.followed[max(0, len(r.followed)-10):]) }

func most(list []sample) (m sample) {
	for _, s := range list {
		m.descriptors, m.rss = max(m.descriptors, s.descriptors), max(m.rss, s.rss)
	}
	return m
}

// growth is by how much more memory at the end is too much: a collector of garbage
// isn't exact. So is leak of descriptors: a table is open while it is read.
const growth, leak = 1.25, 5

// settled is what a program of Go has, in KiB, before its collector begins.
const settled = 12 << 10

// own is the memory of this program, which counts as its commands'.
func own() int64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return int64(usage.Maxrss) //nolint:unconvert // as above
}

// more tells whether something has grown.
func more(first, last int64) bool { return float64(last) > growth*float64(first) }

// handedTo is what a command of ifup's has counted.
func handedTo() string {
	text, err := os.ReadFile(filepath.Join(os.Getenv(insideVar), handedOn))
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// wrong tells what isn't as it has to be.
func (r *report) wrong() error {
	for name, w := range r.rows {
		if w.failures > 0 {
			return fmt.Errorf("%s failed %d times", name, w.failures)
		}
		if more(w.first, w.last) && w.last > own() {
			return fmt.Errorf("%s grows: %d KiB, then %d", name, w.first, w.last)
		}
	}
	early, late := r.early(), r.late()
	if late.descriptors > early.descriptors+leak || more(int64(max(early.rss, settled)), int64(late.rss)) {
		return fmt.Errorf("netstat -c grows: %v, then %v", early, late)
	}
	if handedTo() != r.handed {
		return fmt.Errorf("a command of ifup's has %q descriptors, one of this program's %q", handedTo(), r.handed)
	}
	return nil
}
