package golden

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"
)

// Case is a situation and the commands that are run in it.
type Case struct {
	Setup string            // shell lines that make the situation
	Etc   map[string]string // files of /etc by their names there
	Steps []Step            // in order; step 1 is Steps[0]
}

// Step is one command of a case.
type Step struct {
	Line string   // as it stands in the case
	Args []string // its words, split as a shell does
	// Sorted says that neighbouring inet6 lines of the output are sorted before
	// they are compared: their order varies in the kernel.
	Sorted bool
}

// sortedMark stands below a command whose inet6 lines are sorted. (The other
// mark, text-not-compared, shows in the results: see sameText.)
const sortedMark = "# addresses-sorted"

// ParseCase reads a case. The error names the step that is wrong.
func ParseCase(data []byte) (*Case, error) {
	sections := parseSections(data)
	c := &Case{Setup: sections["setup"], Etc: map[string]string{}}
	for name, text := range sections {
		if file, ok := strings.CutPrefix(name, "etc/"); ok {
			c.Etc[file] = text
		}
	}
	for n := 1; ; n++ {
		text, ok := sections[fmt.Sprintf("%d.cmd", n)]
		if !ok {
			break
		}
		s, err := parseStep(text)
		if err != nil {
			return nil, fmt.Errorf("step %d: %w", n, err)
		}
		c.Steps = append(c.Steps, s)
	}
	if len(c.Steps) == 0 {
		return nil, errors.New("a case without steps")
	}
	return c, nil
}

func parseStep(text string) (Step, error) {
	var s Step
	commands := 0
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.TrimSpace(line) == sortedMark:
			s.Sorted = true
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
		default:
			s.Line = line
			commands++
		}
	}
	if commands != 1 {
		return s, fmt.Errorf("%d commands instead of one", commands)
	}
	var err error
	s.Args, err = splitWords(s.Line)
	return s, err
}

// noEOL marks a section whose text has no newline at its end, which the txtar
// format can't say by itself.
const noEOL = "-noeol"

// parseSections reads a txtar file into texts by section name.
func parseSections(data []byte) map[string]string {
	sections := map[string]string{}
	for _, f := range txtar.Parse(data).Files {
		sections[f.Name] = string(f.Data)
	}
	for name := range sections {
		if base, ok := strings.CutSuffix(name, noEOL); ok {
			sections[base] = strings.TrimSuffix(sections[base], "\n")
			delete(sections, name)
		}
	}
	return sections
}
