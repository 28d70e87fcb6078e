package resolve

import (
	"slices"
	"strings"
)

// parseSources reads the services of a line of nsswitch.conf, each with the
// actions in brackets behind it. Those that need a daemon or a library
// (mymachines, wins ...) are left out, and their actions with them.
func parseSources(text string) []source {
	var list []source
	known := 0 // how many sources the last word stands for
	for {
		text = strings.TrimLeft(text, white)
		switch {
		case text == "":
			return ownBeforeDNS(list)
		case text[0] == '[':
			actions, rest, _ := strings.Cut(text[1:], "]")
			if known > 0 {
				list[len(list)-1].obey(actions)
			}
			text = rest
		default:
			word := text[:wordLength(text)]
			before := len(list)
			list = appendService(list, word)
			known = len(list) - before
			text = text[len(word):]
		}
	}
}

// ownBeforeDNS keeps the names of this machine and its gateways from being shown
// to a server, wherever `myhostname` stands.
func ownBeforeDNS(list []source) []source {
	for at := len(list) - 1; at > 0; at-- {
		if list[at].service == own && hasService(list[:at], dns) {
			list[at], list[at-1] = list[at-1], list[at]
		}
	}
	return list
}

// wordLength is the length of the word that text starts with: a bracket ends
// it, too.
func wordLength(text string) int {
	if end := strings.IndexAny(text, white+"["); end >= 0 {
		return end
	}
	return len(text)
}

// appendService appends what a service's name stands for, each source once.
func appendService(list []source, name string) []source {
	for i := range serviceWords {
		if serviceWords[i].word != name {
			continue
		}
		for _, s := range serviceWords[i].stands {
			if !hasService(list, s) {
				list = append(list, source{service: s})
			}
		}
	}
	return list
}

func hasService(list []source, s service) bool {
	return slices.ContainsFunc(list, func(have source) bool { return have.service == s })
}

// obey reads the actions in a pair of brackets, "NOTFOUND=return" and the
// like, of which an exclamation mark turns the status round. SUCCESS always
// ends a search, and that no server answered is UNAVAIL. What it can't read it
// leaves.
func (s *source) obey(actions string) {
	for {
		status, rest, ok := strings.Cut(actions, "=")
		if !ok {
			return
		}
		rest = strings.TrimLeft(rest, white)
		action := rest[:wordLength(rest)]
		actions = rest[len(action):]
		if strings.EqualFold(action, "return") || strings.EqualFold(action, "continue") {
			s.set(strings.Trim(status, white), strings.EqualFold(action, "return"))
		}
	}
}

func (s *source) set(status string, ends bool) {
	status, others := strings.CutPrefix(status, "!")
	if strings.EqualFold(status, "NOTFOUND") != others {
		s.endsAbsent = ends
	}
	if strings.EqualFold(status, "UNAVAIL") != others {
		s.endsDown = ends
	}
}
