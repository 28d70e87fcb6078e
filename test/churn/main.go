// Command churn is a machine that doesn't come to rest: links, aliases, routes and
// neighbours come and go, 50 stanzas are brought up and down, and meanwhile
// everything is listed, over and over:
//
//	go run ./test/churn [MINUTES]
//
// It takes an hour where no other time is given, and prints how often each command
// ran, how often it failed or hid what was there all the time, and its memory and
// descriptors at the begin and at the end. It needs root and iproute2; all that it
// makes is in namespaces of its own.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"classicnet/internal/scratch"
)

// insideVar names the folder of the tools to the process in the namespaces.
const insideVar = "CLASSICNET_CHURN_INSIDE"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "churn:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	minutes := 60.0
	if len(args) > 0 {
		number, err := strconv.ParseFloat(args[0], 64)
		if err != nil || number <= 0 || len(args) > 1 {
			return fmt.Errorf("usage: churn [MINUTES]")
		}
		minutes = number
	}
	if folder := os.Getenv(insideVar); folder != "" {
		return inside(folder, time.Duration(minutes*float64(time.Minute)))
	}
	return outside(args)
}

// outside builds the tools and runs this program again, in namespaces.
func outside(args []string) error {
	folder, err := scratch.New("churn")
	if err != nil {
		return err
	}
	defer folder.Remove()
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", folder.Path, "classicnet/cmd/classicnet")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	install := exec.Command(filepath.Join(folder.Path, "classicnet"), "--install", "-s", folder.Path)
	install.Args = append(install.Args, "ifconfig", "route", "netstat", "arp", "ifup", "ifdown")
	if out, err := install.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	self := exec.Command("/proc/self/exe", args...)
	self.Env = append(os.Environ(), insideVar+"="+folder.Path, "PATH="+folder.Path+":"+os.Getenv("PATH"))
	self.Stdout, self.Stderr = os.Stdout, os.Stderr
	self.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags: syscall.CLONE_NEWNET | syscall.CLONE_NEWNS | syscall.CLONE_NEWPID,
		Pdeathsig:  syscall.SIGKILL,
	}
	return self.Run()
}
