// Package dialect holds what tells one classic output from another: a row of
// values for each program that scripts were written for. The command language
// and the messages are the same in all of them.
package dialect

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/linktype"
)

// Layout is the shape of a block of ifconfig.
type Layout uint8

// The layouts. Dialects of one layout differ in values alone.
const (
	NetTools1 Layout = iota // `Link encap:`, the net-tools 1.60 family
	NetTools2               // `flags=4163<UP,...>  mtu 1500`, net-tools 2.x
)

// Routes is the shape of the tables of route.
type Routes uint8

// The shapes, which route has a row of columns and rules for.
const (
	Routes2003    Routes = iota // net-tools of 2003, which distributions shipped as 1.60
	Routes160                   // net-tools 1.60 as released: a wide IPv6 table
	Routes210                   // net-tools 2.10: names in the IPv6 table
	RoutesBusybox               // busybox: two levels of detail, few flags
	RoutesGit                   // as Routes210, with metrics that have no sign
)

// Dialect is one row of the table.
type Dialect struct {
	Name  string // as --dialect takes it
	About string // one line for --dialect=list
	// Stanzas tells that it is no output but a syntax of the files that ifup
	// reads: a machine's choice of one leaves listings classic.
	Stanzas bool
	Layout  Layout
	Routes  Routes

	// Types are the link types that it knows, with the way it writes their
	// addresses.
	Types linktype.Set
	// Units are the names of a byte, of 1024 (or 1000) bytes, and so on. What
	// is larger than the last unit's thousandfold stays in that unit.
	Units []string
	// Thousand is what one unit has of the unit before it: 1024 or 1000.
	Thousand uint64
	// Wraps computes tenths in 64 bits, which is too few above 1.8 EB.
	Wraps bool
	// StepUnits scales as busybox does: division after division while 1024 or
	// more is left, so the tenths are those of the last remainder alone.
	StepUnits bool
	// Nameless are bits of an interface's flags that it has no name for.
	Nameless uint16
	// NameCut is where ifconfig cuts an interface's name; 0 is never.
	NameCut int
	// Mapped keeps the ::ffff: of an IPv4-mapped address.
	Mapped bool
	// ScopeMask is applied to the scope of an IPv6 address before its name is
	// looked up.
	ScopeMask uint32
	// SmallBase prints the hardware line for I/O ports below 0x100, which are
	// not shown in it.
	SmallBase bool
	// Later is what net-tools does since 2.10: compressed packets of any link are
	// told where there are some, errors of framing count among the errors of the
	// short format, whose title stands over its columns and whose letter of
	// point-to-point is p.
	Later bool
	// Busybox lists interfaces by the bytes of their names alone, and takes from
	// /proc/net/dev what busybox takes.
	Busybox bool
}

var (
	decimalNames   = []string{"B", "KB", "MB", "GB", "TB", "PB"}
	binaryNames    = []string{"B", "KiB", "MiB", "GiB", "TiB", "PiB"}
	netTools2Names = []string{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"}
	busyboxNames   = []string{"B", "KiB", "MiB", "GiB", "TiB"}
)

// table is laid out statically: a dialect is a row.
var table = [...]Dialect{
	{
		Name: "classic", About: "net-tools 1.60 as Debian and Ubuntu had it about 2008",
		Types: linktype.Classic, Units: decimalNames, Thousand: 1024, ScopeMask: 0xff,
	},
	{
		Name: "net-tools-1.60", About: "net-tools 1.60 as released in 2001", Routes: Routes160,
		Types: linktype.NetTools160, Units: []string{"b", "Kb", "Mb"}, Thousand: 1024, Wraps: true,
		NameCut: 9, Mapped: true, ScopeMask: 0xff, SmallBase: true,
	},
	{
		Name: "debian", About: "net-tools 1.60 of Debian 5 to 8",
		Types: linktype.Classic, Units: binaryNames, Thousand: 1024, ScopeMask: 0xff,
	},
	{
		Name: "ubuntu", About: "net-tools 1.60 of Ubuntu 8.10 to 16.04",
		Types: linktype.Classic, Units: decimalNames, Thousand: 1000, ScopeMask: 0xff,
	},
	{
		Name: "redhat", About: "net-tools 1.60 of Red Hat and CentOS up to 6",
		Types: linktype.RedHat, Units: []string{"b", "KiB", "MiB", "GiB", "TiB", "PiB"}, Thousand: 1024, ScopeMask: 0xff,
	},
	{
		Name: "busybox", About: "busybox 1.35", Routes: RoutesBusybox,
		Types: linktype.Busybox, Units: busyboxNames, Thousand: 1024, StepUnits: true,
		Nameless: unix.IFF_DYNAMIC, Mapped: true, ScopeMask: 0xf0, SmallBase: true, Busybox: true,
	},
	{
		Name: "net-tools-2.10", About: "net-tools 2.10", Layout: NetTools2, Routes: Routes210,
		Types: linktype.NetTools210, Units: netTools2Names, Thousand: 1024, ScopeMask: 0xff,
	},
	{
		Name: "net-tools-git", About: "net-tools since 2.10, as of 2026 (3.14-alpha)", Layout: NetTools2, Routes: RoutesGit,
		Types: linktype.NetTools210, Units: netTools2Names, Thousand: 1024, ScopeMask: 0xff, Later: true,
	},
	{Name: "ifupdown-ng", About: "interfaces files of ifupdown-ng (Alpine)", Stanzas: true},
	{Name: "ifupdown2", About: "interfaces files of ifupdown2 (Proxmox, Cumulus)", Stanzas: true},
}

// Classic is the default.
func Classic() *Dialect { return &table[0] }

// ByName returns the dialect of that exact name, nil if there is none.
func ByName(name string) *Dialect {
	for i := range table {
		if table[i].Name == name {
			return &table[i]
		}
	}
	return nil
}

// All returns the dialects of listings in the order in which they are listed.
func All() []Dialect { return table[:firstStanzas()] }

// AllStanzas returns the syntaxes of interfaces files.
func AllStanzas() []Dialect { return table[firstStanzas():] }

// firstStanzas is the first row that is a syntax: they are the last ones.
func firstStanzas() int {
	i := len(table)
	for i > 0 && table[i-1].Stanzas {
		i--
	}
	return i
}
