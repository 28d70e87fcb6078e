package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// machine is what is booted. Nothing of it outlives it.
type machine struct {
	kernel, initrd string
	device         []string
	cmdline        string
}

// limit is several times what the slowest machine, that with links of all types,
// takes on an idle computer.
const limit = 600 * time.Second

// run returns the screen from power-on to power-off.
func (m machine) run() (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	args := append([]string{
		"-M", "q35", "-accel", "tcg", "-m", "256", "-no-reboot", "-nographic", "-nic", "none",
		"-kernel", m.kernel, "-initrd", m.initrd,
		// on a busy computer ticks come late, which the kernel takes for a broken timer
		"-append", "console=ttyS0 no_timer_check quiet loglevel=1 panic=-1 " + m.cmdline,
	}, m.device...)
	qemu := exec.CommandContext(ctx, "qemu-system-x86_64", args...)
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
