package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// fault is a page that a program touches without having it: the kernel gives it the
// page and, of a file, up to 15 beside it.
type fault struct {
	addr  uint64
	calls []uint64 // where it came from, the innermost function first
}

// faultsOf runs a program and returns its faults from its first instruction on, and
// its mappings as they are at its end. What execve(2) does before isn't among
// them.
func faultsOf(args []string) (list []fault, maps []byte, err error) {
	defer together()() // ptrace(2) and perf_event_open(2) know threads
	out, remove, err := output()
	if err != nil {
		return nil, nil, err
	}
	defer remove()
	c := exec.Command(args[0], args[1:]...)
	c.Stdout, c.Env = out, environment
	c.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Pdeathsig: syscall.SIGKILL}
	if err := c.Start(); err != nil {
		return nil, nil, err
	}
	pid := c.Process.Pid
	defer func() {
		unix.PtraceDetach(pid) //nolint:errcheck // it may have ended; a kill doesn't end one that stopped on its way out
		c.Process.Kill()       //nolint:errcheck // likewise
		c.Wait()               //nolint:errcheck // likewise
	}()
	if _, err := stopped(pid); err != nil { // behind execve
		return nil, nil, err
	}
	buffers, err := watch(pid)
	defer func() { err = errors.Join(err, buffers.close()) }()
	if err == nil {
		err = toItsEnd(pid)
	}
	if err != nil {
		return nil, nil, err
	}
	if maps, err = os.ReadFile(fmt.Sprintf("/proc/%d/smaps", pid)); err == nil {
		list, err = buffers.read()
	}
	return list, maps, err
}

// toItsEnd lets a program run until it is about to end: its memory is still there.
func toItsEnd(pid int) error {
	if err := unix.PtraceSetOptions(pid, unix.PTRACE_O_TRACEEXIT|unix.PTRACE_O_EXITKILL); err != nil {
		return err
	}
	for signal := 0; ; {
		if err := unix.PtraceCont(pid, signal); err != nil {
			return err
		}
		status, err := stopped(pid)
		if err != nil {
			return err
		}
		if status.TrapCause() == unix.PTRACE_EVENT_EXIT {
			return nil
		}
		signal = int(status.StopSignal())
	}
}

func stopped(pid int) (status unix.WaitStatus, err error) {
	if _, err = unix.Wait4(pid, &status, 0, nil); err == nil && !status.Stopped() {
		err = fmt.Errorf("it ended (%#x) where it was to be looked at", int(status))
	}
	return status, err
}

// buffers are those that the kernel tells of faults in, one a processor.
type buffers [][]byte

// bufferPages is the size of each but for its first page, which tells how full it is.
const bufferPages = 64

// watch asks for the faults of a process and of all its threads to come, on each
// processor that it may run on, which needn't be the first ones.
func watch(pid int) (list buffers, err error) {
	var processors unix.CPUSet
	if err := unix.SchedGetaffinity(pid, &processors); err != nil {
		return nil, err
	}
	for cpu := range len(processors) * bits.UintSize {
		if !processors.IsSet(cpu) {
			continue
		}
		buffer, err := watchOn(cpu, pid)
		if err != nil {
			return list, fmt.Errorf("perf_event_open: %w", err)
		}
		list = append(list, buffer)
	}
	return list, nil
}

// watchOn likewise, on one processor.
func watchOn(cpu, pid int) ([]byte, error) {
	attr := unix.PerfEventAttr{
		Type: unix.PERF_TYPE_SOFTWARE, Config: unix.PERF_COUNT_SW_PAGE_FAULTS, Sample: 1,
		Sample_type: unix.PERF_SAMPLE_ADDR | unix.PERF_SAMPLE_CALLCHAIN,
		Bits:        unix.PerfBitInherit | unix.PerfBitExcludeCallchainKernel,
		Size:        unix.PERF_ATTR_SIZE_VER5,
	}
	fd, err := unix.PerfEventOpen(&attr, pid, cpu, -1, unix.PERF_FLAG_FD_CLOEXEC)
	if err != nil {
		return nil, err
	}
	defer unix.Close(fd) //nolint:errcheck // the mapping holds it
	return unix.Mmap(fd, 0, (1+bufferPages)*os.Getpagesize(), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
}

func (b buffers) close() (err error) {
	for _, buffer := range b {
		err = errors.Join(err, unix.Munmap(buffer))
	}
	return err
}

// dataHead is where struct perf_event_mmap_page says how much was written.
const dataHead = 1024

func (b buffers) read() (list []fault, err error) {
	for _, buffer := range b {
		size := binary.NativeEndian.Uint64(buffer[dataHead:])
		data := buffer[os.Getpagesize():]
		if size > uint64(len(data)) {
			return nil, errors.New("more faults than there is room for")
		}
		more, err := parseFaults(data[:size])
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// parseFaults reads records of perf_event_open(2): a header of type, flags and size,
// and in a sample the address and the callers.
func parseFaults(data []byte) (list []fault, err error) {
	for len(data) >= 8 {
		kind, size := binary.NativeEndian.Uint32(data), int(binary.NativeEndian.Uint16(data[6:]))
		if size < 8 || size > len(data) {
			return nil, fmt.Errorf("a record of %d bytes", size)
		}
		words := make([]uint64, (size-8)/8)
		for i := range words {
			words[i] = binary.NativeEndian.Uint64(data[8+8*i:])
		}
		data = data[size:]
		switch {
		case kind == unix.PERF_RECORD_LOST:
			return nil, errors.New("faults were lost")
		case kind == unix.PERF_RECORD_SAMPLE && len(words) >= 2:
			list = append(list, fault{words[0], callers(words[2:])})
		}
	}
	return list, nil
}

// callers leaves out the marks of a chain, which are no addresses.
func callers(chain []uint64) (list []uint64) {
	for _, at := range chain {
		if int64(at) >= 0 {
			list = append(list, at)
		}
	}
	return list
}
