package dialect

import "testing"

func TestChooseBeside(t *testing.T) {
	for _, c := range []struct{ option, environment, want string }{
		{"", "", "net-tools-2.10"},
		{"classic", "busybox", "net-tools-2.10"},
		{"", "classic", "net-tools-2.10"},
		{"", "busybox", "busybox"},
		{"ubuntu", "busybox", "ubuntu"},
		{"net-tools-1.60", "", "net-tools-1.60"},
	} {
		d, err := ChooseBeside(c.option, c.environment)
		if err != nil || d.Name != c.want {
			t.Errorf("%q, %q: %v, %v; want %s", c.option, c.environment, d, err, c.want)
		}
	}
	if _, err := ChooseBeside("list", ""); err != ErrList {
		t.Errorf("list: %v", err)
	}
	if d, err := ChooseBeside("nosuch", ""); d != nil || err == nil {
		t.Errorf("nosuch: %v, %v", d, err)
	}
}
