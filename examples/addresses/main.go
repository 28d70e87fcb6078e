// Command addresses prints each interface with its addresses, IPv6 included, and the
// bytes it received: what a program would run ifconfig and cut its text for.
package main

import (
	"fmt"
	"io"
	"log"
	"os"

	"classicnet/ifconfig"
)

func main() {
	var machine ifconfig.Source
	list := machine.List(true, ifconfig.Everything)
	show(os.Stdout, list.Interfaces)
	if err := list.Err(); err != nil {
		log.Fatal(err) // what is printed isn't all
	}
}

func show(w io.Writer, interfaces []ifconfig.Interface) {
	for _, i := range interfaces {
		fmt.Fprint(w, i.Name)
		for _, prefix := range i.Prefixes() {
			fmt.Fprint(w, " ", prefix)
		}
		if i.Stats != nil { // an alias has no counters of its own
			fmt.Fprint(w, " ", i.Stats.RxBytes)
		}
		fmt.Fprintln(w)
	}
}
