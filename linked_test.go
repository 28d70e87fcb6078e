package classicnet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// mains are the programs that a machine runs.
var mains = []string{"ifconfig", "route", "netstat", "arp", "classicnet"}

// TestNothingHeavyIsLinked: these packages cost hundreds of kilobytes, or
// start-up time, and one import somewhere brings them in.
func TestNothingHeavyIsLinked(t *testing.T) {
	banned := []string{"text/template", "html/template", "regexp", "encoding/json", "encoding/xml", "log", "testing", "net/http", "os/exec", "os/user"}
	for _, name := range mains {
		out, err := exec.Command("go", "list", "-deps", "./cmd/"+name).Output()
		if err != nil {
			t.Fatal(err)
		}
		deps := strings.Fields(string(out))
		for _, b := range banned {
			if slices.Contains(deps, b) {
				t.Errorf("%s links %s", name, b)
			}
		}
	}
}

// TestNoStartUpCode: a package-level map or computed variable of ours runs at
// every start. The runtime tells which packages have such code.
func TestNoStartUpCode(t *testing.T) {
	dir := netlab.Tools(t, mains...)
	for _, name := range mains {
		c := exec.Command(filepath.Join(dir, name), "--version")
		c.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		said, _ := c.CombinedOutput() // the version's own status doesn't matter
		if !strings.Contains(string(said), "init runtime ") {
			t.Fatalf("%s: no trace: %s", name, said)
		}
		for line := range strings.Lines(string(said)) {
			if strings.HasPrefix(line, "init classicnet/") {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// TestDeadCodeIsLeftOut: with reflect's Method or MethodByName in the program
// the linker would keep every exported method of every type. With os.FileInfo or
// context.Context in it, or with a timer that has a channel, which lead to time.Time's
// methods, it would keep the layouts of times and the time zones; the one file has the
// zones for mii-tool's clock. fmt and the calls of package reflect are
// a tenth of a small tool's file, and nothing needs them: go-flags does to read tags
// and to store values, which it isn't asked for.
func TestDeadCodeIsLeftOut(t *testing.T) {
	unused := []string{
		"classicnet/ioctl.(*Conn).ARP", "reflect.Value.Method", "reflect.Value.MethodByName",
		"reflect.Value.Call", "fmt.(*pp).doPrintf", "time.Time.appendFormat",
	}
	const zones = "time.LoadLocationFromTZData"
	for _, name := range mains {
		symbols := symbolsOf(t, name)
		has := func(symbol string) bool { return strings.Contains(symbols, " "+symbol+"\n") }
		for _, symbol := range unused {
			if has(symbol) {
				t.Errorf("%s is in %s", symbol, name)
			}
		}
		if has(zones) && name != "classicnet" {
			t.Errorf("%s is in %s", zones, name)
		}
		if !has("classicnet/ioctl.(*Conn).Close") {
			t.Errorf("the symbols aren't those of %s", name)
		}
	}
}

// symbolsOf is what the linker put into a program, a line each.
func symbolsOf(t *testing.T, name string) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), name)
	build := exec.Command("go", "build", "-o", bin, "./cmd/"+name)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	symbols, err := exec.Command("go", "tool", "nm", bin).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(symbols)
}
