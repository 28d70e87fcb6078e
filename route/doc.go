// Package route is the classic route(8): it lists the kernel's routing tables
// from /proc/net and changes them through the legacy ioctls.
//
// Entries are the routes of both families as values, as the kernel has them now;
// Inet and Inet6 read files of them. Add and Delete change the tables, by sockets
// that a function opens, on a real machine that of System:
//
//	for e, err := range route.Entries(nil) {
//		...
//	}
//	dial := route.System().Dial
//	err := route.Add(dial, route.Entry{
//		Destination: netip.MustParsePrefix("10.0.0.0/8"),
//		Gateway:     netip.MustParseAddr("192.168.1.254"),
//	})
//
// A Formatter and AppendJSON make such values the text of listings. Main is the whole
// command, in the world of an Env: its streams, its files, its sockets.
package route

// Main reads the command line (options.go, families.go), then lists (list.go and the
// tables of columns) or edits: the words of an edit are read one after the other
// (keywords.go) into a request, which is sent when all of it makes sense.
