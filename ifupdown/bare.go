package ifupdown

import "strings"

// bare says with -v which addresses have no netmask, and what is taken for it.
func (p *planner) bare() {
	if p.command.mode != modeUp {
		return
	}
	messages := p.stanza.bare
	if p.stanza.object == nil && p.stanza.Method == "static" {
		messages = p.stanza.bareNetmasks()
	}
	for _, text := range messages {
		p.command.say(text)
	}
}

// bareNetmasks are the messages of a stanza in Debian's syntax.
func (s *stanza) bareNetmasks() (messages []string) {
	if s.Options.Get("netmask") != nil {
		return nil
	}
	for _, line := range s.Options {
		text := plainValueOf(line.Value, optionAddress)
		if line.Name != optionAddress || strings.Contains(text, "/") {
			continue
		}
		if a, ok := ipAddress(text); ok && s.Family == "inet" {
			messages = append(messages, bareMessage(line.Pos, text, itoa(bits(classMask(a))))+", by its class")
		} else if s.Family == "inet6" {
			messages = append(messages, bareMessage(line.Pos, text, "128"))
		}
	}
	return messages
}
