// Package ifconfig is the classic interface tool: its command line, its
// effect on the kernel and its bytes.
//
// Main is the whole command, as package main calls it. The parts can be used
// on their own: a Source tells the state of interfaces as values (List,
// Query), and a Formatter turns these into the classic text.
package ifconfig
