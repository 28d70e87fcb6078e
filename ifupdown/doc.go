// Package ifupdown is ifup(8), ifdown(8) and ifquery(8): it reads
// /etc/network/interfaces, tells what it says, and brings interfaces up and
// down by the legacy ioctls, without running ip, ifconfig or route.
//
// A run goes one way. Read turns the file and those it includes into a Config
// in which every word knows its place (statement.go, reader.go, stanza.go,
// include.go). Config.Stanzas and Interface.Effective answer questions about it
// and ask nobody (query.go, method.go). The planner makes an interface's stanzas
// into steps, plain values (plan*.go), and refuses a wrong value before the
// first step is taken. The steps (step*.go) are taken one after the other
// (execute.go) through a Kernel and a Runner, which tests replace. What is up is
// recorded as Debian's ifup does it, with a list of what is unfinished beside it,
// so that a run that dies half way can be finished or undone (state.go,
// raise.go, cmddown.go).
package ifupdown
