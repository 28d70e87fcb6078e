package getopt

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jessevdk/go-flags"
)

type declaration struct {
	Numeric  bool               `short:"n" long:"numeric"`
	Extend   []bool             `short:"e" long:"extend"`
	Protocol func(string) error `short:"A" long:"protocol"`
	Version  func() error       `short:"V"`
	Dialect  string             `long:"dialect" exact:"yes"`
	Hosts    bool               `long:"hosts" apart:"yes"`
	Home     bool               `long:"home" apart:"yes"`
}

func declare(t *testing.T, first func(), rest *declaration) *flags.Parser {
	t.Helper()
	p := flags.NewNamedParser("test", flags.None)
	group, err := p.AddGroup("families", "", &struct{}{})
	if err != nil {
		t.Fatal(err)
	}
	group.AddOption(&flags.Option{LongName: "inet"}, first)
	if _, err := p.AddGroup("options", "", rest); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDeclared(t *testing.T) {
	options, table := Declared(declare(t, func() {}, &declaration{}))
	want := []Option{
		{Long: "inet"},
		{Short: 'n', Long: "numeric", Value: 'n'},
		{Short: 'e', Long: "extend", Value: 'e'},
		{Short: 'A', Long: "protocol", Argument: true, Value: 'A'},
		{Short: 'V', Value: 'V'},
		{Long: "dialect", Argument: true, Exact: true},
		{Long: "hosts", Value: -7},
		{Long: "home", Value: -8},
	}
	if diff := cmp.Diff(want, table); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(options) != len(table) {
		t.Errorf("%d options for %d rows", len(options), len(table))
	}
}

// Set in the order of Scan, options act one after the other, and the first
// that fails ends it.
func TestDeclaredSet(t *testing.T) {
	var log []string
	errVersion := errors.New("version")
	d := declaration{
		Protocol: func(s string) error { log = append(log, "protocol "+s); return nil },
		Version:  func() error { return errVersion },
	}
	options, table := Declared(declare(t, func() { log = append(log, "inet") }, &d))
	var failure error
	for w, err := range Scan(table, []string{"-neeA", "inet6", "--i", "--dialect=x", "-V", "-Aunix"}, false) {
		if failure = setWord(options, w, err); failure != nil {
			break
		}
	}
	if failure != errVersion {
		t.Errorf("ended with %v", failure)
	}
	if diff := cmp.Diff([]string{"protocol inet6", "inet"}, log); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !d.Numeric || len(d.Extend) != 2 || d.Dialect != "x" {
		t.Errorf("got numeric %v, extend %v, dialect %q", d.Numeric, d.Extend, d.Dialect)
	}
}

func setWord(options []*flags.Option, w Word, err error) error {
	switch {
	case err != nil:
		return err
	case w.Row == Operand:
		return nil
	}
	return Set(options[w.Row], w.Text)
}
