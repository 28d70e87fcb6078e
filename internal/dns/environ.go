package dns

import (
	"os"

	"golang.org/x/sys/unix"

	"classicnet/internal/resolve"
)

// lookup returns an environment variable, and whether it is set.
type lookup func(key string) (string, bool)

// environment is the process's, or an empty one where the program has more rights
// than its caller, who could send its questions wherever he likes.
func environment(key string) (string, bool) {
	if secure() {
		return "", false
	}
	return os.LookupEnv(key)
}

// atSecure is AT_SECURE of getauxval(3).
const atSecure = 23

// secure tells what the C library's secure_getenv(3) asks: whether the program
// runs with set-user-ID, set-group-ID or capabilities of its file.
func secure() bool {
	if vector, err := unix.Auxv(); err == nil {
		for _, pair := range vector {
			if pair[0] == atSecure {
				return pair[1] != 0
			}
		}
	}
	return unix.Getuid() != unix.Geteuid() || unix.Getgid() != unix.Getegid()
}

// environ takes what resolv.conf(5) lets the environment say: LOCALDOMAIN stands
// for the domains of the file, RES_OPTIONS comes behind its options.
func (c *config) environ(env lookup) {
	if domains, ok := env("LOCALDOMAIN"); ok {
		c.setSearch(resolve.Words(domains))
	}
	if options, ok := env("RES_OPTIONS"); ok {
		for _, word := range resolve.Words(options) {
			c.option(word)
		}
	}
}
