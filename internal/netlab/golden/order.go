package golden

import (
	"encoding/binary"
	"regexp"
	"slices"
	"strings"
)

// numbers are what the kernel writes in its own byte order into a file of /proc/net:
// IPv4 addresses, and the quarters of IPv6 addresses, as numbers of eight digits.
type numbers struct {
	files  []string
	titles []string       // of the columns that are such numbers
	words  *regexp.Regexp // or what stands in their place; each of its groups is one or four
}

func numbersOfFiles() []numbers {
	return []numbers{
		{files: []string{"route", "rt_cache"}, titles: []string{"Destination", "Gateway", "Mask", "Source", "SpecDst"}},
		{files: []string{"tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6"},
			words: regexp.MustCompile(`\b([0-9A-F]{8}|[0-9A-F]{32}):[0-9A-F]{4}\b|: +([[:xdigit:]]{1,8}):\w+ +([[:xdigit:]]{1,8}):`)},
		{files: []string{"igmp"}, words: regexp.MustCompile(`(?m)^[ \t]+([0-9A-F]{1,8})\b`)},
	}
}

// highFirst tells whether this machine's high byte comes first.
func highFirst() bool { return binary.NativeEndian.Uint16([]byte{0, 1}) == 1 }

// prepared are the commands by which a situation makes a file in the place of the
// kernel's: what stands before its text, the text and what stands behind, the file's name
// in one of these.
var prepared = []*regexp.Regexp{
	regexp.MustCompile(`(?ms)^(cat > \$WORK/p/net/(?P<name>\w+)(?:\.old)? <<'EOF'\n)(?P<text>.*?)(^EOF)$`),
	regexp.MustCompile(`(?m)^(printf )(?P<text>.*)( >>? \$WORK/p/net/(?P<name>\w+))$`),
}

// ofOtherOrder is a situation whose prepared files are as kernels write them whose
// byte order is the other one than that of the transcripts: the high byte first.
func ofOtherOrder(setup string) string {
	for _, way := range prepared {
		setup = way.ReplaceAllStringFunc(setup, func(command string) string {
			part := way.FindStringSubmatch(command)
			name, text := part[way.SubexpIndex("name")], part[way.SubexpIndex("text")]
			before, after, _ := strings.Cut(command, text)
			return before + inOtherOrder(name, text) + after
		})
	}
	return setup
}

// inOtherOrder is the text of the file of this name.
func inOtherOrder(name, text string) string {
	for _, n := range numbersOfFiles() {
		if slices.Contains(n.files, name) {
			text = n.swapped(text)
		}
	}
	return text
}

// swapped is the text of a file with its numbers in the other order.
func (n numbers) swapped(text string) string {
	if n.words == nil {
		return n.swappedColumns(text)
	}
	out, end := "", 0
	for _, at := range n.words.FindAllStringSubmatchIndex(text, -1) {
		for group := range slices.Chunk(at[2:], 2) {
			if from, to := group[0], group[1]; from >= 0 {
				out += text[end:from] + swap(text[from:to])
				end = to
			}
		}
	}
	return out + text[end:]
}

var word = regexp.MustCompile(`\S+`)

// swappedColumns goes by the titles in the first line.
func (n numbers) swappedColumns(text string) string {
	titles, rows, _ := strings.Cut(text, "\n")
	names := strings.Fields(titles)
	var out strings.Builder
	out.WriteString(titles + "\n")
	for row := range strings.Lines(rows) {
		column := -1
		out.WriteString(word.ReplaceAllStringFunc(row, func(w string) string {
			column++
			if column < len(names) && slices.Contains(n.titles, names[column]) {
				return swap(w)
			}
			return w
		}))
	}
	return out.String()
}

// swap has the bytes of each number of eight digits, or of one of less, in the other
// order; what else is there, which no kernel writes, stays.
func swap(digits string) string {
	if len(digits) < 8 {
		digits = strings.Repeat("0", 8-len(digits)) + digits
	}
	if len(digits)%8 != 0 {
		return digits
	}
	out := ""
	for number := range slices.Chunk([]byte(digits), 8) {
		for i := 6; i >= 0; i -= 2 {
			out += string(number[i : i+2])
		}
	}
	return out
}
