package linktype

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/arphrd"
)

var update = flag.Bool("update", false, "write the table of docs/linktypes.md anew")

// shown is the address that the page shows in every format: a call sign, and a text
// too.
var shown = []byte("bdfhjlnp")

// columns are the sets, in the page's order.
var columns = []Set{Classic, NetTools160, RedHat, NetTools210, Busybox}

// cell is what a set prints of a type.
func cell(set Set, t *Type) string {
	switch {
	case t.Title == unspec.Title && t.Compressed:
		return "UNSPEC, compressed"
	case t.Title == unspec.Title:
		return "UNSPEC"
	}
	text := t.Title
	if set == NetTools210 {
		text = t.Keyword + ", " + text
	}
	switch {
	case t.Overreads:
		text += ", see below"
	case t.Append != nil && len(t.Append(nil, shown)) == 0:
		text += ", empty address"
	case t.Append != nil:
		text += " `" + string(t.Append(nil, shown)) + "`"
	}
	return text
}

// word is the keyword by which a set takes a number, if it is one that the set can
// do something with.
func word(set Set, number uint16, can func(*Type) bool) string {
	t := set.ByNumber(number)
	if t.ARPHRD != number || set.ByKeyword(t.Keyword) != t || !can(t) {
		return ""
	}
	return " `" + t.Keyword + "`"
}

// row is a line of the page's table.
func row(name string, number uint16) string {
	line := fmt.Sprintf("| %d | %s |", number, name)
	for _, set := range columns {
		line += " " + cell(set, set.ByNumber(number)) + " |"
	}
	line += word(Classic, number, func(t *Type) bool { return t.Parse != nil }) + " |"
	return line + word(NetTools210, number, func(t *Type) bool { return t.ARP }) + " |\n"
}

// pageTable has a row for each number that the kernel has a name for.
func pageTable() string {
	text := "| number | ARPHRD_ | classic | net-tools-1.60 | redhat | net-tools-2.10 | busybox | `hw` | `arp -H` |\n" +
		"| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
	other := ""
	for i, n := range arphrd.Names {
		name := other + strings.ToUpper(n.Name)
		if i+1 < len(arphrd.Names) && arphrd.Names[i+1].Number == n.Number {
			other = name + ", "
			continue
		}
		text += row(name, n.Number)
		other = ""
	}
	return text
}

// TestPage: docs/linktypes.md shows what the table has.
func TestPage(t *testing.T) {
	const path = "../../docs/linktypes.md"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	start := strings.Index(string(text), "| number |")
	if start < 0 {
		t.Fatal("no table")
	}
	head := string(text[:start])
	table, tail, _ := strings.Cut(string(text[start:]), "\n\n")
	if *update {
		if err := os.WriteFile(path, []byte(head+pageTable()+"\n"+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(pageTable(), table+"\n"); diff != "" {
		t.Errorf("%s (-table +page), go test -update writes it\n%s", path, diff)
	}
}

// Each type that a set has a title for is a number of the kernel's: the page has all.
func TestPageIsWhole(t *testing.T) {
	numbers := map[uint16]bool{}
	for _, n := range arphrd.Names {
		numbers[n.Number] = true
	}
	for i := range table {
		if !numbers[table[i].ARPHRD] {
			t.Errorf("%s, %d has no row on the page", table[i].Title, table[i].ARPHRD)
		}
	}
}
