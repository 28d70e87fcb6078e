package main

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A file of the format's description, field by field.
func TestCpio(t *testing.T) {
	var have bytes.Buffer
	err := writeCpio(&have, []entry{
		{path: "dev", mode: modeFolder | 0o755},
		{path: "dev/null", mode: modeDevice | 0o600, major: 1, minor: 3},
		{path: "init", mode: modeFile | 0o755, data: []byte("hello")},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		// ino mode uid gid, nlink mtime size, device, rdev, length of the name, sum
		"070701" + "00000001" + "000041ED" + zero + zero + one + zero + zero + zero + zero + zero + zero + "00000004" + zero + "dev\x00" + "\x00\x00",
		"070701" + "00000002" + "00002180" + zero + zero + one + zero + zero + zero + zero + "00000001" + "00000003" + "00000009" + zero + "dev/null\x00" + "\x00",
		"070701" + "00000003" + "000081ED" + zero + zero + one + zero + "00000005" + zero + zero + zero + zero + "00000005" + zero + "init\x00" + "\x00",
		"hello\x00\x00\x00",
		"070701" + "00000004" + zero + zero + zero + one + zero + zero + zero + zero + zero + zero + "0000000B" + zero + "TRAILER!!!\x00\x00\x00\x00",
	}, "")
	if diff := cmp.Diff(want, have.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

const zero, one = "00000000", "00000001"

// What busybox reads is what was written.
func TestCpioRead(t *testing.T) {
	busybox, err := exec.LookPath("busybox")
	if err != nil {
		t.Skip("no busybox")
	}
	im := newImage(nil, "")
	im.program("a/b/one", []byte("1"))
	im.program("a/b/two", []byte("22"))
	im.program("a/b/two", []byte("not the first"))
	im.link("bin/sh", "busybox")
	var packed bytes.Buffer
	if err := writeCpio(&packed, im.entries); err != nil {
		t.Fatal(err)
	}
	list := exec.Command(busybox, "cpio", "-tv")
	list.Stdin = &packed
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		have = append(have, strings.Join(append(f[:3:3], f[5:]...), " "))
	}
	want := []string{
		"drwxr-xr-x 0/0 0 a", "drwxr-xr-x 0/0 0 a/b",
		"-rwxr-xr-x 0/0 1 a/b/one", "-rwxr-xr-x 0/0 2 a/b/two",
		"drwxr-xr-x 0/0 0 bin", "lrwxrwxrwx 0/0 0 bin/sh -> busybox",
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// brokenPipe takes so many writes.
type brokenPipe int

func (p *brokenPipe) Write(b []byte) (int, error) {
	if *p--; *p < 0 {
		return 0, errBroken
	}
	return len(b), nil
}

var errBroken = errors.New("broken")

func TestCpioError(t *testing.T) {
	for n := range 4 { // two parts an entry
		pipe := brokenPipe(n)
		if err := writeCpio(&pipe, []entry{{path: "a", mode: modeFile}}); err != errBroken {
			t.Errorf("after %d parts: %v", n, err)
		}
		if pipe != -1 {
			t.Errorf("after %d parts %d more were tried", n, -pipe)
		}
	}
}
