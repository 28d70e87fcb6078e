package classicnet_test

import (
	"go/ast"
	"path"
	"strconv"
	"strings"
	"testing"
)

// public are the rooms that are for everyone.
var public = []string{"arp", "ifconfig", "ifupdown", "ioctl", "ioctl/ioctltest", "netflag", "netstat", "procnet", "procnet/owner", "route", "tool"}

// TestPublicTypes: what is exported rests on exported types alone, so that whoever
// imports a room can write down all that it takes and returns.
func TestPublicTypes(t *testing.T) {
	found := 0
	for _, room := range public {
		sources(t, room, func(name string, f *ast.File) {
			hidden := map[string]bool{}
			for _, i := range f.Imports {
				p, _ := strconv.Unquote(i.Path.Value)
				hidden[path.Base(p)] = strings.HasPrefix(p, "classicnet/internal/")
			}
			for _, d := range f.Decls {
				for what, of := range exported(d) {
					found++
					ast.Inspect(of, func(n ast.Node) bool {
						if s, ok := n.(*ast.SelectorExpr); ok {
							if x, ok := s.X.(*ast.Ident); ok && hidden[x.Name] {
								t.Errorf("%s: %s needs %s.%s", name, what, x.Name, s.Sel.Name)
							}
						}
						return true
					})
				}
			}
		})
	}
	if found < 300 {
		t.Errorf("%d declarations found", found)
	}
}

// exported are the types that a declaration shows, by what shows them.
func exported(d ast.Decl) map[string]ast.Node {
	shown := map[string]ast.Node{}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && (d.Recv == nil || ast.IsExported(receiver(d.Recv.List[0].Type))) {
			shown[d.Name.Name] = d.Type
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if s, ok := s.(*ast.TypeSpec); ok && s.Name.IsExported() {
				show(shown, s.Name.Name, s.Type)
			}
		}
	}
	return shown
}

// show adds a type's fields, as far as they are exported, or the type itself.
func show(shown map[string]ast.Node, name string, of ast.Expr) {
	fields, ok := of.(*ast.StructType)
	if !ok {
		shown[name] = of
		return
	}
	for _, f := range fields.Fields.List {
		if len(f.Names) == 0 {
			shown[name+" embedded"] = f.Type
		}
		for _, n := range f.Names {
			if n.IsExported() {
				shown[name+"."+n.Name] = f.Type
			}
		}
	}
}

// receiver is the name of a method's type.
func receiver(of ast.Expr) string {
	switch of := of.(type) {
	case *ast.StarExpr:
		return receiver(of.X)
	case *ast.IndexExpr:
		return receiver(of.X)
	case *ast.Ident:
		return of.Name
	}
	return ""
}
