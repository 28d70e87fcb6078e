package owner

import (
	"encoding/binary"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sys/unix"

	"classicnet/internal/rawcall"
)

const (
	// workers are at most as many processes as are looked at side by side.
	workers = 4
	// alone is how many processes one goroutine looks at.
	alone = 64
)

// walk is one way through /proc.
type walk struct {
	all  bool  // every socket is wanted
	want index // else these are
	dir  int   // the folder
	sees bool  // no process can be hidden

	processes []Process // a place for each folder, in the folder's order
	next      atomic.Int32
	hidden    atomic.Bool // some process may not be looked at
	seen      atomic.Bool // some process has a socket
	enough    atomic.Bool // all that are wanted have been found

	mu    sync.Mutex
	found index
}

func (w *walk) run(proc string) (err error) {
	w.dir, err = openFolder(unix.AT_FDCWD, proc)
	if err != nil {
		return err
	}
	defer unix.Close(w.dir) //nolint:errcheck // it was read
	var pids []string
	err = eachEntry(w.dir, make([]byte, 32<<10), func(name []byte) {
		if isNumber(name) {
			pids = append(pids, string(name))
		}
	})
	slices.SortStableFunc(pids, comparePIDs) // a real /proc is in order
	w.processes = make([]Process, len(pids))
	for i, pid := range pids {
		w.processes[i].PID = pid
	}
	w.sees = seesAll() && firstUsers(w.dir)
	w.enough.Store(w.want.count == 0 && !w.all)
	w.lookAtAll()
	if err == nil && w.hidden.Load() {
		err = ErrHidden
	}
	return err
}

// lookAtAll looks at the processes, in their order.
func (w *walk) lookAtAll() {
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), workers, len(w.processes)/alone) - 1 {
		group.Go(w.work)
	}
	w.work()
	group.Wait()
}

func (w *walk) work() {
	l := looker{walk: w, entries: make([]byte, 8<<10)}
	for !w.done() {
		i := int(w.next.Add(1)) - 1
		if i >= len(w.processes) {
			return
		}
		if w.enough.Load() && w.seen.Load() {
			l.glance(i)
		} else {
			l.look(i)
		}
	}
}

// done tells that nothing more can be learned: all that are wanted have been found,
// and whether a process is hidden is known.
func (w *walk) done() bool {
	return w.enough.Load() && (w.sees || w.hidden.Load() && w.seen.Load())
}

// glance looks whether a process is hidden, and no more.
func (l *looker) glance(i int) {
	if fd, err := l.open(i); err == nil {
		unix.Close(fd) //nolint:errcheck // it was only tried
	}
}

// open opens the folder of a process' descriptors, and notes where it may not.
func (l *looker) open(i int) (int, error) {
	l.path = append(append(l.path[:0], l.processes[i].PID...), "/fd\x00"...)
	fd, err := retry(func() (int, error) {
		return rawcall.Open(l.dir, l.path, unix.O_RDONLY|unix.O_CLOEXEC|unix.O_DIRECTORY)
	})
	if errors.Is(err, unix.EACCES) || errors.Is(err, unix.EPERM) {
		l.hidden.Store(true)
	}
	return fd, err
}

// looker is what one goroutine works with.
type looker struct {
	*walk
	entries []byte   // of a folder
	inodes  []uint64 // of a process' sockets that are wanted
	path    []byte   // of its folder
	text    [programLength]byte
}

// look finds the sockets of a process. One that has ended meanwhile has none.
func (l *looker) look(i int) {
	fd, err := l.open(i)
	if err != nil {
		return
	}
	l.inodes = l.inodes[:0]
	eachEntry(fd, l.entries, func(name []byte) { //nolint:errcheck // what was read of it counts
		if name[0] >= '0' && name[0] <= '9' {
			l.descriptor(fd, name[:len(name)+1])
		}
	})
	unix.Close(fd) //nolint:errcheck // it was read
	if len(l.inodes) == 0 {
		return
	}
	if n, ok := l.cmdline(l.processes[i].PID); ok {
		l.processes[i].Program = programOf(l.text[:n])
		l.keep(uint32(i))
	}
}

// descriptor looks at what one is of.
func (l *looker) descriptor(fd int, name []byte) {
	n, err := retry(func() (int, error) { return rawcall.Readlink(fd, name, l.text[:linkLength]) })
	if err != nil {
		return
	}
	inode, ok := inodeOf(l.text[:n])
	if !ok {
		return
	}
	if !l.seen.Load() {
		l.seen.Store(true)
	}
	if _, wanted := l.want.get(inode); l.all || wanted {
		l.inodes = append(l.inodes, inode)
	}
}

// cmdline reads a command line into text.
func (l *looker) cmdline(pid string) (n int, ok bool) {
	fd, err := openat(l.dir, pid+"/cmdline", 0)
	if err != nil {
		return 0, false
	}
	defer unix.Close(fd) //nolint:errcheck // it was read
	n, err = retry(func() (int, error) { return unix.Read(fd, l.text[:]) })
	return max(n, 0), err == nil
}

// keep notes the sockets of a process: of several that have one the first
// counts, whoever comes first here.
func (w *walk) keep(inodes []uint64, process uint32) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, inode := range inodes {
		w.found.addFirst(inode, process)
	}
	if !w.all && w.found.count == w.want.count {
		w.enough.Store(true)
	}
}

// keep notes the sockets that were found.
func (l *looker) keep(process uint32) { l.walk.keep(l.inodes, process) }

// seesAll tells that no process of this user namespace can be hidden, so none need be
// looked at to know.
func seesAll() bool {
	const wanted = 1<<unix.CAP_SYS_PTRACE | 1<<unix.CAP_DAC_READ_SEARCH
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var data [2]unix.CapUserData
	err := unix.Capget(&header, &data[0])
	return err == nil && data[0].Effective&wanted == wanted
}

// firstUsers tells whether this is the machine's first user namespace: what another
// gives counts for nothing with processes outside of it.
func firstUsers(proc int) bool {
	const number = 0xEFFFFFFD // PROC_USER_INIT_INO
	var namespace unix.Stat_t
	return unix.Fstatat(proc, "self/ns/user", &namespace, 0) == nil && namespace.Ino == number
}

func openFolder(dir int, name string) (int, error) { return openat(dir, name, unix.O_DIRECTORY) }

func openat(dir int, name string, flags int) (int, error) {
	return retry(func() (int, error) {
		return unix.Openat(dir, name, unix.O_RDONLY|unix.O_CLOEXEC|flags, 0)
	})
}

// retry makes a call again that a signal has cut short, as Go's own make some.
func retry(call func() (int, error)) (n int, err error) {
	for {
		if n, err = call(); err != unix.EINTR {
			return n, err
		}
	}
}

// entryHead are the bytes of a linux_dirent64 before its name.
const entryHead = 19

// eachEntry passes on the names in a folder. A NUL stands behind each.
func eachEntry(dir int, buf []byte, yield func(name []byte)) error {
	for {
		n, err := retry(func() (int, error) { return rawcall.Entries(dir, buf) })
		if err != nil || n == 0 {
			return err
		}
		for rest := buf[:n]; len(rest) > entryHead; {
			size := int(binary.NativeEndian.Uint16(rest[16:]))
			name := rest[entryHead:size]
			for i, c := range name {
				if c == 0 {
					name = name[:i]
					break
				}
			}
			if len(name) > 0 {
				yield(name)
			}
			rest = rest[size:]
		}
	}
}

func isNumber(name []byte) bool {
	for _, c := range name {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
