package procnet_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"classicnet/procnet"
)

// The gateways of a routing table, a row at a time: a million routes take no
// more memory than one.
func ExampleRoutes() {
	file := strings.NewReader(`Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
eth1	00000000	0A00000A	0003	0	0	0	00000000	0	0	0
eth1	0001A8C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
eth1	oops
`)
	for r, err := range procnet.Routes(file) {
		var line *procnet.LineError
		switch {
		case errors.As(err, &line):
			fmt.Println("line", line.Line, "is malformed")
		case err != nil:
			fmt.Println(err)
		case r.Flags&2 != 0: // RTF_GATEWAY
			fmt.Println(r.Destination, "via", r.Gateway, "on", r.Iface)
		}
	}
	// Output:
	// 0.0.0.0 via 10.0.0.10 on eth1
	// line 4 is malformed
}

// The counters of this machine's loopback interface.
func ExampleInterfaces() {
	f, err := os.Open("/proc/net/dev")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	for i, err := range procnet.Interfaces(f) {
		if err == nil && i.Name == "lo" {
			fmt.Println(i.Name, i.Stats.RxPackets == i.Stats.TxPackets)
		}
	}
	// Output: lo true
}
