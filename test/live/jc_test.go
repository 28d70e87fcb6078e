package live

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// object is a JSON object.
type object = map[string]any

// parse reads a JSON array; numbers stay as they are written.
func parse(t *testing.T, text string) (list []object) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&list); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return list
}

// jc is what jc reads from a listing of ours.
func jc(t *testing.T, lab *netlab.Lab, parser string, listing ...string) []object {
	t.Helper()
	text := lab.Run(listing...).Stdout
	r := lab.Do(netlab.Command{Args: []string{"jc", parser}, Stdin: text})
	if r.Exit != "0" {
		t.Fatalf("jc %s: exit %s: %s", parser, r.Exit, r.Stderr)
	}
	return parse(t, r.Stdout)
}

// TestJSONInterfaces: --json has each field that jc reads from the listing in
// net-tools 2.10's dialect, with the value that jc reads.
func TestJSONInterfaces(t *testing.T) {
	netlab.Need(t, "jc")
	lab := newLab(t, town+more)
	if n := len(interfaces(lab)); n < 50 {
		t.Fatalf("only %d links", n)
	}
	for _, line := range []string{"-a", "", "eth1", "eth1:web", "ppp0", "lo"} {
		agree(t, line, func() string {
			ours := parse(t, lab.Run(words("ifconfig --json", line)...).Stdout)
			theirs := jc(t, lab, "--ifconfig", words("ifconfig --dialect=net-tools-2.10", line)...)
			return compareLists(theirs, ours, interfaceField)
		})
	}
}

func TestJSONLinkTypes(t *testing.T) {
	netlab.Need(t, "jc")
	lab := newLab(t, linkTypes)
	agree(t, "-a", func() string {
		ours := parse(t, lab.Run("ifconfig", "--json", "-a").Stdout)
		theirs := jc(t, lab, "--ifconfig", "ifconfig", "--dialect=net-tools-2.10", "-a")
		return compareLists(theirs, ours, interfaceField)
	})
}

// TestJSONRoutes: the same for route. jc reads the IPv6 table of net-tools 2.10,
// not that of 2003, where two columns touch.
func TestJSONRoutes(t *testing.T) {
	netlab.Need(t, "jc")
	lab := newLab(t, routes)
	for _, c := range []struct{ ours, listing string }{
		{"route --json", "route -ee -n"},
		{"route --json -A inet", "route --dialect=net-tools-2.10 -ee -n"},
		{"route --json -A inet6", "route --dialect=net-tools-2.10 -A inet6 -n"},
	} {
		agree(t, c.ours, func() string {
			ours := parse(t, lab.Run(strings.Fields(c.ours)...).Stdout)
			theirs := jc(t, lab, "--route", strings.Fields(c.listing)...)
			if len(theirs) < 10 {
				return fmt.Sprintf("jc reads %d rows only", len(theirs))
			}
			return compareLists(theirs, ours, routeField)
		})
	}
}

// compareLists tells where ours lacks what theirs has. field compares a field.
func compareLists(theirs, ours []object, field func(key string, theirs, ours object) string) string {
	if len(theirs) != len(ours) {
		return fmt.Sprintf("%d objects and %d", len(theirs), len(ours))
	}
	var diff strings.Builder
	for i := range theirs {
		for key, value := range theirs[i] {
			if value == nil {
				continue
			}
			if d := field(key, theirs[i], ours[i]); d != "" {
				diff.WriteString("object of " + text(ours[i]) + ", " + key + ":\n" + d)
			}
		}
	}
	return diff.String()
}

// text is an object in one line.
func text(o object) string {
	b, err := json.Marshal(o)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func equal(key string, theirs, ours object) string { return cmp.Diff(theirs[key], ours[key]) }

// routeField: the table that jc reads has cut the interface's name.
func routeField(key string, theirs, ours object) string {
	const column = 6 // of the interface in `route -ee`
	name, _ := ours[key].(string)
	if key == "iface" && len(name) > column && theirs["mss"] != nil {
		return cmp.Diff(theirs[key], name[:column])
	}
	if key == "metric" {
		return cmp.Diff(signed(theirs[key]), signed(ours[key]))
	}
	return equal(key, theirs, ours)
}

// signed is a number of 32 bits with the sign that listings show.
func signed(v any) int32 {
	n, _ := v.(json.Number).Int64()
	return int32(n)
}

// interfaceField: addresses are compared one by one. jc reads an address whose
// scope is neither link, host nor global as FreeBSD's, with a blank behind it
// and without the type, and keeps the type of the address before for the
// object.
func interfaceField(key string, theirs, ours object) string {
	switch key {
	case "ipv4_bcast":
		return cmp.Diff(broadcast(theirs[key]), ours[key])
	case "ipv4", "ipv6":
		return addresses(theirs[key].([]any), ours[key].([]any))
	case "ipv6_addr":
		theirs = object{key: strings.TrimSuffix(theirs[key].(string), " ")}
	case "ipv6_type":
		if last := theirs["ipv6"].([]any); last[len(last)-1].(object)["type"] == nil {
			return ""
		}
	}
	return equal(key, theirs, ours)
}

// addresses: of several IPv4 addresses with one label the listing shows the
// first, of IPv6 addresses all.
func addresses(theirs, ours []any) string {
	if len(theirs) > len(ours) {
		return cmp.Diff(theirs, ours)
	}
	var diff strings.Builder
	for i := range theirs {
		for key, value := range theirs[i].(object) {
			if s, ok := value.(string); ok {
				value = strings.TrimSuffix(s, " ")
			}
			if key == "broadcast" {
				value = broadcast(value)
			}
			if got := ours[i].(object)[key]; value != nil && !reflect.DeepEqual(value, got) {
				diff.WriteString(key + ": " + cmp.Diff(value, got))
			}
		}
	}
	return diff.String()
}

// broadcast: where none is set the listing shows 0.0.0.0.
func broadcast(v any) any {
	if v == "0.0.0.0" {
		return nil
	}
	return v
}

// TestJSONShowsAllAddresses that the kernel has.
func TestJSONShowsAllAddresses(t *testing.T) {
	lab := newLab(t, town)
	want := map[string]bool{}
	for _, link := range parse(t, lab.Run("ip", "-json", "addr").Stdout) {
		for _, a := range link["addr_info"].([]any) {
			want[a.(object)["local"].(string)] = true
		}
	}
	got := map[string]bool{}
	for _, o := range parse(t, lab.Run("ifconfig", "--json", "-a").Stdout) {
		for _, a := range append(o["ipv4"].([]any), o["ipv6"].([]any)...) {
			got[a.(object)["address"].(string)] = true
		}
	}
	delete(want, "::ffff:1.2.3.4") // as net-tools writes it:
	want["1.2.3.4"] = true
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-ip +ours)\n%s", diff)
	}
}
