package netlab_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"classicnet/internal/netlab"
)

// recorder is a test that notes how it was ended instead of failing.
type recorder struct {
	testing.TB
	end string
}

func (r *recorder) Fatal(args ...any)            { r.stop("fatal: " + fmt.Sprint(args...)) }
func (r *recorder) Fatalf(f string, args ...any) { r.stop("fatal: " + fmt.Sprintf(f, args...)) }
func (r *recorder) Skipf(f string, args ...any)  { r.stop("skip: " + fmt.Sprintf(f, args...)) }
func (r *recorder) Helper()                      {}

func (r *recorder) stop(end string) {
	r.end = end
	runtime.Goexit()
}

// ending is how a test was ended: "fatal: TEXT", "skip: TEXT" or "".
func ending(t testing.TB, test func(testing.TB)) string {
	r := &recorder{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		test(r)
	}()
	<-done
	return r.end
}

// pidNamespace is the name of a lab's process-id namespace.
func pidNamespace(lab *netlab.Lab) string {
	return strings.TrimSpace(lab.Sh("readlink /proc/self/ns/pid"))
}

// processesIn are the processes of this machine in a process-id namespace, without the
// dead, which the first process of a container may leave in the list.
func processesIn(t testing.TB, namespace string) (pids []int) {
	t.Helper()
	links, err := filepath.Glob("/proc/[0-9]*/ns/pid")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range links {
		if name, err := os.Readlink(l); err != nil || name != namespace {
			continue // ended meanwhile, another user's, or another namespace's
		}
		process := strings.TrimSuffix(l, "/ns/pid")
		if _, err := os.Readlink(process + "/exe"); err != nil {
			continue // dead
		}
		pid, err := strconv.Atoi(filepath.Base(process))
		if err != nil {
			t.Fatal(err)
		}
		pids = append(pids, pid)
	}
	return pids
}

// killKeeper kills all processes of a lab from outside.
func killKeeper(t testing.TB, lab *netlab.Lab) {
	t.Helper()
	for _, pid := range processesIn(t, pidNamespace(lab)) {
		syscall.Kill(pid, syscall.SIGKILL) //nolint:errcheck // the first takes the others along
	}
}
