package ifupdown

import (
	"errors"
	"os"
	"os/signal"

	"golang.org/x/sys/unix"
)

// endings are the signals that end a run, with the names that Debian's ifup tells.
var endings = [...]struct {
	signal unix.Signal
	name   string
}{{unix.SIGTERM, "Terminated"}, {unix.SIGINT, "Interrupt"}, {unix.SIGHUP, "Hangup"}}

// catchSignals is Catch of a real command. Signals that are ignored stay so, as
// nohup wants.
func catchSignals() (came func() string, stop func()) {
	caught := make(chan os.Signal, 1)
	for _, e := range endings {
		if !signal.Ignored(e.signal) {
			signal.Notify(caught, e.signal)
		}
	}
	name := ""
	came = func() string {
		select {
		case s := <-caught:
			for _, e := range endings {
				if e.signal == s {
					name = e.name
				}
			}
		default:
		}
		return name
	}
	return came, func() { signal.Stop(caught) }
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
