// Package ifupdown is ifup(8), ifdown(8) and ifquery(8): it reads
// /etc/network/interfaces, tells what it says, and brings interfaces up and
// down by the legacy ioctls, without running ip, ifconfig or route.
//
// Read and ReadFile turn a file, and those that it includes, into a Config in which
// every word knows its place. Config.Stanzas and Interface.Effective answer questions
// about it and ask nobody:
//
//	config, err := ifupdown.ReadFile("/etc/network/interfaces", ifupdown.SyntaxIfupdown)
//	for _, i := range config.Stanzas("eth0") {
//		fmt.Println(i.Family, i.Method, i.Options.Value("address"))
//	}
//
// Main is the three commands; its Env is the world that they act on, System that of
// the machine. An interface is brought up and down by it alone:
//
//	status := ifupdown.Main(ifupdown.System(), []string{"ifup", "eth0:1"})
//
// It reads and records as ifup does: options -i and --state-dir say where, and hook
// scripts run unless --no-scripts is among the options.
package ifupdown

// A run goes one way. The file is read (statement.go, reader.go, stanza.go,
// include.go), its stanzas are looked up (query.go, method.go). The planner makes
// an interface's stanzas into steps, plain values (plan*.go), and refuses a wrong
// value before the first step is taken. The steps (step*.go) are taken one after
// the other (execute.go) through a Kernel and a Runner, which tests replace. What
// is up is recorded as Debian's ifup does it, with a list of what is unfinished
// beside it, so that a run that dies half way can be finished or undone (state.go,
// raise.go, cmddown.go).
