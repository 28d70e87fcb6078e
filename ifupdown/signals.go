package ifupdown

import (
	"errors"
	"os"
	"os/signal"
	"sync"

	"golang.org/x/sys/unix"
)

// endings are the signals that end a run, with the names that Debian's ifup tells.
var endings = [...]struct {
	signal unix.Signal
	name   string
}{{unix.SIGTERM, "Terminated"}, {unix.SIGINT, "Interrupt"}, {unix.SIGHUP, "Hangup"}}

// catcher catches the signals of a real command: from the first time that they are to
// be caught on, since to begin and to end it takes longer than to bring an alias up.
type catcher struct {
	begun  bool
	mu     sync.Mutex
	caught bool   // signals are to be caught now
	name   string // of the one that came
	told   bool
}

// catch is Catch. Signals that are ignored stay so, as nohup wants.
func (c *catcher) catch() (came func() string, stop func()) {
	if !c.begun {
		c.begun = true
		signals := make(chan os.Signal, 1)
		for _, e := range endings {
			if !signal.Ignored(e.signal) {
				signal.Notify(signals, e.signal)
			}
		}
		go c.take(signals)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.caught = true
	return c.came, c.stop
}

// take notes the signals that come while they are caught; one that comes else ends
// the program as if nobody had caught it.
func (c *catcher) take(signals <-chan os.Signal) {
	for s := range signals {
		for _, e := range endings {
			if e.signal == s {
				c.note(e.signal, e.name)
			}
		}
	}
}

func (c *catcher) note(s unix.Signal, name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.name = name; !c.caught {
		end(s)
	}
}

func end(s unix.Signal) {
	signal.Reset(s)
	unix.Kill(unix.Getpid(), s) //nolint:errcheck // it is ourselves
}

// came returns the name of the signal that came.
func (c *catcher) came() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.told = c.name != ""
	return c.name
}

// stop ends the program if a signal came behind all that could be stopped.
func (c *catcher) stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.caught = false
	for _, e := range endings {
		if e.name == c.name && !c.told {
			end(e.signal)
		}
	}
}

// catch catches signals until stop is called. Before and behind that there is
// nothing half done: a signal ends the run by itself.
func (c *command) catch() (stop func()) {
	if c.env.Catch == nil {
		return func() {}
	}
	came, end := c.env.Catch()
	c.came = came
	return func() {
		end()
		c.came = nil
	}
}

// signalled tells whether a signal has come that ends the run, and says so once.
func (c *command) signalled() bool {
	if c.ending || c.came == nil {
		return c.ending
	}
	if name := c.came(); name != "" {
		c.ending = true
		c.say("Got signal " + name + ", terminating...")
	}
	return c.ending
}

var errSignal = errors.New("ended by a signal")
