package linktype

import "classicnet/internal/linkaddr"

const (
	macSize        = 6
	eui64Size      = 8
	arcnetSize     = 1
	unspecSize     = 16 // groups shown, whatever the address's length
	infiniBandSize = 20
	ashSize        = 64
)

// seen is how many bytes of an address the classic tools keep; texts of more
// bytes show zeros behind them.
const seen = 8

func keep(addr []byte) []byte { return addr[:min(len(addr), seen)] }

func appendLowerMAC(b, addr []byte) []byte  { return linkaddr.AppendLower(b, addr, macSize, ':') }
func appendUpperMAC(b, addr []byte) []byte  { return linkaddr.AppendUpper(b, addr, macSize, ':') }
func appendDashedMAC(b, addr []byte) []byte { return linkaddr.AppendUpper(b, addr, macSize, '-') }
func appendEUI64(b, addr []byte) []byte     { return linkaddr.AppendUpper(b, addr, eui64Size, ':') }
func appendARCnet(b, addr []byte) []byte    { return linkaddr.AppendUpper(b, addr, arcnetSize, 0) }
func appendAsh(b, addr []byte) []byte       { return linkaddr.AppendAsh(b, addr, ashSize) }
func appendX25(b, addr []byte) []byte       { return linkaddr.AppendX25(b, keep(addr)) }

func appendInfiniBand(b, addr []byte) []byte {
	return linkaddr.AppendUpper(b, keep(addr), infiniBandSize, ':')
}

func appendUnspec(b, addr []byte) []byte {
	return linkaddr.AppendUpper(b, keep(addr), unspecSize, '-')
}

// appendNothing: tunnels have an address that is the empty text, so listings
// show `HWaddr` and blanks.
func appendNothing(b, _ []byte) []byte { return b }

func parseEther(text string) ([]byte, error)  { return linkaddr.ParseHex(text, macSize, true) }
func parseEUI64(text string) ([]byte, error)  { return linkaddr.ParseHex(text, eui64Size, true) }
func parseMAC(text string) ([]byte, error)    { return linkaddr.ParseHex(text, macSize, false) }
func parseARCnet(text string) ([]byte, error) { return linkaddr.ParseHex(text, arcnetSize, false) }

// parseNothing: a tunnel's class has a handler, which takes no address at all.
func parseNothing(string) ([]byte, error) { return nil, linkaddr.ErrSyntax }
