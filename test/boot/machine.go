package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// machine is what is booted. Nothing of it outlives it.
type machine struct {
	*arch
	kernel, initrd string
	memory         string // "" is what a small one has
	device         []string
	cmdline        string
}

// limit is several times what the slowest machine, that with Debian's scripts,
// takes on an idle computer; longLimit that of transcripts.
const limit, longLimit = 300 * time.Second, 90 * time.Minute

// run returns the screen from power-on to power-off.
func (m machine) run() (string, error) {
	limit, memory := limit, "256"
	if m.memory != "" {
		limit, memory = longLimit, m.memory
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	args := slices.Concat(m.qemu[1:], []string{
		"-accel", "tcg", "-m", memory, "-no-reboot", "-nographic", "-nic", "none",
		"-kernel", m.kernel, "-initrd", m.initrd,
		"-append", "console=" + m.console + " quiet loglevel=1 panic=-1 " + m.cmdline,
	}, m.device)
	qemu := exec.CommandContext(ctx, m.qemu[0], args...)
	var complaints bytes.Buffer
	qemu.Stderr = &complaints
	out, err := qemu.Output()
	if ctx.Err() != nil {
		err = fmt.Errorf("still on after %v", limit)
	}
	if err != nil {
		return string(out), fmt.Errorf("%w: %s", err, &complaints)
	}
	return trimmed(string(out))
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
