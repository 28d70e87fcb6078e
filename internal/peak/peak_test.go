package peak

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestMain is also programs that need little and much memory.
func TestMain(m *testing.M) {
	switch os.Getenv("PEAK_TEST") {
	case "":
		os.Exit(m.Run())
	case "much":
		much := make([]byte, 64<<20)
		for i := 0; i < len(much); i += 4096 {
			much[i] = 1
		}
		os.Exit(3)
	case "killed":
		syscall.Kill(os.Getpid(), syscall.SIGKILL) //nolint:errcheck // it doesn't return
	}
}

func run(t *testing.T, program, kind string) (syscall.WaitStatus, int64) {
	t.Helper()
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	end, kib, err := Run([]string{program}, []string{"PEAK_TEST=" + kind}, null, null, null)
	if err != nil {
		t.Fatal(err)
	}
	return end, kib
}

func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// A program's peak is its own, with its status.
func TestRun(t *testing.T) {
	end, kib := run(t, self(t), "much")
	if end.ExitStatus() != 3 || kib < 64<<10 || kib > 96<<10 {
		t.Errorf("status %d, %d KiB", end.ExitStatus(), kib)
	}
}

// Neither what this process has is counted, nor what it had.
func TestRunOfASmallOne(t *testing.T) {
	had := make([]byte, 64<<20)
	for i := 0; i < len(had); i += 4096 {
		had[i] = 1
	}
	end, kib := run(t, "true", "")
	t.Logf("%d KiB", kib)
	if kib > 64<<10 {
		t.Skip("no tracing here")
	}
	if end.ExitStatus() != 0 || kib == 0 || kib > 32<<10 {
		t.Errorf("status %d, %d KiB", end.ExitStatus(), kib)
	}
}

func TestRunOfAKilledOne(t *testing.T) {
	if end, _ := run(t, self(t), "killed"); end.Signal() != syscall.SIGKILL {
		t.Errorf("%#x", end)
	}
}

func TestRunOfNone(t *testing.T) {
	if _, _, err := Run([]string{filepath.Join(t.TempDir(), "none")}, nil); err == nil {
		t.Error("no error")
	}
	script := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(script, []byte("#!/nosuch\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Run([]string{script}, nil); err == nil || !strings.Contains(err.Error(), script) {
		t.Error(err)
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]int64{
		"Name:\tx\nVmPeak:\t 12 kB\nVmHWM:\t    3088 kB\nVmRSS:\t1 kB\n": 3088,
		"Name:\tx\n": 0, // a zombie
		"":           0,
	} {
		if got := parse(strings.NewReader(text)); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}
