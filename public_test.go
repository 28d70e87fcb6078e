package classicnet_test

import (
	"go/ast"
	"io"
	"net/netip"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"

	"classicnet/arp"
	"classicnet/ifconfig"
	"classicnet/ifupdown"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/netflag"
	"classicnet/procnet"
	"classicnet/route"
	"classicnet/tool"
)

// public are the rooms that are for everyone.
var public = []string{"arp", "ifconfig", "ifupdown", "ioctl", "netflag", "netstat", "procnet", "route", "tool"}

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

// TestZeroValues calls with nothing what is exported: there may be an error, and no
// panic.
func TestZeroValues(t *testing.T) {
	nobody := func(int) (*ioctltest.Conn, error) { return new(ioctltest.Kernel).Dial(2) }
	for name, call := range map[string]func(){
		"ifconfig.Source.List":      func() { new(ifconfig.Source).List(true, ifconfig.Everything) },
		"ifconfig.Source.Query":     func() { new(ifconfig.Source).Query("", ifconfig.Everything) },
		"ifconfig.Lister":           func() { new(ifconfig.Lister).List() },
		"ifconfig.Formatter":        func() { ifconfig.Formatter{}.AppendLong(nil, new(ifconfig.Interface)) },
		"ifconfig.Formatter, short": func() { ifconfig.Formatter{}.AppendShort(nil, new(ifconfig.Interface)) },
		"ifconfig.AppendJSON":       func() { ifconfig.AppendJSON(nil, make([]ifconfig.Interface, 1)) },
		"ifconfig.Prefixes":         func() { new(ifconfig.Interface).Prefixes() },
		"ifconfig.CompareNames":     func() { ifconfig.CompareNames("", "") },
		"route.Lister":              func() { new(route.Lister).List() },
		"route.Lister.Choose":       func() { new(route.Lister).Choose("") },
		"route.Add":                 func() { route.Add(nil, route.Entry{}) },
		"route.Delete":              func() { route.Delete(nil, route.Entry{}) },
		"route.Add, with a kernel": func() {
			route.Add(func(f int) (route.Kernel, error) { return nobody(f) }, route.Entry{Destination: netip.MustParsePrefix("::/0")})
		},
		"route.Of":               func() { route.Of(procnet.Route{}) },
		"route.Of6":              func() { route.Of6(procnet.Route6{}) },
		"route.Entry.Request":    func() { route.Entry{}.Request() },
		"route.Entry.Request6":   func() { route.Entry{}.Request6(0) },
		"route.Formatter":        func() { route.Formatter{}.Append(nil, route.Entry{}) },
		"arp.Set":                func() { arp.Set(nil, arp.Entry{}) },
		"arp.Set, with a kernel": func() { arp.Set(func(f int) (arp.Kernel, error) { return nobody(f) }, arp.Entry{}) },
		"arp.Delete":             func() { arp.Delete(nil, arp.Entry{}) },
		"arp.Of":                 func() { arp.Of(procnet.ARPEntry{}) },
		"arp.Formatter":          func() { arp.Formatter{}.Append(nil, arp.Entry{}) },
		"ifupdown.Effective":     func() { new(ifupdown.Interface).Effective("", nil) },
		"ifupdown.Mapping":       func() { new(ifupdown.Mapping).Matches("") },
		"ifupdown.Config":        func() { new(ifupdown.Config).AddLoopback() },
		"ifupdown.ReadFile":      func() { ifupdown.ReadFile("", 0) },
		"ioctltest.Kernel": func() {
			c, _ := nobody(0)
			c.SetAddr("", netip.Addr{})
			c.AddRoute(ioctl.Route{})
			c.AddRoute6(ioctl.Route6{})
			c.AddAddr6(0, netip.Addr{}, 0)
			c.SetARP(ioctl.ARPEntry{})
			c.SetPrefix("", netip.Prefix{})
		},
		"texts": func() {
			_ = new(ioctl.Error).Error() + ioctl.HardwareAddr{}.String() + ioctl.Sockaddr{}.String() + ioctl.AddrKind(255).String() + ioctl.PortState(255).String()
			_ = netflag.Interface(0).String() + netflag.Route(0).String() + netflag.ARP(0).String()
		},
		"ioctl.Mask": func() { ioctl.MaskLen(ioctl.Mask(-1)) },
		"tool.Env": func() {
			e := tool.Env{}.Complete()
			e.Open("")
			e.Getenv("")
			io.WriteString(e.Stdout, "")
			e.Terminal(os.Stdout)
		},
	} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					t.Errorf("%s: %v", name, r)
				}
			}()
			call()
		}()
	}
}
