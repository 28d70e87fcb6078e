package toolstest

import (
	"io"
	"net/netip"
	"strings"

	"classicnet/tool"
)

// Names is a name server that knows a few names and addresses. The address "dead"
// is one that it gives no answer for, "empty" that of a name without an address.
type Names map[string]string

// LookupIP is that of tool.DNS.
func (n Names) LookupIP(_ <-chan struct{}, name string, _ bool) ([]netip.Addr, error) {
	switch answer := n[name]; answer {
	case "":
		return nil, tool.ErrNoName
	case "dead":
		return nil, io.ErrUnexpectedEOF
	case "empty":
		return nil, tool.ErrNoAddress
	default:
		return []netip.Addr{netip.MustParseAddr(answer)}, nil
	}
}

// LookupName is that of tool.DNS.
func (n Names) LookupName(_ <-chan struct{}, a netip.Addr) (string, error) {
	if name := n[a.String()]; name != "" {
		return name, nil
	}
	return "", tool.ErrNoName
}

// Reasoned is what a command wrote to standard error, without the reason in front
// of a usage text where want doesn't say which it is; there must be one.
func Reasoned(command, stderr, want string) string {
	reason, rest, ok := strings.Cut(stderr, "\n")
	if ok && strings.HasPrefix(want, "(") && rest == want && strings.HasPrefix(reason, command+": ") {
		return rest
	}
	return stderr
}
