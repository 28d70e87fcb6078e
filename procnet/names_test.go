package procnet

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"iter"
	"os"
	"strings"
	"testing"
)

// errs are the errors of a reader.
func errs[R any](seq iter.Seq2[R, error]) (all []error) {
	for _, err := range seq {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}

func plainly[R any](read func(io.Reader) iter.Seq2[R, error]) func(io.Reader) []error {
	return func(r io.Reader) []error { return errs(read(r)) }
}

// readers are all readers of this package by their names.
var readers = map[string]func(io.Reader) []error{
	"ARP": plainly(ARP), "AX25Routes": plainly(AX25Routes), "AX25Sockets": plainly(AX25Sockets), "AppleTalkRoutes": plainly(AppleTalkRoutes),
	"Counters": plainly(Counters), "Counters6": plainly(Counters6), "Groups": plainly(Groups), "Groups6": plainly(Groups6),
	"IPXRoutes": plainly(IPXRoutes), "IPXSockets": plainly(IPXSockets), "Inet6Addrs": plainly(Inet6Addrs), "Interfaces": plainly(Interfaces),
	"DevRules.Interfaces": plainly(DevRules{}.Interfaces),
	"LinkGroups":          plainly(LinkGroups), "LocalAddrs": plainly(LocalAddrs), "Neighbours": plainly(Neighbours),
	"Masquerade":       func(r io.Reader) []error { _, rows := Masquerade(r); return errs(rows) },
	"NetromNeighbours": plainly(NetromNeighbours), "NetromNodes": plainly(NetromNodes), "NetromSockets": plainly(NetromSockets),
	"ROSESockets": plainly(ROSESockets), "RouteCache": func(r io.Reader) []error { _, rows := RouteCache(r); return errs(rows) },
	"Routes": plainly(Routes), "Routes6": plainly(Routes6), "SCTPAssociations": plainly(SCTPAssociations), "SCTPCounters": plainly(SCTPCounters),
	"SCTPEndpoints": plainly(SCTPEndpoints), "TCPSockets": plainly(TCPSockets), "UDPSockets": plainly(UDPSockets),
	"UnixSockets": func(r io.Reader) []error { _, rows := UnixSockets(r); return errs(rows) },
	"X25Routes":   plainly(X25Routes), "X25Sockets": plainly(X25Sockets),
	"Convert": func(r io.Reader) []error {
		return errs(Convert(r, Routes, func(Route) (int, error) { return 0, errors.New("no number") }))
	},
}

// silent are the readers to which no line is wrong.
var silent = map[string]bool{"LocalAddrs": true}

// TestEachErrorNamesTheFile: whatever is wrong, each reader says in which file, as the
// reader is called, and where it is a line, in which.
func TestEachErrorNamesTheFile(t *testing.T) {
	const words = "a b c d e f g h i j k l m n o p q r s t u v w x y z\n"
	for name, read := range readers {
		found := 0
		for _, text := range []string{"", words, words + words + "\n", strings.Repeat("x", 1<<18), "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\nx\n\n"} {
			for _, err := range read(named{strings.NewReader(text), "captured.txt"}) {
				found++
				line, file, field := (*LineError)(nil), (*FileError)(nil), (*MissingFieldError)(nil)
				switch {
				case errors.As(err, &line) && line.File == "captured.txt" && line.Line > 0 && line.Field != "" && line.Err != nil:
				case errors.As(err, &file) && file.File == "captured.txt" && file.Err != nil:
				case errors.As(err, &field) && field.File == "captured.txt" && field.Field != "":
				default:
					t.Errorf("%s: %T: %v", name, err, err)
				}
			}
		}
		if found == 0 && !silent[name] {
			t.Errorf("%s: nothing was wrong", name)
		}
	}
}

// TestNilReaders: no reader is an empty file.
func TestNilReaders(t *testing.T) {
	for name, read := range readers {
		empty := read(strings.NewReader(""))
		if none := read(nil); len(none) != len(empty) {
			t.Errorf("%s: %v, of an empty file %v", name, none, empty)
		}
	}
}

// TestReadersAreAll: the table above has each function that takes a reader.
func TestReadersAreAll(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Name.IsExported() && takesReader(d.Type) && readers[nameOf(d)] == nil {
				t.Errorf("%s isn't among the readers", nameOf(d))
			}
		}
	}
}

func takesReader(f *ast.FuncType) bool {
	if len(f.Params.List) == 0 {
		return false
	}
	s, ok := f.Params.List[0].Type.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Reader"
}

func nameOf(d *ast.FuncDecl) string {
	if d.Recv != nil {
		return d.Recv.List[0].Type.(*ast.Ident).Name + "." + d.Name.Name
	}
	return d.Name.Name
}
