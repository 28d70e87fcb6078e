package arphrd

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// definition is a line of the header: a number, or another name's.
var definition = regexp.MustCompile(`(?m)^#define\s+ARPHRD_(\w+)\s+(?:ARPHRD_)?(\w+)`)

// header is what a header defines.
func header(text string) (list []Name) {
	for _, m := range definition.FindAllStringSubmatch(text, -1) {
		name := Name{Name: strings.ToLower(m[1])}
		n, err := strconv.ParseUint(m[2], 0, 16)
		if err == nil {
			name.Number = uint16(n)
		} else {
			name.Number = find(list, strings.ToLower(m[2])).Number
		}
		list = append(list, name)
	}
	return list
}

func find(list []Name, name string) Name {
	for _, n := range list {
		if n.Name == name {
			return n
		}
	}
	return Name{}
}

func TestHeader(t *testing.T) {
	const text = "#define ARPHRD_ETHER \t1\t/* Ethernet */\n#define\tARPHRD_CISCO\t513\n" +
		"#define ARPHRD_HDLC\tARPHRD_CISCO\n#define ARPHRD_VOID\t  0xFFFF\n#define OTHER 2\n"
	want := []Name{{"ether", 1}, {"cisco", 513}, {"hdlc", 513}, {"void", 0xffff}}
	got := header(text)
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}

// TestKernelHeader: each name that a kernel's header has is here, with its number.
// CLASSICNET_HEADERS names the folder of another header than the machine's.
func TestKernelHeader(t *testing.T) {
	folder := os.Getenv("CLASSICNET_HEADERS")
	if folder == "" {
		folder = "/usr/include"
	}
	text, err := os.ReadFile(folder + "/linux/if_arp.h")
	if err != nil {
		t.Skip("no kernel headers: ", err)
	}
	list := header(string(text))
	if len(list) < 60 {
		t.Fatalf("%d names in the header", len(list))
	}
	for _, want := range list {
		if find(Names, want.Name) != want {
			t.Errorf("%s, %d of %s has no row", want.Name, want.Number, folder)
		}
	}
}

// A name that stands twice, or a number that does and isn't meant to, hides a mistyped
// row.
func TestNamesAreUnique(t *testing.T) {
	names, numbers := map[string]bool{}, map[uint16]bool{find(Names, "hdlc").Number: false}
	for i, n := range Names {
		if names[n.Name] || numbers[n.Number] {
			t.Errorf("twice: %v", n)
		}
		names[n.Name] = true
		if n.Name != "cisco" {
			numbers[n.Number] = true
		}
		if i > 0 && n.Number < Names[i-1].Number {
			t.Errorf("%v stands behind %v", n, Names[i-1])
		}
	}
}
