package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// machine is what is booted. Nothing of it outlives it.
type machine struct {
	arch           *arch
	memory         string // in MiB
	kernel, initrd string
	device         []string
	cmdline        string
	limit          time.Duration
	watched        bool // the screen is shown as it comes
}

// limit is several times what the slowest machine, that with links of all types,
// takes on an idle computer.
const limit = 600 * time.Second

// run returns the screen from power-on to power-off.
func (m machine) run() (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), m.limit)
	defer cancel()
	args := append(m.arch.qemu[1:len(m.arch.qemu):len(m.arch.qemu)],
		"-accel", "tcg", "-m", m.memory, "-no-reboot", "-nographic", "-nic", "none",
		"-kernel", m.kernel, "-initrd", m.initrd,
		// on a busy computer ticks come late, which the kernel takes for a broken timer;
		// nobody spies on it, what keeps spies out is a tenth of its work, and a program at
		// another address each time is translated anew
		"-append", "console="+m.arch.screen+" no_timer_check mitigations=off norandmaps quiet loglevel=1 panic=-1 "+m.cmdline)
	qemu := exec.CommandContext(ctx, m.arch.qemu[0], append(args, m.device...)...)
	var out, complaints bytes.Buffer
	qemu.Stdout, qemu.Stderr = &out, &complaints
	if m.watched {
		qemu.Stdout = io.MultiWriter(&out, os.Stdout)
	}
	err := qemu.Run()
	if ctx.Err() != nil {
		err = fmt.Errorf("still on after %v", m.limit)
	}
	if err != nil {
		return out.String(), fmt.Errorf("%w: %s", err, &complaints)
	}
	return trimmed(out.String())
}

// trimmed drops the carriage returns of the serial line, what the firmware
// wrote up to the first prompt, and the last command with the kernel's farewell.
func trimmed(text string) (string, error) {
	text = strings.ReplaceAll(text, "\r", "")
	start, end := strings.Index(text, prompt), strings.LastIndex(text, "\n"+prompt+"poweroff\n")
	if end < 0 {
		return text, errors.New("the guest's script didn't come to its end")
	}
	return text[start : end+1], nil
}
