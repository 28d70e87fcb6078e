package ifconfig

import "classicnet/ioctl"

// flagLetters are in the order of the short format: the first P is PROMISC,
// the second POINTOPOINT.
var flagLetters = [...]struct {
	flag   ioctl.Flags
	letter byte
}{
	{ioctl.FlagAllMulti, 'A'},
	{ioctl.FlagBroadcast, 'B'},
	{ioctl.FlagDebug, 'D'},
	{ioctl.FlagLoopback, 'L'},
	{ioctl.FlagMulticast, 'M'},
	{ioctl.FlagDynamic, 'd'},
	{ioctl.FlagPromisc, 'P'},
	{ioctl.FlagNoTrailers, 'N'},
	{ioctl.FlagNoARP, 'O'},
	{ioctl.FlagPointToPoint, 'P'},
	{ioctl.FlagSlave, 's'},
	{ioctl.FlagMaster, 'm'},
	{ioctl.FlagRunning, 'R'},
	{ioctl.FlagUp, 'U'},
}

// noFlags stands for a flag word of 0; one with nameless bits alone is empty.
const noFlags = "[NO FLAGS]"

// appendFlagLetters appends the short format's letters, of which that of
// point-to-point is the dialect's.
func appendFlagLetters(b []byte, flags ioctl.Flags, pointToPoint byte) []byte {
	if flags == 0 {
		return append(b, noFlags...)
	}
	for i := range flagLetters {
		switch {
		case flags&flagLetters[i].flag == 0:
		case flagLetters[i].flag == ioctl.FlagPointToPoint:
			b = append(b, pointToPoint)
		default:
			b = append(b, flagLetters[i].letter)
		}
	}
	return b
}
