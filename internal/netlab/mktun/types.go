package mktun

import (
	"fmt"
	"strconv"

	"classicnet/internal/arphrd"
)

// linkType reads an ARPHRD number, decimal, octal or hex, or a name of one in lower
// case, without ARPHRD_.
func linkType(word string) (int, error) {
	for _, t := range arphrd.Names {
		if t.Name == word {
			return int(t.Number), nil
		}
	}
	n, err := strconv.ParseInt(word, 0, 32)
	if err != nil {
		return 0, fmt.Errorf("link type %s: %w", word, err)
	}
	return int(n), nil
}
