// Command rarp changes the kernel's RARP table, which Linux lost long ago, as
// net-tools' rarp does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/rarp"
)

func main() {
	host.QuietQuit()
	os.Exit(rarp.Main(rarp.System(), os.Args))
}
