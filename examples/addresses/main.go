// Command addresses prints each interface with its IPv4 address and the bytes
// it received: what a program would run ifconfig and cut its text for.
package main

import (
	"fmt"
	"log"

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
	for _, i := range source.List(true, ifconfig.Full).Interfaces {
		if i.Stats != nil { // an alias has no counters of its own
			fmt.Println(i.Name, i.Addr, i.Stats.RxBytes)
		}
	}
}
