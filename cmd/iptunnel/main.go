// Command iptunnel lists, makes and changes tunnels of IP over IPv4, as net-tools'
// iptunnel does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/iptunnel"
)

func main() {
	host.QuietQuit()
	os.Exit(iptunnel.Main(iptunnel.System(), os.Args))
}
