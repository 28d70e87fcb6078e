package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What only another kernel has in its state is left out, and nothing else.
func TestOfTranscripts(t *testing.T) {
	const (
		links = "link lo loopback <LOOPBACK,UP>\n  inet 127.0.0.1/8 scope host label lo\n" +
			"link eth0 ether <UP>\n" +
			"  inet 10.0.0.5/8 broadcast 10.255.255.255 scope global label eth0\n" +
			"  inet 10.1.2.3/16 broadcast 10.1.0.0 scope global label eth0:1\n" +
			"  inet 192.168.1.9/24 peer 192.168.7.1 scope global label eth0:2\n"
		made = "route local broadcast 10.0.0.0 dev eth0 protocol kernel scope link prefsrc 10.0.0.5\n" +
			"route local broadcast 127.0.0.0 dev lo protocol kernel scope link prefsrc 127.0.0.1\n" +
			"route local broadcast 192.168.7.0 dev eth0 protocol kernel scope link prefsrc 192.168.1.9\n"
		others = "route main unicast 10.0.0.0/8 dev eth0 protocol kernel scope link prefsrc 10.0.0.5\n" +
			"route local local 10.0.0.5 dev eth0 protocol kernel scope host prefsrc 10.0.0.5\n" +
			"route local broadcast 10.255.255.255 dev eth0 protocol kernel scope link prefsrc 10.0.0.5\n" +
			"route local broadcast 10.1.0.0 dev eth0 protocol kernel scope link prefsrc 10.1.2.3\n" + // the address has it
			"route local broadcast 10.0.0.0 dev eth1 protocol kernel scope link prefsrc 10.0.0.5\n" + // another link's
			"route local broadcast 10.0.0.0 dev eth0 protocol kernel scope link prefsrc 10.0.0.6\n" + // another address's
			"route local broadcast 172.16.0.0 dev eth0 protocol kernel scope link prefsrc 10.0.0.5\n" + // another network's
			"route main broadcast 10.0.0.0 dev eth0 protocol kernel scope link prefsrc 10.0.0.5\n"
	)
	if diff := cmp.Diff(links+others, ofTranscripts(links+made+others)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// No recorded state has what other kernels have: nothing that the transcripts hold
// goes uncompared.
func TestRecordedStatesAreWhole(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/golden*/expect/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range ParseResults(data) {
			if strings.HasSuffix(name, ".state") && ofTranscripts(text) != text {
				t.Errorf("%s: %s:\n%s", file, name, text)
			}
		}
	}
}
