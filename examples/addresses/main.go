// Command addresses prints each interface with its IPv4 address, if it has one,
// and the bytes it received: what a program would run ifconfig and cut its text
// for.
package main

import (
	"fmt"
	"io"
	"log"
	"os"

	"classicnet/ifconfig"
	"classicnet/ioctl"
)

func main() {
	c, err := ioctl.Open()
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	source := ifconfig.Source{Kernel: c}
	show(os.Stdout, source.List(true, ifconfig.Full).Interfaces)
}

func show(w io.Writer, interfaces []ifconfig.Interface) {
	for _, i := range interfaces {
		if i.Stats == nil { // an alias has no counters of its own
			continue
		}
		addr := "-"
		if i.Addr.IsValid() {
			addr = i.Addr.String()
		}
		fmt.Fprintln(w, i.Name, addr, i.Stats.RxBytes)
	}
}
