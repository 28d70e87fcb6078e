package netstat

import "classicnet/internal/frame"

var errUnsupported = &frame.Failure{
	Message: "netstat: only routing tables (-r) and interfaces (-i) are supported;\n" +
		"netstat: see ss(8) for sockets, ip-maddress(8) for groups and nstat(8) for statistics",
	Status: statusUsage,
}

// usage lists the options as they are declared.
func usage() string {
	const head = "Usage: netstat -r [-nNveecFC] [AF]   list the kernel's routing tables\n" +
		"       netstat -i [-aevnc]           list the interfaces\n" +
		"       netstat {-h|--help} | {-V|--version}\n\n"
	parser, err := new(command).parser()
	if err != nil {
		return head
	}
	return frame.Help(head, parser) + "\nAF is -A NAME, -4, -6 or --NAME (inet if none is given); route --help lists them.\n"
}
