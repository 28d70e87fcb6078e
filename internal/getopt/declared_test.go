package getopt

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// values are what the options of a declaration set: one of each kind.
type values struct {
	numeric, hosts, home bool
	extend               int
	dialect              string
	without              []string
	log                  []string
}

var errVersion = errors.New("version")

func declare(v *values) *Declaration {
	d := new(Declaration)
	d.Add(func() { v.log = append(v.log, "inet") }, 0, "inet", "")
	d.Add(&v.numeric, 'n', "numeric", "numbers")
	d.Add(&v.extend, 'e', "extend", "more")
	d.Add(func(s string) error { v.log = append(v.log, "protocol "+s); return nil }, 'A', "protocol", "")
	d.Add(func() error { return errVersion }, 'V', "", "")
	d.Add(func(s string) { v.log = append(v.log, "device "+s) }, 'i', "", "").ValueName = "IF"
	d.Add(&v.without, 'X', "without", "").ValueName = "PATTERN"
	d.AddExact(&v.dialect, 0, "dialect", "")
	d.AddApart(&v.hosts, "hosts", "")
	d.AddApart(&v.home, "home", "")
	return d
}

func TestDeclared(t *testing.T) {
	d := declare(new(values))
	want := []Option{
		{Long: "inet"},
		{Short: 'n', Long: "numeric", Value: 'n'},
		{Short: 'e', Long: "extend", Value: 'e'},
		{Short: 'A', Long: "protocol", Argument: true, Value: 'A'},
		{Short: 'V', Value: 'V'},
		{Short: 'i', Argument: true, Value: 'i'},
		{Short: 'X', Long: "without", Argument: true, Value: 'X'},
		{Long: "dialect", Argument: true, Exact: true},
		{Long: "hosts", Value: -9},
		{Long: "home", Value: -10},
	}
	if diff := cmp.Diff(want, d.Table()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(d.Options()) != len(want) {
		t.Fatalf("%d options for %d rows", len(d.Options()), len(want))
	}
	for i, o := range d.Options() {
		if o.LongName != want[i].Long || o.ShortName != rune(want[i].Short) {
			t.Errorf("option %d is %c, %s", i, o.ShortName, o.LongName)
		}
	}
	if o := d.Options()[1]; o.Description != "numbers" {
		t.Errorf("described as %q", o.Description)
	}
}

func TestDeclaredSet(t *testing.T) {
	var v values
	d := declare(&v)
	var failure error
	args := []string{"-neeA", "inet6", "--i", "--dialect=x", "-i", "eth0", "-Xa", "--without=b", "--hos", "-V", "-Aunix"}
	for w, err := range Scan(d.Table(), args, false) {
		if failure = setWord(d, w, err); failure != nil {
			break
		}
	}
	if failure != errVersion {
		t.Errorf("ended with %v", failure)
	}
	want := values{
		numeric: true, extend: 2, dialect: "x", hosts: true, without: []string{"a", "b"},
		log: []string{"protocol inet6", "inet", "device eth0"},
	}
	if diff := cmp.Diff(want, v, cmp.AllowUnexported(values{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func setWord(d *Declaration, w Word, err error) error {
	switch {
	case err != nil:
		return err
	case w.Row == Operand:
		return nil
	}
	return d.Set(w.Row, w.Text)
}
