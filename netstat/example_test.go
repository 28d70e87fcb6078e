package netstat_test

import (
	"fmt"
	"strings"

	"classicnet/ioctl/ioctltest"
	"classicnet/netstat"
)

// A captured file of sockets as the command shows it. With System in place of an Env
// of one's own it is this machine.
func ExampleMain() {
	kernel := ioctltest.New()
	kernel.Files = map[string]string{"/proc/net/tcp": "sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode\n" +
		"0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1234\n"}
	var stdout strings.Builder
	env := new(netstat.Env)
	env.Stdout, env.Open = &stdout, kernel.Open
	status := netstat.Main(env, []string{"netstat", "-tln"})
	fmt.Println(status)
	for line := range strings.Lines(stdout.String()) {
		fmt.Println(strings.TrimSpace(line))
	}
	// Output:
	// 0
	// Active Internet connections (only servers)
	// Proto Recv-Q Send-Q Local Address           Foreign Address         State
	// tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN
}
