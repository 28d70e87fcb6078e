package brctl

import (
	"classicnet/internal/bridge"
	"classicnet/internal/frame"
)

// setting is a number of a bridge or of a port, which is the second word.
type setting struct {
	what *bridge.Setting
	// value reads the last word.
	value       func(string) (uint64, bool)
	bad, failed string
}

// set carries out the words of a setting.
func (c *command) set(s *setting, words []string) error {
	last := 1
	if s.what.Port {
		last = 2
	}
	v, ok := s.value(words[last])
	if !ok {
		return frame.Failed(s.bad)
	}
	if err := s.what.Write(c.sys, c.kernel, words[0], words[1], v); err != nil {
		return frame.Failed(s.failed + ": " + frame.Reason(err))
	}
	return nil
}

const badOnOff = "expect on/off for argument"
