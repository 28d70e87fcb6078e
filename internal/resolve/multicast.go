package resolve

import "strings"

// Names of multicast DNS (RFC 6762) are answered by the hosts on the link. This
// package asks none of them; but nsswitch.conf says whether a name that is
// theirs may be shown to a DNS server behind the link, and most systems say no:
// `mdns4_minimal [NOTFOUND=return] dns`.

// isLocalName tells what nss-mdns takes for such a name: two labels, the last of
// which is local. Names of more are often those of a company's own servers.
func isLocalName(name string) bool {
	host, domain, ok := strings.Cut(strings.TrimSuffix(name, "."), ".")
	return ok && host != "" && strings.EqualFold(domain, "local")
}

// multicastReason is the answer of that source: it doesn't know a name that is
// its own, and of others it can't tell.
func multicastReason(own bool) Reason {
	if own {
		return NoHost
	}
	return noFile
}
