package route

// The texts of the families list the words of the table of keywords that the
// family has, so what is written is what is understood.

func inetText() string {
	b := []byte("Usage: route [-v] add {-host|-net} Target[/Prefix] WORD... [[dev] If]\n" +
		"       route [-v] del {-host|-net} Target[/Prefix] WORD... [[dev] If]\n")
	return string(appendWords(b, func(k *keyword) bool { return k.inet != nil }))
}

func inet6Text() string {
	b := []byte("Usage: route [-v] -A inet6 add Target[/Prefix] WORD... [[dev] If]\n" +
		"       route [-v] -A inet6 del Target[/Prefix] WORD... [[dev] If]\n")
	return string(appendWords(b, func(k *keyword) bool { return k.inet6 != nil }))
}

func x25Text() string {
	return "Usage: route [-v] -A x25 add Target[/Digits] [dev] If\n" +
		"       route [-v] -A x25 del Target[/Digits] [dev] If\n"
}

// appendWords appends the line of words that has selects.
//
//go:noinline
func appendWords(b []byte, has func(*keyword) bool) []byte {
	b = append(b, "WORD is one of"...)
	for i := range keywords {
		k := &keywords[i]
		if !has(k) {
			continue
		}
		b = append(b, " ["+k.name...)
		if k.value != "" {
			b = append(b, " "+k.value...)
		}
		b = append(b, ']')
	}
	return append(b, '\n')
}
