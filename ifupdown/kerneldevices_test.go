package ifupdown

import (
	"slices"
	"testing"

	"golang.org/x/sys/unix"
)

// manyPorts is a kernel whose bridge has two ports among the thousand numbers that it
// may give, as the real one tells them.
type manyPorts struct {
	Kernel
	asked int
}

func (k *manyPorts) BridgePorts(string) ([]int, error) {
	ports := make([]int, 1024)
	ports[1], ports[5] = 7, 9
	return ports, nil
}

func (k *manyPorts) Index(name string) (int, error) {
	k.asked++
	return map[string]int{"a": 7, "b": 8}[name], nil
}

func (k *manyPorts) Name(index int) (string, error) {
	k.asked++
	if index == 7 {
		return "a", nil
	}
	return "", unix.ENODEV
}

// No bridge's port costs a request for each number that a bridge may give.
func TestPortsAreAskedFor(t *testing.T) {
	k := new(manyPorts)
	if names, err := portsOf(k, "br0"); err != nil || !slices.Equal(names, []string{"a"}) {
		t.Error(names, err)
	}
	if !isPort(k, "br0", "a") || isPort(k, "br0", "b") {
		t.Error("a is a port, b is none")
	}
	if k.asked != 4 {
		t.Error(k.asked, "requests")
	}
}
