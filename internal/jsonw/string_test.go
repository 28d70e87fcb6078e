package jsonw

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func quote(s string) string { return text(func(w *Writer) { w.String(s) }) }

func TestStrings(t *testing.T) {
	for _, s := range []struct{ name, in, want string }{
		{"plain", "eth0:1", `"eth0:1"`},
		{"empty", "", `""`},
		{"quote and backslash", `a"b\c`, `"a\"b\\c"`},
		{"escape sequence", "\x1b[2J\n\x00", `"\u001b[2J\u000a\u0000"`},
		{"delete", "\x7f", `"\u007f"`},
		{"C1 control in UTF-8", "\u009b31m", `"\u009b31m"`},
		{"beyond C1", "\u00a0", "\"\u00a0\""},
		{"UTF-8", "größe✓🙂", `"größe✓🙂"`},
		{"replacement character", "\ufffd", "\"\ufffd\""},
		{"lone bytes", "a\xff\x80b", `"a\udcff\udc80b"`},
		{"cut UTF-8", "\xe2\x9c", `"\udce2\udc9c"`},
		{"surrogate in UTF-8", "\xed\xb3\xbf", `"\udced\udcb3\udcbf"`},
		{"overlong", "\xc0\x80", `"\udcc0\udc80"`},
		{"what looks like an escape", `\udcff`, `"\\udcff"`},
	} {
		if got := quote(s.in); got != s.want {
			t.Errorf("%s: got %s, want %s", s.name, got, s.want)
		}
	}
}

// A name of any bytes is written as a string of them is.
func TestKeyText(t *testing.T) {
	got := text(func(w *Writer) {
		w.Object()
		w.KeyText("a\"b\xff").Int(1)
		w.KeyText("").Null()
		w.EndObject()
	})
	if want := `{"a\"b\udcff":1,"":null}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// FuzzString: what is written is JSON, parses to the text where that is valid
// UTF-8, and leads back to the bytes in any case.
func FuzzString(f *testing.F) {
	for _, s := range []string{"eth0", "", `"\`, "\x00\x1f\x7f", "\u0080\u009f", "ü🙂", "\xff", "\xed\xb3\xbf", `\udcff`, "\xc3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		quoted := quote(s)
		if !json.Valid([]byte(quoted)) {
			t.Fatalf("%q gives %s", s, quoted)
		}
		if i := strings.IndexFunc(quoted, func(r rune) bool { return r < ' ' || 0x7f <= r && r < 0xa0 }); i >= 0 {
			t.Errorf("%q gives a control character in %q", s, quoted)
		}
		var parsed string
		if err := json.Unmarshal([]byte(quoted), &parsed); err != nil {
			t.Fatal(err)
		}
		if utf8.ValidString(s) && parsed != s {
			t.Errorf("parsed %q, want %q", parsed, s)
		}
		if back := unquote(t, quoted); back != s {
			t.Errorf("%q gives %s, which gives %q", s, quoted, back)
		}
	})
}

// unquote does what Python's json.loads and os.fsencode do.
func unquote(t *testing.T, quoted string) string {
	var b strings.Builder
	rest := quoted[1 : len(quoted)-1]
	for {
		before, after, found := strings.Cut(rest, `\`)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if after[0] != 'u' {
			b.WriteByte(after[0])
			rest = after[1:]
			continue
		}
		unit, err := strconv.ParseUint(after[1:5], 16, 16)
		if err != nil {
			t.Fatal(err)
		}
		if unit >= 0xdc80 && unit <= 0xdcff {
			b.WriteByte(byte(unit))
		} else {
			b.WriteRune(rune(unit))
		}
		rest = after[5:]
	}
}
