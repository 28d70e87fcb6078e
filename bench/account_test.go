package main

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"os"
	"slices"
	"testing"

	"golang.org/x/sys/unix"
)

// known is a program of two functions with a stack above.
var (
	known = &image{
		sections: []section{{0x1000, 0x2000, kinds[0]}, {0x3000, 0x3800, kinds[4]}},
		symbols: []elf.Symbol{
			{Name: "runtime.mallocgc", Value: 0x1000}, {Name: "runtime.doInit1", Value: 0x1100}, {Name: "net/netip.init", Value: 0x1200},
			{Name: "classicnet/ifconfig.(*Source).query", Value: 0x1300}, {Name: "main.main", Value: 0x1400}, {Name: "aeshashbody", Value: 0x1500},
			{Name: "runtime.main", Value: 0x1600},
		},
		end: 0x4000,
	}
	above = mapping{from: 0x7ff0_0000_0000, to: 0x7ff0_0001_0000, name: "[stack]"}
)

func TestKindOfMemory(t *testing.T) {
	for at, want := range map[uint64]string{
		0x1004: "code", 0x2800: "constants", 0x3000: "zeroed data", 0xc0_0000_0000: "heap", 0x7f00_0000_0000: "runtime's own",
		0x7ff0_0000_8000: "stack of the first thread",
	} {
		if got := known.kind(at, above); got != want {
			t.Errorf("%#x: %s, not %s", at, got, want)
		}
	}
	if got := known.kindOfMapping(mapping{from: 0x0800, to: 0x2000, access: "r-xp"}, above); got != "code" {
		t.Errorf("the mapping of the code is %s", got)
	}
}

func TestOwnerOfAFault(t *testing.T) {
	for _, test := range []struct {
		calls []uint64
		phase int
		of    string
	}{
		{nil, 0, "runtime"},
		{[]uint64{0x1010, 0x1510}, 0, "runtime"},
		{[]uint64{0x1010, 0x1210, 0x1110}, 1, "net/netip"},
		{[]uint64{0x1010, 0x1310, 0x1410}, 2, "classicnet/ifconfig"},
		{[]uint64{0x1200, 0x1600}, 1, "net/netip"},
		{[]uint64{0x1300, 0x1600}, 2, "classicnet/ifconfig"},
	} {
		if phase, of := known.owner(fault{calls: test.calls}); phase != test.phase || of != test.of {
			t.Errorf("%x: %d, %s", test.calls, phase, of)
		}
	}
}

func TestPackageOfAFunction(t *testing.T) {
	for name, want := range map[string]string{
		"main.main": "main", "golang.org/x/sys/unix.Open": "golang.org/x/sys/unix", "sync.(*Map).Load": "sync",
		"internal/sync.(*HashTrieMap[go.shape.interface {},a/b.c]).init": "internal/sync", "memeqbody": "memeqbody",
	} {
		if got := packageOf(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestParseMaps(t *testing.T) {
	got := parseMaps([]byte("00400000-00402000 r-xp 00000000 08:01 7   /tmp/a\nSize:  8 kB\nRss:   4 kB\n7ff0-7ff1 rw-p 00000000 00:00 0 \nRss: 0 kB\n"), 4096)
	want := []mapping{{0x400000, 0x402000, "r-xp", "/tmp/a", 1}, {0x7ff0, 0x7ff1, "rw-p", "", 0}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

// TestParseFaults: samples are taken, marks in their chains and other records aren't.
func TestParseFaults(t *testing.T) {
	var b bytes.Buffer
	record := func(kind uint32, words ...uint64) {
		binary.Write(&b, binary.NativeEndian, kind)                                  //nolint:errcheck // into memory
		binary.Write(&b, binary.NativeEndian, []uint16{0, uint16(8 + 8*len(words))}) //nolint:errcheck // likewise
		binary.Write(&b, binary.NativeEndian, words)                                 //nolint:errcheck // likewise
	}
	mark := int64(unix.PERF_CONTEXT_USER)
	record(unix.PERF_RECORD_SAMPLE, 0x5000, 3, uint64(mark), 0x10, 0x20)
	record(unix.PERF_RECORD_FORK, 1, 2, 3)
	got, err := parseFaults(b.Bytes())
	if err != nil || len(got) != 1 || got[0].addr != 0x5000 || !slices.Equal(got[0].calls, []uint64{0x10, 0x20}) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := parseFaults(b.Bytes()[:12]); err == nil {
		t.Error("half a record passes")
	}
	b.Reset()
	record(unix.PERF_RECORD_LOST, 1, 1)
	if _, err := parseFaults(b.Bytes()); err == nil {
		t.Error("lost faults pass")
	}
}

// TestFaultsOfAProgram looks at this very program, which ends at once.
func TestFaultsOfAProgram(t *testing.T) {
	t.Setenv("CLASSICNET_BENCH_BIN", t.TempDir())
	list, smaps, err := faultsOf([]string{os.Args[0], "-test.run=^$"})
	if err != nil {
		t.Skipf("the kernel doesn't tell of faults here: %v", err)
	}
	im, err := readImage(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	p := newPages()
	p.add(im, list, parseMaps(smaps, os.Getpagesize()), 1)
	if p.faults["heap"][0] < 10 || p.resident["code"] < 10 || len(list) < 50 {
		t.Errorf("%d faults, %v of the heap; %v pages of code", len(list), p.faults["heap"], p.resident["code"])
	}
}
