package ifupdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// take takes a lock of a folder and gives it back.
func take(t *testing.T, s Store, name string) {
	t.Helper()
	l, err := s.Lock(name)
	if err != nil {
		t.Fatal(err)
	}
	l.Unlock()
}

// A lock that stays open keeps others out while it is held, and no longer: the first
// time, the next, and behind somebody who has deleted its file or its folder.
func TestKeptLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	ours := Folder(dir)
	for _, c := range []struct{ name, deleted string }{{"first", ""}, {"again", ""}, {"file", fileStateLock}, {"folder", "."}} {
		t.Run(c.name, func(t *testing.T) {
			if c.deleted != "" {
				if err := os.RemoveAll(filepath.Clean(filepath.Join(dir, c.deleted))); err != nil {
					t.Fatal(err)
				}
			}
			lock, err := ours.Lock(fileStateLock)
			if err != nil {
				t.Fatal(err)
			}
			taken := make(chan error)
			go func() {
				theirs := Folder(dir)
				l, err := theirs.Lock(fileStateLock)
				if err == nil {
					l.Unlock()
				}
				taken <- err
			}()
			select {
			case <-taken:
				t.Fatal("two have it")
			case <-time.After(50 * time.Millisecond):
			}
			lock.Unlock()
			if err := <-taken; err != nil {
				t.Error(err)
			}
		})
	}
	if n := len(ours.(*folder).kept); n != 1 {
		t.Errorf("%d files are kept, want 1", n)
	}
	if err := closeStore(namedStore{ours, "x"}); err != nil || len(ours.(*folder).kept) != 0 {
		t.Errorf("closed: %v, %d files are kept", err, len(ours.(*folder).kept))
	}
	take(t, ours, fileStateLock)
}

// The lock of one interface isn't kept: there may be thousands.
func TestLockOfOneIsClosed(t *testing.T) {
	s := Folder(t.TempDir())
	take(t, s, filePrefix+"eth1")
	if n := len(s.(*folder).kept); n != 0 {
		t.Errorf("%d files are kept", n)
	}
}

// A file of the state that somebody has deleted, moved or replaced by another is not
// written to any more.
func TestKeptFileGoes(t *testing.T) {
	for name, happens := range map[string]func(path string) error{
		"deleted":  os.Remove,
		"moved":    func(path string) error { return os.Rename(path, path+".old") },
		"replaced": func(path string) error { return Folder(filepath.Dir(path)).Write(fileState, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			l := stateLedger(t.TempDir())
			for _, text := range []string{"a=a", "b=b", "c=c"} { // the first makes the file, the next keeps it
				if err := l.set(ledgerLine{iface: text[:1], text: text}); err != nil {
					t.Fatal(err)
				}
			}
			store := l.store.(*folder)
			if store.find(fileState) == nil {
				t.Fatal("it isn't kept")
			}
			if err := happens(store.path(fileState)); err != nil {
				t.Fatal(err)
			}
			if err := l.set(ledgerLine{iface: "d", text: "d=d"}); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(store.path(fileState)); err != nil || string(got) != "d=d\n" {
				t.Errorf("%q %v", got, err)
			}
			if old, err := os.ReadFile(store.path(fileState) + ".old"); err == nil && string(old) != "a=a\nb=b\nc=c\n" {
				t.Errorf("the one that was moved: %q", old)
			}
		})
	}
}

// The text of a record is what it was told, whatever was there before: less, more, as
// much, pages of it, and whether it was read or not.
func TestRecordText(t *testing.T) {
	s := Folder(t.TempDir())
	long := strings.Repeat("address 10.0.0.1/24 eth1\n", 300)
	for _, c := range []struct {
		read, note, want string
		add              []string
	}{
		{"", "eth1\nmade\n", "eth1\nmade\naddress x\n", []string{"address x\n"}},
		{"eth1\nmade\naddress x\n", "\n", "\n", nil},
		{"\n", "eth1\n", "eth1\na\nb\n", []string{"a\n", "b\n"}},
		{unread, "eth2\nmade\n", "eth2\nmade\n", nil},
		{unread, "", "c\n", []string{"c\n"}},
		{"c\n", "d\n", "d\n" + long, []string{long}},
		{"d\n" + long, "e\n" + long, "e\n" + long, nil},
		{"e\n" + long, "f\n", "f\n", nil},
		{"f\n", long, long, nil},
	} {
		lock, err := s.Lock(filePrefix + "eth1")
		if err != nil {
			t.Fatal(err)
		}
		if c.read == unread {
		} else if text, err := lock.Text(); err != nil || text != c.read {
			t.Errorf("read %q %v, want %q", text, err, c.read)
		}
		err = lock.Note(c.note)
		for _, text := range c.add {
			err = firstError(err, lock.Append(text))
		}
		lock.Unlock()
		if text, failed := s.Read(filePrefix + "eth1"); err != nil || failed != nil || string(text) != c.want {
			t.Errorf("%q %v %v, want %q", text, err, failed, c.want)
		}
	}
}

// unread stands for a record that isn't read before it is written.
const unread = "?"

// Who dies while a shorter text is written over a longer one leaves the shorter, and blank
// lines that are passed over.
func TestRecordWithBlankLines(t *testing.T) {
	s := Folder(t.TempDir())
	take(t, s, filePrefix+"eth1")
	for text, want := range map[string]record{
		"eth1\nmade\nmtu eth1 1500\n\n\n\n": {iface: "eth1", logical: "eth1", known: true, lines: []line{{"mtu eth1", "1500"}}},
		"\n\n\n\n\n\n\n\n":                  {iface: "eth1"},
	} {
		if err := os.WriteFile(s.(*folder).path(filePrefix+"eth1"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		lock, err := s.Lock(filePrefix + "eth1")
		if err != nil {
			t.Fatal(err)
		}
		c := &command{store: s}
		if err := c.openRecord("eth1", lock); err != nil {
			t.Error(err)
		}
		lock.Unlock()
		c.made.lock = nil
		if diff := cmp.Diff(want, c.made, cmp.AllowUnexported(record{}, line{})); diff != "" {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
	}
}

// A setting that stays open is that of the device that has the name now.
func TestKeptSetting(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	const path = "/proc/sys/net/ipv4/conf/v0/" + promotion
	world := System()
	check := func(want string) {
		t.Helper()
		read, _ := world.Open(path)
		var text [8]byte
		n := 0
		if read != nil {
			n, _ = read.Read(text[:])
			read.Close()
		}
		really := strings.TrimSpace(lab.Sh("cat " + path + " 2>/dev/null || true"))
		if got := strings.TrimSpace(string(text[:n])); got != want || really != want {
			t.Errorf("%q is read of %q, want %q", got, really, want)
		}
	}
	write := func(text string, ok bool) {
		t.Helper()
		if err := world.WriteFile(path, text); (err == nil) != ok {
			t.Errorf("%q is written: %v", text, err)
		}
	}
	lab.Sh("ip link add v0 type veth peer name p0")
	for range 2 {
		for _, text := range []string{"1", "0", "1", "0", "1"} {
			write(text, true)
			check(text)
		}
		write("x", false)
		check("1")
		lab.Sh("ip link del v0")
		write("1", false)
		check("")
		lab.Sh("ip link add v0 type veth peer name p0")
		check("0")
	}
	for _, text := range []string{"1", "0", "1"} {
		write(text, true)
	}
	lab.Sh("ip link set v0 name w0; ip link add v0 type veth peer name p1")
	check("0")
	write("1", true)
	write("0", true)
	check("0")
	if other := lab.Sh("cat /proc/sys/net/ipv4/conf/w0/" + promotion); strings.TrimSpace(other) != "1" {
		t.Errorf("the one that was renamed has %q", other)
	}
}
