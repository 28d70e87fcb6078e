package ifupdown

import "strings"

// ipWord is a word of ip(8).
type ipWord struct {
	word  string
	value bool // another word follows
	// option is the option of the stanza that says the same.
	option string
	// idle tells that what it asks for is so anyway.
	idle bool
}

// ipWords are the words of ip(8) that users put behind an address or a gateway,
// where Debian's ifup hands them on.
var ipWords = [...]ipWord{
	{word: "metric", value: true, option: "metric"},
	{word: "preference", value: true, option: "metric"},
	{word: "onlink", idle: true},
	{word: "scope", value: true, option: "scope"},
	{word: "label", value: true, idle: true},
	{word: "src", value: true},
	{word: "proto", value: true},
	{word: "protocol", value: true},
	{word: "mtu", value: true},
	{word: "advmss", value: true},
	{word: "preferred_lft", value: true},
	{word: "valid_lft", value: true},
	{word: "nodad"},
	{word: "home"},
	{word: "noprefixroute"},
}

// ipWords takes the words of ip(8) off the addresses and gateways. What an option
// stands for becomes that option, unless it is there; what no ioctl carries is
// noted. A value with any other word stays as it is.
func (o *Options) ipWords() (notes []string) {
	for i := range *o {
		option := &(*o)[i]
		if option.Name != optionAddress && option.Name != "gateway" || option.unread != nil {
			continue
		}
		value, rest, _ := strings.Cut(option.Value, " ")
		more, told, ok := readIPWords(rest)
		if !ok {
			continue
		}
		option.Value = value
		for _, t := range told {
			notes = append(notes, t+" of "+option.Name+" "+value+" isn't set: no ioctl carries it")
		}
		for _, m := range more {
			m.Pos = option.Pos
			if o.Get(m.Name) == nil {
				*o = append(*o, m)
			}
		}
	}
	return notes
}

// readIPWords reads the words behind an address: the options that they are, and
// the others that can't be set.
func readIPWords(text string) (options []Option, told []string, ok bool) {
	words := strings.Fields(text)
	for len(words) > 0 {
		row := ipWordOf(words[0])
		n := 1
		if row != nil && row.value {
			n = 2
		}
		if row == nil || len(words) < n {
			return nil, nil, false
		}
		switch {
		case row.option != "":
			options = append(options, Option{Name: row.option, Value: words[1]})
		case !row.idle:
			told = append(told, strings.Join(words[:n], " "))
		}
		words = words[n:]
	}
	return options, told, true
}

func ipWordOf(word string) *ipWord {
	for i := range ipWords {
		if ipWords[i].word == word {
			return &ipWords[i]
		}
	}
	return nil
}
