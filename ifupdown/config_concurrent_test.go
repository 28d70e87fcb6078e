package ifupdown

import (
	"strings"
	"sync"
	"testing"
)

// What a Config is asked changes nothing of it, so that all get the same answers at once.
func TestConfigIsAskedAtOnce(t *testing.T) {
	config, err := Read(strings.NewReader("auto a\niface a inet static\naddress 10.0.0.1/8\naddress 10.0.0.2/8\nmtu 1400\nup x\n"+
		"mapping b\nscript y\n"), "f", Files{})
	if err != nil {
		t.Fatal(err)
	}
	answers := func() (text []byte) {
		for _, i := range config.Stanzas("a") {
			text = i.Effective("a:1", []Option{{Name: "mtu", Value: "1300"}}).Append(text)
			text = i.Effective("a", nil).Append(text)
		}
		if len(config.Class("auto")) != 1 || !config.Known("a") || !config.Mapped("b") {
			text = append(text, "none"...)
		}
		return text
	}
	want := string(answers())
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 100 {
				if got := string(answers()); got != want {
					t.Error(got)
				}
			}
		})
	}
	all.Wait()
}
