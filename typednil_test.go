package classicnet_test

import (
	"reflect"
	"testing"

	"classicnet/arp"
	"classicnet/ifconfig"
	"classicnet/ifupdown"
	"classicnet/internal/tools/brctl"
	"classicnet/internal/tools/ifenslave"
	"classicnet/internal/tools/ipmaddr"
	"classicnet/internal/tools/iptunnel"
	"classicnet/internal/tools/miitool"
	"classicnet/internal/tools/nameif"
	"classicnet/internal/tools/plipconfig"
	"classicnet/internal/tools/rarp"
	"classicnet/internal/tools/slattach"
	"classicnet/internal/tools/tunctl"
	"classicnet/internal/tools/vconfig"
	"classicnet/netstat"
	"classicnet/route"
)

// TestNoTypedNil: what opens something for a command, and can't, returns nil beside
// its error. A nil pointer in an interface would look as if it were open.
func TestNoTypedNil(t *testing.T) {
	asked := 0
	for name, system := range map[string]any{
		"arp": arp.System(), "ifconfig": ifconfig.System(), "ifupdown": ifupdown.System(), "netstat": netstat.System(), "route": route.System(),
		"brctl": brctl.System(), "ifenslave": ifenslave.System(), "ipmaddr": ipmaddr.System(), "iptunnel": iptunnel.System(),
		"mii-tool": miitool.System(), "nameif": nameif.System(), "plipconfig": plipconfig.System(), "rarp": rarp.System(),
		"slattach": slattach.System(), "tunctl": tunctl.System(), "vconfig": vconfig.System(),
	} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(system).Elem()) {
			open := reflect.ValueOf(system).Elem().FieldByIndex(f.Index)
			if !opens(f.Type) || open.IsNil() {
				continue
			}
			asked++
			got := open.Call([]reflect.Value{nowhere(f.Type.In(0))})
			if got[1].IsNil() {
				t.Errorf("%s.%s: no error", name, f.Name)
			}
			if v := got[0]; !v.IsNil() && v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil() {
				t.Errorf("%s.%s: a %v that is nil, in a %v that isn't", name, f.Name, v.Elem().Type(), v.Type())
			}
		}
	}
	if asked < 28 {
		t.Errorf("%d functions asked", asked)
	}
}

// opens tells of a function of a number or a path whose results are an interface and
// an error.
func opens(f reflect.Type) bool {
	return f.Kind() == reflect.Func && f.NumIn() == 1 && (f.In(0).Kind() == reflect.Int || f.In(0).Kind() == reflect.String) &&
		f.NumOut() == 2 && f.Out(0).Kind() == reflect.Interface && f.Out(1) == reflect.TypeFor[error]()
}

// nowhere is a family that no kernel has, or a path that nothing has.
func nowhere(of reflect.Type) reflect.Value {
	if of.Kind() == reflect.Int {
		return reflect.ValueOf(9999)
	}
	return reflect.ValueOf("/nosuch/nosuch").Convert(of)
}
