package arp

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"classicnet/procnet"
)

// FuzzCommandLine holds whatever is typed to the statuses, to one socket that is closed
// (see plain) and to one entry set at most.
func FuzzCommandLine(f *testing.F) {
	for _, seed := range []string{
		"-an", "-vne 10.0.0.2", "-s 10.0.0.5 2:3:4:5:6:7 temp pub dev v0 netmask 255.0.0.0", "-Ds 10.0.0.5 v0",
		"-i v0 -vd printer pub priv", "-H ax25 -s 10.0.0.5 AB1CD-3", "-f /etc/ethers", "--d", "-A inet6", "--json -i v0",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		w := newWorld()
		w.files["/etc/ethers"] = "10.0.0.5 2:3\n"
		got := w.runWords(line)
		switch got.Status {
		case statusOK, statusUsage, statusDialect, statusFailed:
		default:
			t.Errorf("status %d", got.Status)
		}
		if strings.HasPrefix(got.Calls, "socket leaked") || strings.Count(got.Calls, "SIOCSARP") > 1 {
			t.Errorf("%s", got.Calls)
		}
		if got.Status == statusUsage && !strings.HasSuffix(got.Stderr, misuse) {
			t.Errorf("wrong use without usage: %s", got.Stderr)
		}
	})
}

// FuzzFile: a line of a file does what -s does with its words.
func FuzzFile(f *testing.F) {
	for _, seed := range []string{
		"10.0.0.5 2:3:4:5:6:7", "printer 2:3 temp", "nohost 2:3", "10.0.0.5 zz", "10.0.0.5 2:3 junk",
		"10.0.0.5 2:3 pub netmask 255.0.0.0", "10.0.0.5 2:3 dev", "zz", "", "# 1 2", "2:3 10.0.0.5",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		words := fileWords(line)
		if len(words) < 2 || len(line) >= lineRoom || line[0] == '#' || strings.ContainsAny(line, "\n\x00") || strings.Contains(words[0], ":") {
			load(line, "-v") // must end, no more
			return
		}
		file := load(line, "")
		set := newWorld().run(append([]string{"-s", "--"}, words...)...)
		if set.Calls != file.Calls {
			t.Errorf("file\n%s-s\n%s", file.Calls, set.Calls)
		}
		if !strings.HasPrefix(file.Stderr, set.Stderr) {
			t.Errorf("file\n%s-s\n%s", file.Stderr, set.Stderr)
		}
		if (set.Status == statusUsage) != (file.Status == statusUsage) {
			t.Errorf("statuses %d and %d", file.Status, set.Status)
		}
	})
}

// FuzzEntry: what the columns, the style of BSD and JSON say of an entry is what
// the line in the file says, and no dialect fails.
func FuzzEntry(f *testing.F) {
	f.Add("10.0.0.2", uint32(1), uint32(6), "02:aa:00:00:00:02", "*", "v0")
	f.Add("10.0.0.3", uint32(0x304), uint32(2), "", "*", "tun0") // no such addresses
	f.Add("255.255.255.255", uint32(0x304), uint32(0xffffffff), "*", "255.0.0.0", "*")
	f.Fuzz(func(t *testing.T, ip string, hw, flags uint32, address, mask, device string) {
		w := newWorld()
		w.files[tableFile] = fmt.Sprintf("title\n%s 0x%x 0x%x %s %s %s\n", ip, hw, flags, address, mask, device)
		var want procnet.ARPEntry
		for row, err := range procnet.ARP(strings.NewReader(w.files[tableFile])) {
			if err != nil {
				return // no entry, or part of one
			}
			want = row
		}
		for _, options := range []string{"-n", "-an", "-n --dialect=busybox", "-an --dialect=net-tools-1.60"} {
			if got := w.runWords(options); got.Status != 0 || !strings.Contains(got.Stdout, want.IP.String()) {
				t.Errorf("arp %s: %v", options, got)
			}
		}
		var rows []struct {
			Address   string
			Hwaddress *string
			Iface     string
			Flags     uint32
		}
		if err := json.Unmarshal([]byte(w.run("-n", "--json").Stdout), &rows); err != nil || len(rows) == 0 {
			t.Fatalf("%v, %d rows", err, len(rows))
		}
		got := rows[len(rows)-1]
		if got.Address != want.IP.String() || got.Flags != uint32(want.Flags) || (got.Hwaddress == nil) != (want.Flags&2 == 0 || want.HWAddr == "") {
			t.Errorf("%v of %v", got, want)
		}
	})
}
