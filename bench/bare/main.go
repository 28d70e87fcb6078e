// Command bare makes, or takes away, numbered aliases of eth1 with nothing but the
// requests that this takes: what a program that does more can be measured by.
//
//	bare up|down N
package main

import (
	"fmt"
	"net/netip"
	"os"
	"strconv"

	"classicnet/ioctl"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bare:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("want up|down N, have %q", args)
	}
	n, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	k, err := ioctl.Open()
	if err != nil {
		return err
	}
	defer k.Close()
	work := down
	if args[0] == "up" {
		work, err = up, link(k)
	}
	for i := 0; i < n && err == nil; i++ {
		err = work(k, i, n)
	}
	return err
}

func up(k *ioctl.Conn, i, _ int) error {
	label := fmt.Sprintf("eth1:%d", i)
	addr := netip.AddrFrom4([4]byte{10, byte(i / 250), byte(i % 250), 1})
	if err := k.SetAddr(label, addr); err != nil {
		return err
	}
	if err := k.SetNetmask(label, netip.AddrFrom4([4]byte{255, 255, 255, 255})); err != nil {
		return err
	}
	return k.SetBroadcast(label, addr)
}

// link brings the device up.
func link(k *ioctl.Conn) error {
	if err := k.SetAddr("eth1", netip.AddrFrom4([4]byte{10, 255, 0, 1})); err != nil {
		return err
	}
	return k.SetFlags("eth1", ioctl.FlagUp)
}

// down begins with the last one, as ifdown does.
func down(k *ioctl.Conn, i, n int) error {
	return k.SetFlags(fmt.Sprintf("eth1:%d", n-1-i), 0)
}
