package classicnet_test

import (
	"go/ast"
	"maps"
	"net/netip"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/arp"
	"classicnet/ifconfig"
	"classicnet/ifupdown"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/netflag"
	"classicnet/netstat"
	"classicnet/procnet"
	"classicnet/procnet/owner"
	"classicnet/route"
	"classicnet/tool"
)

// valued are all types of public rooms that have methods: a pointer to a zero of each.
var valued = map[string]any{
	"arp.Entry": new(arp.Entry), "arp.Formatter": new(arp.Formatter),
	"ifconfig.Formatter": new(ifconfig.Formatter), "ifconfig.InetAddr": new(ifconfig.InetAddr), "ifconfig.Interface": new(ifconfig.Interface),
	"ifconfig.Lister": new(ifconfig.Lister), "ifconfig.Listing": new(ifconfig.Listing), "ifconfig.Refusal": new(ifconfig.Refusal),
	"ifconfig.Source": new(ifconfig.Source),
	"ifupdown.Config": new(ifupdown.Config), "ifupdown.Error": new(ifupdown.Error), "ifupdown.Interface": new(ifupdown.Interface),
	"ifupdown.Mapping": new(ifupdown.Mapping), "ifupdown.Options": new(ifupdown.Options), "ifupdown.Position": new(ifupdown.Position),
	"ioctl.AddrKind": new(ioctl.AddrKind), "ioctl.Conn": new(ioctl.Conn), "ioctl.Error": new(ioctl.Error), "ioctl.HardwareAddr": new(ioctl.HardwareAddr),
	"ioctl.InetAddr": new(ioctl.InetAddr), "ioctl.PortState": new(ioctl.PortState), "ioctl.Sockaddr": new(ioctl.Sockaddr),
	"ioctl.TTY": new(ioctl.TTY), "ioctl.Tun": new(ioctl.Tun),
	"ioctltest.Conn": new(ioctltest.Conn), "ioctltest.Kernel": new(ioctltest.Kernel), "ioctltest.Tun": new(ioctltest.Tun),
	"netflag.ARP": new(netflag.ARP), "netflag.Interface": new(netflag.Interface), "netflag.Route": new(netflag.Route),
	"owner.Table":      new(owner.Table),
	"procnet.DevRules": new(procnet.DevRules), "procnet.FileError": new(procnet.FileError), "procnet.Inet6Addr": new(procnet.Inet6Addr),
	"procnet.LineError": new(procnet.LineError), "procnet.MissingFieldError": new(procnet.MissingFieldError), "procnet.Stats": new(procnet.Stats),
	"route.Entry": new(route.Entry), "route.Formatter": new(route.Formatter), "route.Lister": new(route.Lister),
	"tool.Env": new(tool.Env),
}

// called are all functions of public rooms. A command called with nil is one in the
// zero world.
var called = map[string]any{
	"arp.AppendJSON": arp.AppendJSON, "arp.Delete": arp.Delete, "arp.Entries": arp.Entries, "arp.Main": arp.Main, "arp.NewFormatter": arp.NewFormatter,
	"arp.Of": arp.Of, "arp.Read": arp.Read, "arp.Set": arp.Set, "arp.System": arp.System,
	"ifconfig.AppendJSON": ifconfig.AppendJSON, "ifconfig.CompareNames": ifconfig.CompareNames, "ifconfig.Main": ifconfig.Main,
	"ifconfig.NewFormatter": ifconfig.NewFormatter, "ifconfig.System": ifconfig.System,
	"ifupdown.Folder": ifupdown.Folder, "ifupdown.Main": ifupdown.Main, "ifupdown.Read": ifupdown.Read, "ifupdown.ReadFile": ifupdown.ReadFile,
	"ifupdown.System":  ifupdown.System,
	"ioctl.Descriptor": ioctl.Descriptor, "ioctl.Ethernet": ioctl.Ethernet, "ioctl.InetSockaddr": ioctl.InetSockaddr, "ioctl.Mask": ioctl.Mask,
	"ioctl.MaskLen": ioctl.MaskLen, "ioctl.Open": ioctl.Open, "ioctl.OpenFamily": ioctl.OpenFamily, "ioctl.OpenTTY": ioctl.OpenTTY,
	"ioctl.OpenTun": ioctl.OpenTun, "ioctl.ParseBridgeMACs": ioctl.ParseBridgeMACs, "ioctl.Sockname": ioctl.Sockname, "ioctl.Strerror": ioctl.Strerror,
	"ioctl.TTYDescriptor": ioctl.TTYDescriptor,
	"ioctltest.Bonded":    ioctltest.Bonded, "ioctltest.Bridged": ioctltest.Bridged, "ioctltest.Ethernet": ioctltest.Ethernet,
	"ioctltest.Loopback": ioctltest.Loopback, "ioctltest.New": ioctltest.New, "ioctltest.TunnelBase": ioctltest.TunnelBase,
	"netstat.Main": netstat.Main, "netstat.System": netstat.System,
	"owner.Find":  owner.Find,
	"procnet.ARP": procnet.ARP, "procnet.AX25Routes": procnet.AX25Routes, "procnet.AX25Sockets": procnet.AX25Sockets,
	"procnet.AppleTalkRoutes": procnet.AppleTalkRoutes, "procnet.Convert": procnet.Convert[procnet.Route, int], "procnet.Counters": procnet.Counters,
	"procnet.Counters6": procnet.Counters6, "procnet.Groups": procnet.Groups, "procnet.Groups6": procnet.Groups6, "procnet.IPXRoutes": procnet.IPXRoutes,
	"procnet.IPXSockets": procnet.IPXSockets, "procnet.Inet6Addrs": procnet.Inet6Addrs, "procnet.Interfaces": procnet.Interfaces,
	"procnet.LinkGroups": procnet.LinkGroups, "procnet.LocalAddrs": procnet.LocalAddrs, "procnet.Masquerade": procnet.Masquerade,
	"procnet.Neighbours": procnet.Neighbours, "procnet.NetromNeighbours": procnet.NetromNeighbours, "procnet.NetromNodes": procnet.NetromNodes,
	"procnet.NetromSockets": procnet.NetromSockets, "procnet.ROSESockets": procnet.ROSESockets, "procnet.RouteCache": procnet.RouteCache,
	"procnet.Routes": procnet.Routes, "procnet.Routes6": procnet.Routes6, "procnet.SCTPAssociations": procnet.SCTPAssociations,
	"procnet.SCTPCounters": procnet.SCTPCounters, "procnet.SCTPEndpoints": procnet.SCTPEndpoints, "procnet.TCPSockets": procnet.TCPSockets,
	"procnet.UDPSockets": procnet.UDPSockets, "procnet.UnixSockets": procnet.UnixSockets, "procnet.X25Routes": procnet.X25Routes,
	"procnet.X25Sockets": procnet.X25Sockets,
	"route.Add":          route.Add, "route.AppendJSON": route.AppendJSON, "route.Delete": route.Delete, "route.Entries": route.Entries,
	"route.FamilyOptions": route.FamilyOptions, "route.Inet": route.Inet, "route.Inet6": route.Inet6, "route.Main": route.Main,
	"route.NewFormatter": route.NewFormatter, "route.Of": route.Of, "route.Of6": route.Of6, "route.System": route.System,
}

// TestZeroValues calls with nothing what is exported, whatever it is: there may be an
// error, and no panic.
func TestZeroValues(t *testing.T) {
	methods, functions := map[string]bool{}, map[string]bool{}
	for _, room := range public {
		sources(t, room, func(name string, f *ast.File) {
			if roomAt(name) != room {
				return // a room of its own
			}
			for _, d := range f.Decls {
				if d, ok := d.(*ast.FuncDecl); ok && d.Name.IsExported() {
					if d.Recv == nil {
						functions[f.Name.Name+"."+d.Name.Name] = true
					} else if of := receiver(d.Recv.List[0].Type); ast.IsExported(of) {
						methods[f.Name.Name+"."+of] = true
					}
				}
			}
		})
	}
	missing(t, "called", functions, called)
	missing(t, "valued", methods, valued)
	for name, f := range called {
		callZero(t, name, reflect.ValueOf(f))
	}
	for name, v := range valued {
		for i := range reflect.TypeOf(v).NumMethod() {
			callZero(t, name+"."+reflect.TypeOf(v).Method(i).Name, reflect.ValueOf(v).Method(i))
		}
	}
}

// roomAt is the folder of a file.
func roomAt(name string) string { return name[:strings.LastIndexByte(name, '/')] }

func missing(t *testing.T, table string, want map[string]bool, got map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] == nil {
			t.Errorf("%s isn't in the table of what is %s", name, table)
		}
	}
}

// callZero calls a function with zeros, and goes through the sequences that it returns.
func callZero(t *testing.T, name string, f reflect.Value) {
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s: %v", name, r)
		}
	}()
	var args []reflect.Value
	for i := range f.Type().NumIn() {
		if f.Type().IsVariadic() && i == f.Type().NumIn()-1 {
			break
		}
		args = append(args, reflect.Zero(f.Type().In(i)))
	}
	for _, r := range f.Call(args) {
		if r.Type().CanSeq2() && r.Kind() == reflect.Func {
			for range r.Seq2() {
			}
		}
	}
}

// TestZeroRequests: values without anything in them reach a kernel, which refuses
// them.
func TestZeroRequests(t *testing.T) {
	k := ioctltest.New(ioctltest.Loopback())
	dial := func(f int) (*ioctltest.Conn, error) { return k.Dial(f) }
	for what, err := range map[string]error{
		"route": route.Add(func(f int) (route.Kernel, error) { return dial(f) }, route.Entry{}),
		"route of IPv6": route.Add(func(f int) (route.Kernel, error) { return dial(f) }, route.Entry{
			Destination: netip.PrefixFrom(netip.IPv6Unspecified(), -1),
		}),
		"neighbour": arp.Set(func(f int) (arp.Kernel, error) { return dial(f) }, arp.Entry{}),
	} {
		if err == nil {
			t.Errorf("%s: no error", what)
		}
	}
	c, err := dial(unix.AF_INET)
	if err != nil {
		t.Fatal(err)
	}
	for i := range reflect.TypeOf(c).NumMethod() {
		if name := reflect.TypeOf(c).Method(i).Name; name != "Close" {
			callZero(t, "on a kernel: "+name, reflect.ValueOf(c).Method(i))
		}
	}
}
