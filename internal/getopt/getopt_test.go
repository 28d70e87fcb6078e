package getopt

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// routes is the table of the classic route, whose families share one Value.
var routes = []Option{
	{Long: "ax25"}, {Long: "x25"}, {Long: "ip"}, {Long: "ipx"}, {Long: "appletalk"}, {Long: "netrom"},
	{Long: "inet"}, {Long: "inet6"}, {Long: "ddp"}, {Long: "unix"}, {Long: "tcpip"},
	{Short: 'e', Long: "extend", Value: 'e'},
	{Short: 'v', Long: "verbose", Value: 'v'},
	{Short: 'V', Long: "version", Value: 'V'},
	{Short: 'n', Long: "numeric", Value: 'n'},
	{Short: 'N', Long: "symbolic", Value: 'N'},
	{Short: 'A', Long: "protocol", Argument: true, Value: 'A'},
	{Short: 'C', Long: "cache", Value: 'C'},
	{Short: 'F', Long: "fib", Value: 'F'},
	{Short: 'h', Long: "help", Value: 'h'},
	{Short: '4', Value: '4'}, {Short: '6', Value: '6'}, {Short: '?', Value: '?'},
	{Long: "dialect", Argument: true, Exact: true},
	{Long: "json", Exact: true},
}

// said renders what Scan says of args: an option as its long name (or letter)
// and argument, an operand in brackets, an error as it is.
func said(table []Option, args []string, posixly bool) []string {
	var all []string
	for w, err := range Scan(table, args, posixly) {
		all = append(all, render(table, w, err))
	}
	return all
}

func render(table []Option, w Word, err error) string {
	switch {
	case err != nil:
		return err.Error()
	case w.Row == Operand:
		return "[" + w.Text + "]"
	}
	name := table[w.Row].Long
	if name == "" {
		name = string(rune(table[w.Row].Short))
	}
	if table[w.Row].Argument {
		name += "=" + w.Text
	}
	return name
}

// Without long options all of it is getopt(3).
func TestShortAlone(t *testing.T) {
	table := []Option{{Short: 'b'}, {Short: 'd', Argument: true}}
	have := said(table, []string{"--b", "--d=x", "-b--", "--", "--b"}, false)
	want := []string{"invalid option -- '-'", "b", "invalid option -- '-'", "d==x", "b", "invalid option -- '-'", "invalid option -- '-'", "[--b]"}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestScan(t *testing.T) {
	tests := []struct{ args, want string }{
		{"", ""},
		{"add default", "[add] [default]"},
		// Options stand anywhere, and after -- nowhere.
		{"add 10.1.2.3 -n dev eth0", "[add] [10.1.2.3] numeric [dev] [eth0]"},
		{"add -- X window -5", "[add] [X] [window] [-5]"},
		{"-n -- -n -- x", "numeric [-n] [--] [x]"},
		{"--", ""},
		{"- -n", "[-] numeric"},
		// Clusters, and arguments attached or apart.
		{"-nee", "numeric extend extend"},
		{"-CFn", "cache fib numeric"},
		{"-Ainet6 -A inet", "protocol=inet6 protocol=inet"},
		{"-nAinet -4", "numeric protocol=inet 4"},
		{"-A -n -A -- x", "protocol=-n protocol=-- [x]"},
		{"-46 -?", "4 6 ?"},
		{"-A", "option requires an argument -- 'A'"},
		{"-nA", "numeric option requires an argument -- 'A'"},
		{"-Zn", "invalid option -- 'Z' numeric"},
		{"-n:", "numeric invalid option -- ':'"},
		{"-n-", "numeric invalid option -- '-'"},
		{"metric -1", "[metric] invalid option -- '1'"},
		{"-\xc3\xa9", "invalid option -- '\xc3' invalid option -- '\xa9'"},
		// Long options, whole.
		{"--numeric --inet6 --inet", "numeric inet6 inet"},
		{"--protocol inet --protocol=inet6 --protocol=", "protocol=inet protocol=inet6 protocol="},
		{"--protocol --numeric", "protocol=--numeric"},
		{"--protocol", "option '--protocol' requires an argument"},
		{"--numeric=1", "option '--numeric' doesn't allow an argument"},
		{"--num=1", "option '--numeric' doesn't allow an argument"},
		{"--prot", "option '--protocol' requires an argument"},
		{"--econet", "unrecognized option '--econet'"},
		{"--econet=5", "unrecognized option '--econet=5'"},
		{"--numericx", "unrecognized option '--numericx'"},
		// Abbreviations: the first of options that are the same for getopt.
		{"--a --i --ine --t --x --u --d", "ax25 ip inet tcpip x25 unix ddp"},
		{"--e --c --f --s --h --verb --vers", "extend cache fib symbolic help verbose version"},
		{"--p inet --p=inet6", "protocol=inet protocol=inet6"},
		{"--net --nu", "netrom numeric"},
		{"--n", "option '--n' is ambiguous; possibilities: '--netrom' '--numeric'"},
		{"--n=4", "option '--n=4' is ambiguous; possibilities: '--netrom' '--numeric'"},
		{"--ver", "option '--ver' is ambiguous; possibilities: '--verbose' '--version'"},
		// Our own options are taken in full and are no candidates.
		{"--dialect busybox --dialect=classic --json", "dialect=busybox dialect=classic json"},
		{"--di --j --dialec", "unrecognized option '--di' unrecognized option '--j' unrecognized option '--dialec'"},
	}
	for _, test := range tests {
		t.Run(test.args, func(t *testing.T) {
			got := strings.Join(said(routes, strings.Fields(test.args), false), " ")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// What fits everything is ambiguous between the first option and all that
// differ from it; families don't.
func TestScanAmbiguousWithAll(t *testing.T) {
	want := "option '--=x' is ambiguous; possibilities: '--ax25' '--extend' '--verbose' '--version'" +
		" '--numeric' '--symbolic' '--protocol' '--cache' '--fib' '--help'"
	if diff := cmp.Diff([]string{want}, said(routes, []string{"--=x"}, false)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Rows that differ in taking an argument are never the same option.
func TestScanArgumentTellsApart(t *testing.T) {
	table := []Option{{Long: "wide"}, {Long: "width", Argument: true}}
	want := []string{"option '--wi' is ambiguous; possibilities: '--wide' '--width'"}
	if diff := cmp.Diff(want, said(table, []string{"--wi"}, false)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestScanPosixly(t *testing.T) {
	tests := []struct{ args, want string }{
		{"-n add -n -- x", "numeric [add] [-n] [--] [x]"},
		{"-n -- -n x", "numeric [-n] [x]"},
		{"-A add x -n", "protocol=add [x] [-n]"},
		{"- -n", "[-] [-n]"},
	}
	for _, test := range tests {
		got := strings.Join(said(routes, strings.Fields(test.args), true), " ")
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.args, diff)
		}
	}
}

// The empty argument is an operand, as for glibc.
func TestScanEmptyArgument(t *testing.T) {
	if diff := cmp.Diff([]string{"[]", "numeric"}, said(routes, []string{"", "-n"}, false)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A caller that stops is called no more.
func TestScanStops(t *testing.T) {
	for _, stop := range []int{1, 2, 3} {
		seen := 0
		for range Scan(routes, []string{"-nee", "add"}, false) {
			if seen++; seen == stop {
				break
			}
		}
		if seen != stop {
			t.Errorf("saw %d words after stopping at %d", seen, stop)
		}
	}
}

// FuzzScan: each word comes from the arguments, in their order; without a dash
// there is nothing but operands; a second pass over what was recognised, spelt
// out, recognises the same.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{"-nee\x00add", "--n\x00--p\x00inet", "-A\x00", "--\x00-n", "--=\x00-\x00--verb", "-Ainet\x00--protocol=x"} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, line string, posixly bool) {
		args := strings.Split(line, "\x00")
		var first, spelt []string
		for w, err := range Scan(routes, args, posixly) {
			if err != nil {
				continue
			}
			checkWord(t, w)
			if w.Row == Operand {
				continue
			}
			first = append(first, render(routes, w, nil))
			spelt = append(spelt, spell(w)...)
		}
		if diff := cmp.Diff(first, said(routes, spelt, posixly)); diff != "" {
			t.Errorf("spelt out (-first +second)\n%s", diff)
		}
		if !strings.Contains(line, "-") {
			if got := said(routes, args, posixly); len(got) != len(args) {
				t.Errorf("%d words of %d operands", len(got), len(args))
			}
		}
	})
}

func checkWord(t *testing.T, w Word) {
	t.Helper()
	switch {
	case w.Row < Operand || w.Row >= len(routes):
		t.Errorf("row %d", w.Row)
	case w.Row >= 0 && !routes[w.Row].Argument && w.Text != "":
		t.Errorf("row %d takes no argument but has %q", w.Row, w.Text)
	}
}

// spell writes an option in full.
func spell(w Word) []string {
	o := routes[w.Row]
	switch {
	case o.Long == "":
		return []string{fmt.Sprintf("-%c", o.Short)}
	case o.Argument:
		return []string{"--" + o.Long + "=" + w.Text}
	}
	return []string{"--" + o.Long}
}
