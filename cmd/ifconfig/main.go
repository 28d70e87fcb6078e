// Command ifconfig shows and configures network interfaces, as net-tools'
// ifconfig does.
package main

import (
	"os"

	"classicnet/ifconfig"
	"classicnet/internal/host"
)

func main() {
	host.QuietQuit()
	os.Exit(ifconfig.Main(ifconfig.System(), os.Args))
}
