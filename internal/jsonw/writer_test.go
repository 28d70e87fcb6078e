package jsonw

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// text is what build writes.
func text(build func(w *Writer)) string {
	var w Writer
	build(&w)
	return string(w.Buf)
}

func TestValues(t *testing.T) {
	for _, v := range []struct {
		want  string
		build func(w *Writer)
	}{
		{`null`, func(w *Writer) { w.Null() }},
		{`true`, func(w *Writer) { w.Bool(true) }},
		{`false`, func(w *Writer) { w.Bool(false) }},
		{`18446744073709551615`, func(w *Writer) { w.Uint(math.MaxUint64) }},
		{`-9223372036854775808`, func(w *Writer) { w.Int(math.MinInt64) }},
		{`[]`, func(w *Writer) { w.Array(); w.EndArray() }},
		{`{}`, func(w *Writer) { w.Object(); w.EndObject() }},
		{`"10.0.0.1"`, func(w *Writer) { w.OpenString(); w.Buf = append(w.Buf, "10.0.0.1"...); w.CloseString() }},
	} {
		if got := text(v.build); got != v.want {
			t.Errorf("got %s, want %s", got, v.want)
		}
	}
}

func TestCommas(t *testing.T) {
	got := text(func(w *Writer) {
		w.Object()
		w.Key("a").Array()
		w.Int(1)
		w.Null()
		w.Array()
		w.EndArray()
		w.String("x")
		w.EndArray()
		w.Key("b").Object()
		w.EndObject()
		w.Key("c").Bool(true)
		w.Key("d").OpenString()
		w.CloseString()
		w.Key("e").Uint(2)
		w.EndObject()
	})
	if want := `{"a":[1,null,[],"x"],"b":{},"c":true,"d":"","e":2}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// list writes rows as a streaming caller does: each is taken away at once.
func list(rows ...string) (out string) {
	var w Writer
	take := func() {
		out += string(w.Buf)
		w.Buf = w.Buf[:0]
	}
	w.List()
	take()
	for _, r := range rows {
		w.Row()
		w.Object()
		w.Key("name").String(r)
		w.EndObject()
		take()
	}
	w.EndList()
	take()
	return out
}

func TestLists(t *testing.T) {
	for _, l := range []struct {
		rows []string
		want string
	}{
		{nil, "[\n]\n"},
		{[]string{"lo"}, "[\n{\"name\":\"lo\"}\n]\n"},
		{[]string{"a", "b", "c"}, "[\n{\"name\":\"a\"},\n{\"name\":\"b\"},\n{\"name\":\"c\"}\n]\n"},
	} {
		got := list(l.rows...)
		if diff := cmp.Diff(l.want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		var back []struct{ Name string }
		if err := json.Unmarshal([]byte(got), &back); err != nil {
			t.Errorf("%q: %v", got, err)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	w := Writer{Buf: make([]byte, 0, 4096)}
	name := "a \"name\" \xff\x1b with all sorts"
	if n := testing.AllocsPerRun(100, func() {
		w.Buf = w.Buf[:0]
		w.Row()
		w.Object()
		w.Key("name").String(name)
		w.Key("count").Uint(math.MaxUint64)
		w.Key("none").Null()
		w.EndObject()
	}); n != 0 {
		t.Errorf("%v allocations a row", n)
	}
}
