package netstat

import (
	"strings"

	"classicnet/internal/frame"
)

// usage lists the options as they are declared.
func usage() string {
	const head = "Usage: netstat [-tuUSwx] [-g] [-lanNWepovc] [AF]   list sockets and multicast groups\n" +
		"       netstat -s [-tuUSw] [AF]        list the counters of protocols\n" +
		"       netstat -r [-nNveecFC] [AF]     list the kernel's routing tables\n" +
		"       netstat -i [-aevnc]             list the interfaces\n" +
		"       netstat -M [-nec]               list masqueraded connections\n" +
		"       netstat {-h|--help} | {-V|--version}\n\n"
	return frame.Help(head, new(command).parser()) + "\nAF is -A NAME, -4, -6 or --NAME.\n"
}

// helped is help that was asked for. The families go to standard error, as the
// classic tool has it.
func helped() error {
	return &frame.Failure{Message: "Address families: " + familyList(), Note: strings.TrimSuffix(usage(), "\n")}
}

// familyList are the families that have something to list.
func familyList() string {
	text := ""
	for i := range families {
		if f := &families[i]; f.v4 || f.v6 || f.shows != 0 {
			if text != "" {
				text += ", "
			}
			text += f.words[0]
		}
	}
	return text
}
