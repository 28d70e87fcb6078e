package resolve

import "strings"

// isHostName tells whether a text can be a host's name: labels of 1 to 63
// letters, digits, hyphens and underscores, no hyphen in front, 253 bytes at
// most and a dot behind them if one likes. It keeps the impossible from being
// asked, and what could steer a terminal from being believed (CVE-2022-28391).
func isHostName(name string) bool {
	name = strings.TrimSuffix(name, ".")
	if len(name) > 253 || strings.HasPrefix(name, "-") {
		return false
	}
	for label := range strings.SplitSeq(name, ".") {
		if label == "" || len(label) > 63 || !isLabel(label) {
			return false
		}
	}
	return true
}

func isLabel(label string) bool {
	for _, c := range []byte(label) {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		digit := '0' <= c && c <= '9'
		if !letter && !digit && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// isNumber tells whether a name is digits and dots, the last byte a digit, as
// in 256.1.1.1.
func isNumber(name string) bool {
	return name != "" && name[0] != '.' && name[len(name)-1] != '.' &&
		strings.Trim(name, "0123456789.") == ""
}
