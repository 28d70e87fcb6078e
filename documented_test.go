package classicnet_test

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

// TestDocumented: all that is exported says what it is, fields and bits of a word
// too. What a word of package ioctl is said in netflag, and what a method of an
// interface does is said of *ioctl.Conn where the interface is part of it.
func TestDocumented(t *testing.T) {
	for _, room := range public {
		sources(t, room, func(name string, f *ast.File) {
			if roomAt(name) != room {
				return
			}
			if f.Doc != nil && !strings.HasPrefix(f.Doc.Text(), "Package "+f.Name.Name+" ") {
				t.Errorf("%s: %s", name, f.Doc.Text())
			}
			say := func(what string) { t.Errorf("%s: %s isn't documented", name, what) }
			for _, d := range f.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if len(exported(d)) > 0 && d.Doc == nil {
						say(d.Name.Name)
					}
				case *ast.GenDecl:
					undocumented(d, say)
				}
			}
		})
	}
}

func undocumented(d *ast.GenDecl, say func(string)) {
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.ValueSpec:
			for _, n := range s.Names {
				if n.IsExported() && s.Doc == nil && s.Comment == nil && (d.Doc == nil || len(d.Specs) > 1) && !isAlias(s) {
					say(n.Name)
				}
			}
		case *ast.TypeSpec:
			if !s.Name.IsExported() {
				continue
			}
			doc := d.Doc.Text() + s.Doc.Text()
			if doc == "" {
				say(s.Name.Name)
			}
			if !strings.Contains(doc, "*ioctl.Conn") {
				members(s.Type, func(member string) { say(s.Name.Name + "." + member) })
			}
		}
	}
}

// isAlias tells whether a constant is one of netflag by another name.
func isAlias(s *ast.ValueSpec) bool {
	if len(s.Values) == 0 {
		return false
	}
	v, ok := s.Values[0].(*ast.SelectorExpr)
	return ok && v.X.(*ast.Ident).Name == "netflag"
}

// members passes on the exported fields or methods of a type without a comment.
func members(of ast.Expr, say func(string)) {
	var list *ast.FieldList
	switch of := of.(type) {
	case *ast.StructType:
		list = of.Fields
	case *ast.InterfaceType:
		list = of.Methods
	default:
		return
	}
	for _, f := range list.List {
		for _, n := range f.Names {
			if n.IsExported() && f.Doc == nil && f.Comment == nil {
				say(n.Name)
			}
		}
	}
}

// TestShownTypes: a declaration shows no name that only the package itself knows.
func TestShownTypes(t *testing.T) {
	for _, room := range public {
		sources(t, room, func(name string, f *ast.File) {
			if roomAt(name) != room {
				return
			}
			for _, d := range f.Decls {
				for what, of := range exported(d) {
					hiddenNames(of, params(d), func(hidden string) { t.Errorf("%s: %s shows %s", name, what, hidden) })
				}
				if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.CONST {
					hiddenValues(d, func(what, hidden string) { t.Errorf("%s: %s shows %s", name, what, hidden) })
				}
			}
		})
	}
}

// params are the type parameters of a function.
func params(d ast.Decl) map[string]bool {
	names := map[string]bool{}
	if f, ok := d.(*ast.FuncDecl); ok && f.Type.TypeParams != nil {
		for _, p := range f.Type.TypeParams.List {
			for _, n := range p.Names {
				names[n.Name] = true
			}
		}
	}
	return names
}

// hiddenNames passes on the lower-case names of types in a type: those of packages and
// parameters are none, and those of Go itself everybody knows.
func hiddenNames(of ast.Node, known map[string]bool, say func(string)) {
	ast.Inspect(of, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			return false
		case *ast.Field:
			hiddenNames(n.Type, known, say)
			return false
		case *ast.StructType:
			return false
		case *ast.Ident:
			if !n.IsExported() && !known[n.Name] && !strings.Contains(" bool byte string error int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr any ", " "+n.Name+" ") {
				say(n.Name)
			}
		}
		return true
	})
}

// hiddenValues passes on exported constants that are hidden ones.
func hiddenValues(d *ast.GenDecl, say func(what, hidden string)) {
	for _, s := range d.Specs {
		v := s.(*ast.ValueSpec)
		for i, n := range v.Names {
			if !n.IsExported() || i >= len(v.Values) {
				continue
			}
			if id, ok := v.Values[i].(*ast.Ident); ok && !id.IsExported() && id.Name != "iota" {
				say(n.Name, id.Name)
			}
		}
	}
}
