package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Addresses in prepared files are in the kernel's byte order, ports and IPv6 routes in
// none.
func TestOfOtherOrder(t *testing.T) {
	const setup = `mkdir -p $WORK/p/net
cat > $WORK/p/net/route <<'EOF'
Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask
v0	0000000A	0100A8C0	01	0	0	0	000000FF
short	0000000A
EOF
cat > $WORK/p/net/tcp6 <<'EOF'
  sl  local_address remote_address st tx_queue rx_queue
   0: 0000000000000000FFFF00000100007F:0016 B80D0120000000000000000001000000:1F90 0A 00000000:00000000
EOF
cat > $WORK/p/net/igmp <<'EOF'
Idx	Device    : Count Querier	Group    Users Timer	Reporter
1	lo        :     1      V3
				010000E0     1 0:00000000		0
EOF
cat > $WORK/p/net/ipv6_route <<'EOF'
20010DB8000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000000 00000000 00000001 v0
EOF
mount --bind $WORK/p /proc
`
	want := strings.NewReplacer("0000000A	0100A8C0", "0A000000	C0A80001", "\t000000FF", "\tFF000000", "short	0000000A", "short	0A000000",
		"FFFF00000100007F", "0000FFFF7F000001", "B80D0120000000000000000001000000", "20010DB8000000000000000000000001", "010000E0", "E0000001").Replace(setup)
	if diff := cmp.Diff(want, ofOtherOrder(setup)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(setup, ofOtherOrder(want)); diff != "" {
		t.Errorf("twice (-want +got)\n%s", diff)
	}
}

// Short numbers, ports of more digits and files that printf makes; what is no address stays.
func TestOfOtherOrderOfOddRows(t *testing.T) {
	const setup = `cat > $WORK/p/net/tcp <<'EOF'
   0: 04030201:1F90F 08070605:10050 01 00000000:00000000 00:00000000 00000000
   1: 4030201:50 605:1 01 0:0 3:5 0 0
3: 0100007f:c001 0100007f:0016 0b
EOF
cat > $WORK/p/net/igmp <<'EOF'
				0300 4
5	lo@1:     1      V3
				040000E0FF     1 0:0
EOF
printf '%s\n%s' '   1: 0100000A:0002 0200000A:0002 01' 'x' >> $WORK/p/net/tcp
printf '%s\n' '0: 0100000A:0002 0200000A:0002' > $WORK/p/net/other
cat > $WORK/p/net/igmp.old <<'EOF'
	FB0000E0     1 0:00000000		0
EOF
`
	want := strings.NewReplacer("04030201:1F90F 08070605", "01020304:1F90F 05060708", "4030201:50 605", "01020304:50 05060000",
		"0100007f:c001 0100007f", "7f000001:c001 7f000001", "0300 4", "00030000 4",
		"1: 0100000A:0002 0200000A", "1: 0A000001:0002 0A000002", "FB0000E0", "E00000FB").Replace(setup)
	if diff := cmp.Diff(want, ofOtherOrder(setup)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Every situation with a prepared table of these files is another one in the other
// order, and the same in the other of that.
func TestOfOtherOrderOfCases(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/golden*/cases/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		setup := ParseResults(data)["setup"]
		other := ofOtherOrder(setup)
		if other != setup {
			changed++
		}
		// Short numbers have eight digits from the first time on.
		if diff := cmp.Diff(other, ofOtherOrder(ofOtherOrder(other))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", file, diff)
		}
	}
	if changed < 40 {
		t.Errorf("%d situations have numbers in the kernel's order", changed)
	}
}
