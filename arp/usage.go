package arp

import "classicnet/internal/frame"

// features are the lines that the transcripts have: configure scripts look for
// what they name.
func features() string {
	return "+I18N +SELINUX\n" +
		"AF: (inet) +UNIX +INET +INET6 +IPX +AX25 +NETROM +X25 +ATALK +ECONET +ROSE -BLUETOOTH\n" +
		"HW: (ether) +ETHER +ARC +SLIP +PPP +TUNNEL -TR +AX25 +NETROM +X25 +FR +ROSE +ASH +SIT +FDDI +HIPPI +HDLC/LAPB +EUI64 \n"
}

// help prints how to use arp on stdout, but the hardware types on stderr:
// that is where scripts find them.
func (c *command) help() error {
	c.Out.WriteString(usage())
	c.Out.Errorf("%s", hardwareTypes())
	return frame.Status(statusOK)
}

// usage is made of the declared options and the words of an entry. The
// hardware types follow it.
func usage() string {
	const head = "Usage: arp [-vn] [-H TYPE] [-i IF] [-ae] [HOST]           list the entries\n" +
		"       arp [-v] [-i IF] -d HOST [WORD]...                 delete one\n" +
		"       arp [-v] [-H TYPE] [-i IF] -s HOST HWADDR [WORD]... make one\n" +
		"       arp [-v] [-H TYPE] [-i IF] -Ds HOST IF [WORD]...    with the address of IF\n" +
		"       arp [-vD] [-H TYPE] [-i IF] -f [FILE]               make those of FILE\n\n"
	b := []byte(frame.Help(head, new(command).parser()))
	b = append(b, "\nWORD is one of"...)
	for i := range keywords {
		b = append(b, " ["+keywords[i].usage()+"]"...)
	}
	return string(b) + "\nTYPE (ether if none is given) is one of:\n"
}

// hardwareTypes are the types that have addresses to resolve.
func hardwareTypes() string { return types.ARPList() }
