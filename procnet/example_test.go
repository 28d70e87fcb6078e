package procnet_test

import (
	"errors"
	"fmt"
	"strings"

	"classicnet/netflag"
	"classicnet/procnet"
)

// A malformed line comes with its row and a *LineError; the others follow.
func ExampleInterfaces() {
	file := strings.NewReader(`Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:    1068      12    0    0    0     0          0         0     1068      12    0    0    0     0       0          0
  eth0:  140569     213
  eth1:       0       0    0    0    0     0          0         0      540       6    0    0    0     0       0          0
`)
	for row, err := range procnet.Interfaces(file) {
		var malformed *procnet.LineError
		switch {
		case errors.As(err, &malformed):
			fmt.Println("line", malformed.Line, "lacks", malformed.Field)
		case err != nil:
			fmt.Println(err)
			return
		}
		fmt.Println(row.Name, row.Stats.RxBytes, row.Stats.TxBytes)
	}
	// Output:
	// lo 1068 1068
	// line 4 lacks Receive errs
	// eth0 140569 0
	// eth1 0 540
}

// Whether a row without the flag UP is of interest is for the caller to say.
func ExampleRoutes() {
	file := strings.NewReader("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n" +
		"eth0\t00000000\t00000000\t0001\t0\t0\t100\t00000000\t0\t0\t0\n")
	for row, err := range procnet.Routes(file) {
		if err != nil {
			fmt.Println(err)
		}
		if row.Flags&netflag.RouteUp != 0 {
			fmt.Println(row.Destination, row.Mask, row.Iface, row.Metric)
		}
	}
	// Output: 0.0.0.0 0.0.0.0 eth0 100
}

// Rows become values of one's own, and what is wrong with one of them is told by
// file and line.
func ExampleConvert() {
	file := strings.NewReader("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n" +
		"eth0\t00000000\t00000000\t0001\t0\t0\t100\t00000000\t0\t0\t0\n" +
		"eth1\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n")
	metric := func(r procnet.Route) (int32, error) {
		if r.Metric == 0 {
			return 0, &procnet.LineError{Field: "Metric", Err: errors.New("none")}
		}
		return r.Metric, nil
	}
	for m, err := range procnet.Convert(file, procnet.Routes, metric) {
		fmt.Println(m, err)
	}
	// Output:
	// 100 <nil>
	// 0 /proc/net/route:3: Metric: none
}
