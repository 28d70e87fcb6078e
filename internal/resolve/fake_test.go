package resolve

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/netip"
	"strings"
	"testing"

	"classicnet/tool"
)

// fakeFiles are the files that a test has, by path, and a log of what was
// opened.
type fakeFiles struct {
	content map[string]string
	log     []string
}

func (f *fakeFiles) open(path string) (io.ReadCloser, error) {
	f.log = append(f.log, path)
	content, ok := f.content[path]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return io.NopCloser(strings.NewReader(content)), nil
}

func (f *fakeFiles) String() string { return strings.Join(f.log, " ") }

// etc makes files of /etc/hosts, /etc/networks and the line `hosts` of
// /etc/nsswitch.conf.
func etc(hosts, networks, services string) *fakeFiles {
	return &fakeFiles{content: map[string]string{
		"/etc/hosts":         hosts,
		"/etc/networks":      networks,
		"/etc/nsswitch.conf": "passwd: files\nhosts: " + services + "\nnetworks: files\n",
	}}
}

var errTimeout = errors.New("i/o timeout")

// fakeDNS answers from a table, by "name A", "name AAAA" or "address PTR":
// an address, a name or an error; what isn't in it doesn't exist.
type fakeDNS struct {
	records map[string]any
	log     []string
}

func (d *fakeDNS) answer(question string) (any, error) {
	d.log = append(d.log, question)
	switch answer := d.records[question].(type) {
	case nil:
		return nil, tool.ErrNoName
	case error:
		return nil, answer
	default:
		return answer, nil
	}
}

func (d *fakeDNS) LookupIP(_ <-chan struct{}, name string, v6 bool) ([]netip.Addr, error) {
	kind := "A"
	if v6 {
		kind = "AAAA"
	}
	answer, err := d.answer(name + " " + kind)
	if err != nil {
		return nil, err
	}
	return []netip.Addr{netip.MustParseAddr(answer.(string))}, nil
}

func (d *fakeDNS) LookupName(_ <-chan struct{}, a netip.Addr) (string, error) {
	answer, err := d.answer(a.String() + " PTR")
	if err != nil {
		return "", err
	}
	return answer.(string), nil
}

func (d *fakeDNS) String() string { return strings.Join(d.log, ", ") }

// show is a look-up's result as the tables of these tests write it.
func show(a netip.Addr, network, ok bool) string {
	switch {
	case !ok:
		return "none"
	case network:
		return fmt.Sprintf("net %v", a)
	}
	return a.String()
}

// after makes a look-up by which a reason is left behind.
func (r *Resolver) after(t *testing.T, why Reason) *Resolver {
	t.Helper()
	r.last = why
	return r
}
