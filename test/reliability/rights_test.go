package reliability

import (
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

// nobody is a user without rights.
const nobody = 65534

// Without rights everything can be read and nothing be changed.
func TestUnprivileged(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.OtherUser)
	lab := town(t)
	before := lab.State()
	for _, line := range []string{"ifconfig", "ifconfig -a", "ifconfig -s", "ifconfig eth1:0", "ifconfig --json", "route", "route -n", "route -A inet6"} {
		words := strings.Fields(line)
		check(t, line, lab.Run(words...), lab.Do(netlab.Command{Args: words, UID: nobody}))
	}
	const denied = ": Operation not permitted\n"
	for line, want := range map[string]netlab.Result{
		"ifconfig eth1 10.0.0.1":            {Stderr: "SIOCSIFADDR" + denied + "SIOCSIFFLAGS" + denied, Exit: "255"},
		"ifconfig eth1 up":                  {Stderr: "SIOCSIFFLAGS" + denied, Exit: "255"},
		"ifconfig eth1 netmask 255.0.0.0":   {Stderr: "SIOCSIFNETMASK" + denied, Exit: "1"},
		"ifconfig eth1 broadcast 10.0.0.9":  {Stderr: "SIOCSIFBRDADDR" + denied + "SIOCSIFFLAGS" + denied, Exit: "255"},
		"ifconfig eth1 mtu 1400":            {Stderr: "SIOCSIFMTU" + denied, Exit: "1"},
		"ifconfig eth1 txqueuelen 5":        {Stderr: "SIOCSIFTXQLEN" + denied, Exit: "1"},
		"ifconfig eth1 hw ether 020000":     {Stderr: "SIOCSIFHWADDR" + denied, Exit: "1"},
		"ifconfig eth1 add fd00::1":         {Stderr: "SIOCSIFADDR" + denied, Exit: "1"},
		"ifconfig eth1 name eth5":           {Stderr: "SIOCSIFNAME" + denied, Exit: "1"},
		"route add default gw 10.0.0.9":     {Stderr: "SIOCADDRT" + denied, Exit: "7"},
		"route del default":                 {Stderr: "SIOCDELRT" + denied, Exit: "7"},
		"route -A inet6 add fd01::/64 lo":   {Stderr: "SIOCADDRT" + denied, Exit: "7"},
		"route -A inet6 del fd01::/64 lo":   {Stderr: "SIOCDELRT" + denied, Exit: "7"},
		"ifconfig eth1:0 down":              {Stderr: "SIOCSIFFLAGS" + denied, Exit: "255"},
		"ifconfig eth1 irq 5":               {Stderr: "irq: SIOCSIFMAP" + denied, Exit: "1"},
		"ifconfig eth1 pointopoint 9.9.9.9": {Stderr: "SIOCSIFDSTADDR" + denied + "SIOCSIFFLAGS" + denied, Exit: "255"},
	} {
		check(t, line, want, lab.Do(netlab.Command{Args: strings.Fields(line), UID: nobody}))
	}
	if after := lab.State(); after != before {
		t.Errorf("changed:\n%s\n%s", before, after)
	}
}

// netAdmin is the file capability cap_net_admin+ep as the attribute
// security.capability has it (VFS_CAP_REVISION_2, capabilities(7)).
func netAdmin() []byte {
	const revision2, effective = 0x02000000, 1
	b := make([]byte, 20)
	binary.LittleEndian.PutUint32(b, revision2|effective)
	binary.LittleEndian.PutUint32(b[4:], 1<<unix.CAP_NET_ADMIN)
	return b
}

// capabilityVar tells the test binary that it is to give a file a capability.
const capabilityVar = "CLASSICNET_CAPABILITY"

// giveCapability gives the file of this path cap_net_admin.
func giveCapability(path string) int {
	if err := unix.Setxattr(path, "security.capability", netAdmin(), 0); err != nil {
		println(err.Error())
		return 1
	}
	return 0
}

// With the capability on its file a tool changes what it is told to, whoever
// runs it.
func TestFileCapability(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Root, netlab.OtherUser)
	lab := town(t)
	lab.Sh("cp $(command -v ifconfig) $(command -v route) $WORK")
	for _, tool := range []string{"ifconfig", "route"} {
		got := lab.Do(netlab.Command{Args: []string{self(t)}, Env: []string{capabilityVar + "=" + filepath.Join(lab.Work(), tool)}})
		check(t, "capability", netlab.Result{Exit: "0"}, got)
	}
	for _, line := range []string{"ifconfig eth1:1 10.1.0.1 netmask 255.255.0.0", "ifconfig eth1 mtu 1400", "route add -net 10.2.0.0/16 dev eth1"} {
		words := strings.Fields(line)
		words[0] = filepath.Join(lab.Work(), words[0])
		check(t, line, netlab.Result{Exit: "0"}, lab.Do(netlab.Command{Args: words, UID: nobody}))
	}
	now := lab.Run("ifconfig", "eth1").Stdout + lab.Run("ifconfig", "eth1:1").Stdout + lab.Run("route", "-n").Stdout
	for _, want := range []string{"inet addr:10.1.0.1  Bcast:10.1.255.255  Mask:255.255.0.0", "MTU:1400", "\n10.2.0.0 "} {
		if !strings.Contains(now, want) {
			t.Errorf("no %s in\n%s", want, now)
		}
	}
}
