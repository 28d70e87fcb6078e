package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// What the runs leave is read as it was.
func TestFigures(t *testing.T) {
	path := filepath.Join(t.TempDir(), "figures")
	for _, size := range []int{10, 20} {
		list := []result{{command: "{bin}/ifconfig -a", times: []time.Duration{3, time.Duration(size), 1}}, {command: "ip addr", times: []time.Duration{7}}}
		if err := keepFigures(path, size, list); err != nil {
			t.Fatal(err)
		}
	}
	got, err := readFigures(path)
	want := []figure{{10, 3, "our ifconfig -a"}, {10, 7, "ip addr"}, {20, 3, "our ifconfig -a"}, {20, 7, "ip addr"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(figure{})); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	if err := os.WriteFile(path, []byte("x y z\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readFigures(path); err == nil {
		t.Error("what is no figure is taken")
	}
	if err := keepFigures("", 1, nil); err != nil {
		t.Error(err)
	}
}

// A picture is well-formed, runs nothing, and has each command's points where
// they belong.
func TestDraw(t *testing.T) {
	ms := time.Millisecond
	svg := string(draw(&workload{title: "a < b"}, []figure{
		{10, 1 * ms, "ours"}, {100, 10 * ms, "ours"}, {1000, 100 * ms, "ours"}, {10, 1 * ms, "<peer>"}, {100, 100 * ms, "<peer>"},
	}))
	d := xml.NewDecoder(strings.NewReader(svg))
	elements := map[string]int{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, svg)
		}
		if start, ok := token.(xml.StartElement); ok {
			elements[start.Name.Local]++
			for _, a := range start.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
					t.Errorf("<%s %s>", start.Name.Local, a.Name.Local)
				}
			}
		}
	}
	if elements["script"] > 0 || elements["polyline"] != 2 || elements["circle"] != 5 {
		t.Errorf("%v", elements)
	}
	for _, want := range []string{`points="70.0,360.0 280.0,200.0 490.0,40.0"`, `points="70.0,360.0 280.0,40.0"`, ">1,000<", "a &lt; b"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
}
