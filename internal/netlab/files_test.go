package netlab_test

import (
	"os"
	"testing"

	"classicnet/internal/netlab"
)

func TestEtc(t *testing.T) {
	t.Parallel()
	machine := readFile(t, "/etc/passwd")
	lab := netlab.New(t)
	expect := func(name, want string) {
		t.Helper()
		if got := lab.Sh("cat /etc/" + name); got != want {
			t.Errorf("/etc/%s: got %q, want %q", name, got, want)
		}
	}
	expect("hosts", "127.0.0.1\tlocalhost\n")
	expect("networks", "loopback\t127.0.0.0\n")
	expect("passwd", machine)
	lab.Etc("hosts", "10.0.0.1\tbox\n")
	lab.Etc("passwd", "root:x:0:0::/:\n")
	lab.Etc("no-such-file-before", "x")
	expect("hosts", "10.0.0.1\tbox\n")
	expect("passwd", "root:x:0:0::/:\n")
	expect("no-such-file-before", "x")
	lab.NoEtc("hosts")
	lab.Sh("! test -e /etc/hosts; ! test -L /etc/hosts")
	if now := readFile(t, "/etc/passwd"); now != machine {
		t.Error("the machine's own file was changed")
	}
	if _, err := os.Stat("/etc/no-such-file-before"); err == nil {
		t.Error("a file was made in the machine's own /etc")
	}
}

// A command that writes to a file or a folder that a lab has from the machine fails, and
// leaves it as it is; what configures the tools under test isn't there.
func TestEtcOfTheMachine(t *testing.T) {
	t.Parallel()
	lab := netlab.New(t)
	got := lab.Sh(`for f in $(find /etc/ -mindepth 1 -maxdepth 1 -type l ! -xtype l); do
	to=$(readlink -f $f)
	case $to in */etc-machine/*) ;; *) continue ;; esac
	if [ -d $f ]; then ! mkdir $f/netlab-was-here || echo $f; else ! touch -c $f || echo $f; fi 2>/dev/null
done
for f in classicnet network dhcp dhcpcd.conf udhcpc; do [ ! -e /etc/$f ] || echo $f; done`)
	if got != "" {
		t.Errorf("written to: %s", got)
	}
}

// Names are looked up in the lab's files and nowhere else.
func TestEtcNames(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "getent")
	lab := netlab.New(t)
	lab.Etc("hosts", "10.0.0.1\tbox.example.test box\n")
	lab.Etc("networks", "office\t192.168.1.0\n")
	want := "10.0.0.1        box.example.test box\noffice                192.168.1.0\n"
	if got := lab.Sh("getent hosts box; getent networks office"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := lab.Run("getent", "hosts", "example.org"); got.Exit != "2" {
		t.Errorf("example.org was looked up: %+v", got)
	}
}

func TestProc(t *testing.T) {
	t.Parallel()
	lab := netlab.New(t)
	lab.Proc(map[string]string{"net/dev": "prepared\n", "version": "1\n"})
	if got := lab.Sh("cat /proc/net/dev /proc/version; find /proc -type f | wc -l"); got != "prepared\n1\n2\n" {
		t.Errorf("got %q", got)
	}
	lab.Sh("umount /proc; grep -q lo: /proc/net/dev")
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
