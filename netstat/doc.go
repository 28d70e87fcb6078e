// Package netstat is netstat(8): sockets and the programs that have them, counters
// of protocols, multicast groups, masqueraded connections. Routing tables (-r) and
// interfaces (-i) are printed by package route and package ifconfig.
//
// Main is the whole command, in the world of an Env, and all that there is: who
// wants values reads the same files by package procnet, and finds the processes of
// sockets by procnet/owner.
//
//	env := netstat.System()
//	env.Stdout = &listing
//	status := netstat.Main(env, []string{"netstat", "-tln", "--json"})
package netstat

// Main reads the command line (options.go), makes a plan of it (plan.go) and lists,
// again and again with -c. What it lists stands in tables.go, a row for each
// protocol; states, timers and the texts of counters have tables of their own.
