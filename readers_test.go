package classicnet_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// unread are the files of /proc/net that a tool opens and reads nothing of.
var unread = []struct{ path, why string }{
	{"/proc/net/rarp", "rarp prints it as it is"},
	{"/proc/net/vlan/config", "vconfig asks whether it is there"},
	{"/proc/net/vlan", "vconfig tells where a VLAN is seen"},
	{"/proc/net/ipx", "ifconfig asks whether it is there"},
	{"/proc/net/appletalk", "ifconfig asks whether it is there"},
}

// TestReaders: each file of /proc/net that a tool reads has a reader in procnet whose
// documentation names it.
func TestReaders(t *testing.T) {
	var known []string
	sources(t, "procnet", func(_ string, f *ast.File) {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Name.IsExported() {
				known = append(known, procFiles(d.Doc.Text())...)
			}
		}
	})
	for _, u := range unread {
		known = append(known, u.path)
	}
	found := 0
	for _, room := range []string{"arp", "ifconfig", "ifupdown", "internal", "netstat", "route"} {
		sources(t, room, func(name string, f *ast.File) {
			ast.Inspect(f, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					text, _ := strconv.Unquote(l.Value)
					for _, path := range procFiles(text) {
						if found++; !slices.Contains(known, path) {
							t.Errorf("%s reads %s, of which no reader of procnet tells", name, path)
						}
					}
				}
				return true
			})
		})
	}
	if found < 30 {
		t.Errorf("%d files found", found)
	}
}

var procFile = regexp.MustCompile(`/proc/net/[a-z0-9_/]*[a-z0-9_]`)

func procFiles(text string) []string { return procFile.FindAllString(text, -1) }

// sources parses what stands in a room without its tests.
func sources(t *testing.T, room string, take func(name string, f *ast.File)) {
	err := filepath.WalkDir(room, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "internal/netlab") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err == nil {
			take(name, f)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
