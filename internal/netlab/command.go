package netlab

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// The limits are for what hangs: what is only slow on a machine with much other work
// is not to fail. CLASSICNET_PATIENCE is how many times longer they are where the
// processor is emulated.
const (
	stepLimit  = 30 * time.Second // of a command, unless it says otherwise
	SetupLimit = 2 * time.Minute  // of shell lines that prepare a test
)

// Command is a command to run in a lab.
type Command struct {
	// Args are its words; the first is looked up in the lab's PATH.
	Args []string
	// Stdin is what it reads; "" is an empty stdin.
	Stdin string
	// Env are variables KEY=VALUE added to the lab's environment.
	Env []string
	// UID is the user and group it runs as; 0 is root. Any other needs OtherUser.
	UID int
	// Dir is where it starts; "" is $WORK.
	Dir string
	// Limit is how long it may run before it and its session are killed; 0 is
	// half a minute.
	Limit time.Duration
}

// Result is what came of a command.
type Result struct {
	Stdout, Stderr string
	// Exit is the status in decimal, or "signal 11", or "timeout".
	Exit string
}

// run runs the command in this process's namespaces. The error tells why it
// could not be started.
func (c Command) run() (Result, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience()*cmp.Or(c.Limit, stepLimit))
	defer cancel()
	cmd, err := c.command(ctx)
	if err != nil {
		return Result{}, err
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		return Result{}, err
	}
	err = cmd.Wait()
	r := Result{Stdout: stdout.String(), Stderr: stderr.String(), Exit: exitText(cmd)}
	if ctx.Err() != nil && err != nil {
		r.Exit = "timeout"
	}
	return r, nil
}

// patience is by what limits are multiplied.
func patience() time.Duration {
	n, err := strconv.Atoi(os.Getenv("CLASSICNET_PATIENCE"))
	if err != nil || n < 1 {
		return 1
	}
	return time.Duration(n)
}

func (c Command) command(ctx context.Context) (*exec.Cmd, error) {
	if len(c.Args) == 0 {
		return nil, errors.New("a command without words")
	}
	path, err := lookPath(c.Args[0], c.Env)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, path)
	cmd.Args, cmd.Env, cmd.Dir = c.Args, c.Env, c.Dir
	if cmd.Dir == "" {
		cmd.Dir = workFolder()
	}
	if c.Stdin != "" {
		cmd.Stdin = strings.NewReader(c.Stdin)
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if c.UID != 0 {
		id := uint32(c.UID)
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: id, Gid: id}
	}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	// what a command leaves running may hold its stdout open for ever
	cmd.WaitDelay = patience() * time.Second
	return cmd, nil
}

// exitText is the end of a command that has been waited for.
func exitText(cmd *exec.Cmd) string {
	ws := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if ws.Signaled() {
		return "signal " + strconv.Itoa(int(ws.Signal()))
	}
	return strconv.Itoa(ws.ExitStatus())
}

// lookPath finds a command in the PATH of env: the lab's process has none of
// its own.
func lookPath(name string, env []string) (string, error) {
	if strings.Contains(name, "/") {
		return name, nil
	}
	path := ""
	for _, kv := range env {
		if v, ok := strings.CutPrefix(kv, "PATH="); ok {
			path = v
		}
	}
	for _, dir := range filepath.SplitList(path) {
		p := filepath.Join(dir, name)
		if fi, err := os.Stat(p); err == nil && !fi.IsDir() && fi.Mode()&0o111 != 0 {
			return p, nil
		}
	}
	return "", fmt.Errorf("no command %s in %s", name, path)
}
