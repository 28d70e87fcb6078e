package ifupdown_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"classicnet/ifupdown"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

const interfaces = `auto lo eth0
iface eth0 inet static
    address 192.168.1.10/24
    gateway 192.168.1.1
source interfaces.d/*
iface eth1 inet
mapping eth2
script: none
`

// A file becomes stanzas, and each word knows where it stands. ReadFile does it
// for a file of this machine.
func ExampleRead() {
	config, err := ifupdown.Read(strings.NewReader(interfaces), "/etc/network/interfaces", ifupdown.Files{})
	for _, word := range config.Class("auto") {
		fmt.Println("auto", word.Text, "at", word.Pos)
	}
	for _, i := range config.Interfaces {
		fmt.Println(i.Name, i.Family, i.Method, "at", i.Pos, i.Refused)
		for _, option := range i.Options {
			fmt.Println("  ", option.Pos.Line, option.Name, option.Value)
		}
	}
	if wrong := (*ifupdown.Error)(nil); errors.As(err, &wrong) {
		fmt.Println("line", wrong.Pos.Line, "has", wrong.Text)
	}
	// Output:
	// auto lo at /etc/network/interfaces:1:6
	// auto eth0 at /etc/network/interfaces:1:9
	// eth0 inet static at /etc/network/interfaces:2:7 <nil>
	//    3 address 192.168.1.10/24
	//    4 gateway 192.168.1.1
	// eth1 inet  at /etc/network/interfaces:6:7 /etc/network/interfaces:6:16: no method of inet and no inherits
	// line 8 has option outside of a stanza: script:
}

// What the method makes of the options is what ifquery shows.
func ExampleInterface_Effective() {
	config, _ := ifupdown.Read(strings.NewReader(interfaces), "interfaces", ifupdown.Files{})
	for _, i := range config.Stanzas("eth0") {
		fmt.Printf("%s", i.Effective("eth0", nil).Append(nil))
	}
	// Output:
	// address: 192.168.1.10
	// gateway: 192.168.1.1
	// broadcast: 192.168.1.255
	// netmask: 255.255.255.0
}

// Included files are taken from wherever Files has them.
func ExampleFiles() {
	files := ifupdown.Files{
		ReadDir: func(path string) ([]string, error) { return []string{"wan"}, nil },
		Open: func(path string) (io.ReadCloser, error) {
			if path != "/etc/network/interfaces.d/wan" {
				return nil, fs.ErrNotExist
			}
			return io.NopCloser(strings.NewReader("iface wan inet dhcp\nwan is no option\n")), nil
		},
	}
	config, err := ifupdown.Read(strings.NewReader(interfaces), "/etc/network/interfaces", files)
	for _, i := range config.Interfaces {
		fmt.Println(i.Name, i.Method, i.Pos)
	}
	fmt.Println(config.Warnings, err)
	// Output:
	// eth0 static /etc/network/interfaces:2:7
	// wan dhcp /etc/network/interfaces.d/wan:1:7
	// eth1  /etc/network/interfaces:6:7
	// [] /etc/network/interfaces:8:1: option outside of a stanza: script:
}

// An alias is brought up and down again, on a machine in memory. On a real one the
// Env is that of System.
func ExampleMain() {
	state, err := os.MkdirTemp("", "ifupdown")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(state)
	card := ioctltest.Ethernet("eth0", [6]byte{2, 0, 0, 0, 0, 1})
	card.Flags |= ioctl.FlagUp
	kernel := ioctltest.New(card)
	kernel.Files = map[string]string{"/etc/network/interfaces": "iface eth0:1 inet static\n  address 192.168.7.1/24\n"}
	env := &ifupdown.Env{
		Env:   tool.Env{Open: kernel.Open, Stderr: os.Stdout},
		Dial:  func(family int) (ifupdown.Kernel, error) { return kernel.Dial(family) },
		State: func(string) ifupdown.Store { return ifupdown.Folder(state) },
	}
	for _, command := range []string{"ifup", "ifdown"} {
		kernel.Forget()
		fmt.Println(command, ifupdown.Main(env, []string{command, "eth0:1"}))
		fmt.Print(kernel.Changes())
	}
	// Output:
	// ifup 0
	// SIOCSIFADDR eth0:1 192.168.7.1
	// SIOCSIFNETMASK eth0:1 255.255.255.0
	// SIOCSIFBRDADDR eth0:1 192.168.7.255
	// ifdown 0
	// SIOCSIFFLAGS eth0:1
}
