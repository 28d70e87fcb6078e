package ifconfig

import "testing"

// TestZeroSource: the zero Source is this machine, each time with a socket of its own.
func TestZeroSource(t *testing.T) {
	var s Source
	l := s.List(true, ShortFormat)
	for _, i := range l.Interfaces {
		one, err := s.Query(i.Name, ShortFormat)
		if err == nil && (len(one.Interfaces) != 1 || one.Interfaces[0].Name != i.Name) {
			t.Errorf("%s: %v", i.Name, one)
		}
	}
	if _, err := s.Query("no such name", ShortFormat); err == nil {
		t.Error("an interface of a name that none can have")
	}
	if s.Kernel != nil {
		t.Error("the socket was kept")
	}
}
