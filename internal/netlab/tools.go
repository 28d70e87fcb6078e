package netlab

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// Tools makes the tools of these names ("ifconfig", "route") and returns the
// folder they are in, for New. Each is built once per process; the package
// comment tells how to use others.
func Tools(t testing.TB, names ...string) string {
	t.Helper()
	mustHaveMain(t)
	building.Lock()
	defer building.Unlock()
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(toolsFolder(), name)); err == nil {
			continue
		}
		if err := makeTool(name); err != nil {
			t.Fatalf("netlab: tool %s: %v", name, err)
		}
	}
	return toolsFolder()
}

// Emulated is the GOARCH of the tools where qemu runs them, by CLASSICNET_GOARCH
// and CLASSICNET_EXEC; "" is none.
func Emulated() string {
	if strings.HasPrefix(os.Getenv("CLASSICNET_EXEC"), "qemu-") {
		return os.Getenv("CLASSICNET_GOARCH")
	}
	return ""
}

// building lets parallel tests build a tool once only.
var building sync.Mutex

// makeTool puts a tool into the folder of tools, or a script that runs it there.
func makeTool(name string) error {
	runner := strings.Fields(strings.ReplaceAll(os.Getenv("CLASSICNET_EXEC"), "{name}", name))
	if len(runner) == 0 {
		return install(name, filepath.Join(toolsFolder(), name))
	}
	program := filepath.Join(toolsFolder(), name+".program")
	if err := install(name, program); err != nil {
		return err
	}
	script := fmt.Sprintf("#!/bin/sh\nexec %s %s \"$@\"\n", strings.Join(runner, " "), program)
	return writeProgram(filepath.Join(toolsFolder(), name), []byte(script))
}

// install builds a tool, or copies a prebuilt one: where that lies, another
// user may not reach it.
func install(name, path string) error {
	if dir := os.Getenv("CLASSICNET_BIN"); dir != "" {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		return writeProgram(path, b)
	}
	cmd := exec.Command("go", "build", "-trimpath", "-o", path, "classicnet/cmd/"+name)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if arch := os.Getenv("CLASSICNET_GOARCH"); arch != "" {
		cmd.Env = append(cmd.Env, "GOARCH="+arch)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return os.Chmod(path, 0o755)
}

// writeProgram writes a file that every user can run. Nobody forks meanwhile: a
// child that still had the file open for writing would keep it from being run
// (ETXTBSY).
func writeProgram(path string, b []byte) error {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := os.WriteFile(path, b, 0o755); err != nil {
		return err
	}
	return os.Chmod(path, 0o755) // whatever the umask is
}
