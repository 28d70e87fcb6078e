package ifupdown

import (
	"os"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
	"classicnet/ioctl"
)

// System is the Env of a real command.
func System() *Env {
	var settings host.Settings
	world := host.Env()
	world.Open = settings.Open
	return &Env{
		Env:        world,
		Dial:       dial,
		Runner:     processes{},
		State:      Folder,
		ReadDir:    host.ReadDir,
		Executable: executable,
		WriteFile:  settings.Write,
		Environ:    os.Environ,
		Sleep:      time.Sleep,
		Random:     random{},
		Kill:       unix.Kill,
		Catch:      new(catcher).catch,
	}
}

func dial(family int) (Kernel, error) {
	c, err := ioctl.OpenFamily(family)
	if err != nil {
		return nil, err // a nil *ioctl.Conn would be a Kernel that isn't nil
	}
	return c, nil
}

func executable(path string) bool {
	var stat unix.Stat_t
	return unix.Stat(path, &stat) == nil && stat.Mode&unix.S_IFMT == unix.S_IFREG && stat.Mode&0o111 != 0
}

// random are the kernel's random bytes, without the 170 KB of crypto/rand.
type random struct{}

func (random) Read(p []byte) (int, error) { return unix.Getrandom(p, 0) }
