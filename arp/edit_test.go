package arp

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

const mac = " 02:aa:00:00:00:05"

func TestSet(t *testing.T) {
	const entry = "SIOCSARP 10.0.0.5 flags=0x6 hw=1:02aa00000005\n"
	for line, want := range map[string]result{
		"-s 10.0.0.5" + mac:                       {Calls: entry},
		"-s printer" + mac:                        {Calls: strings.Replace(entry, "0.5", "0.2", 1)},
		"-vs 10.0.0.5" + mac:                      {Calls: entry, Stderr: "arp: SIOCSARP()\n"},
		"--set 10.5" + mac:                        {Calls: entry},
		"-i v1 -s 10.0.0.5" + mac:                 {Calls: strings.Replace(entry, "\n", " dev=v1\n", 1)},
		"-i v1 -s 10.0.0.5" + mac + " dev v0":     {Calls: strings.Replace(entry, "\n", " dev=v0\n", 1)},
		"-i a-name-that-is-cut -s 10.0.0.5" + mac: {Calls: strings.Replace(entry, "\n", " dev=a-name-that-is-\n", 1)},
		"-s 10.0.0.5 02aa00000005":                {Calls: entry},
		"-s 10.0.0.5 2:aa:0:0:0:5":                {Calls: entry},
		"-s 10.0.0.5 2:aa":                        {Calls: "SIOCSARP 10.0.0.5 flags=0x6 hw=1:02aa\n"},
		"-H eui64 -s 10.0.0.5 2:3:4:5:6:7:8:9":    {Calls: "SIOCSARP 10.0.0.5 flags=0x6 hw=27:0203040506070809\n"},
		"-H ax25 -s 10.0.0.5 AB1CD-3":             {Calls: "SIOCSARP 10.0.0.5 flags=0x6 hw=3:82846286884006\n"},
		"-s":                                      {Stderr: "arp: need host name\n", Status: 255},
		"-s 10.0.0.5":                             {Stderr: "arp: need hardware address\n", Status: 255},
		"-s 10.0.0.5 zz":                          {Stderr: "arp: invalid hardware address\n", Status: 255},
		"-s nohost" + mac:                         {Stderr: "nohost: Unknown host\n", Status: 255},
		"-s" + mac + " 10.0.0.5":                  {Stderr: "02:aa:00:00:00:05: Unknown host\n", Status: 255},
		"-H ash -s 10.0.0.5 16":                   {Stderr: "arp: ash: hardware type without address syntax.\n", Status: 255},
		"-H ax25 -s 10.0.0.5 AB_1":                {Stderr: "arp: invalid hardware address\n", Status: 255},
	} {
		if diff := cmp.Diff(want, runLine(line).reasoned(want)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
}

func TestWords(t *testing.T) {
	for words, want := range map[string]string{
		"temp":                    "flags=0x2",
		"pub":                     "flags=0xe",
		"pub temp":                "flags=0xa",
		"pub priv":                "flags=0x6",
		"priv pub":                "flags=0xe",
		"trail":                   "flags=0x16",
		"dontpub":                 "flags=0x46",
		"auto":                    "flags=0x86",
		"dev v0":                  "flags=0x6 dev=v0",
		"dev v0 dev v1":           "flags=0x6 dev=v1",
		"dev dev":                 "flags=0x6 dev=dev",
		"netmask 255.255.255.255": "flags=0x6",
		"netmask 255.255.0.0":     "flags=0x26 mask=255.255.0.0",
		"pub netmask 255.255.0.0": "flags=0x2e mask=255.255.0.0",
		"netmask 255.0.0.0 netmask 255.255.255.255": "flags=0x26 mask=255.0.0.0",
	} {
		got := runLine("-s 10.0.0.5 0 " + words)
		flags, rest, _ := strings.Cut(want, " ")
		want := strings.TrimRight("SIOCSARP 10.0.0.5 "+flags+" hw=1: "+rest, " ") + "\n"
		if diff := cmp.Diff(result{Calls: want}, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", words, diff)
		}
	}
}

// Wrong words end the command before anything is sent, whichever of its modes.
func TestWrongWords(t *testing.T) {
	for _, start := range []string{"-s 10.0.0.5" + mac, "-d 10.0.0.5"} {
		for _, words := range []string{"junk", "dev", "netmask", "pub junk", "PUB", "temp dev"} {
			want := result{Stderr: misuse, Status: 3}
			if diff := cmp.Diff(want, runLine(start+" "+words).reasoned(want)); diff != "" {
				t.Errorf("arp %s %s (-want +got)\n%s", start, words, diff)
			}
		}
		want := result{Stderr: "foo: Unknown host\n", Status: 255}
		if diff := cmp.Diff(want, runLine(start+" netmask foo junk")); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

func TestSetWithTheAddressOfAnInterface(t *testing.T) {
	const got, sent = "SIOCGIFHWADDR v0\n", "SIOCSARP 10.0.0.9 flags=0xe hw=1:020000000001\n"
	for line, want := range map[string]result{
		"-Ds 10.0.0.9 v0 pub":            {Calls: got + sent},
		"-D -H ether -s 10.0.0.9 v0 pub": {Calls: got + sent},
		"-v -Ds 10.0.0.9 v0 pub":         {Calls: got + sent, Stderr: "arp: device `v0' has HW address ether `02:00:00:00:00:01'.\narp: SIOCSARP()\n"},
		"-Ds 10.0.0.9 lo":                {Calls: "SIOCGIFHWADDR lo\nSIOCSARP 10.0.0.9 flags=0x6 hw=772:\n"},
		"-vDs 10.0.0.9 lo":               {Calls: "SIOCGIFHWADDR lo\nSIOCSARP 10.0.0.9 flags=0x6 hw=772:\n", Stderr: "arp: device `lo' has HW address unspec `00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00'.\narp: SIOCSARP()\n"},
		"-Ds 10.0.0.9":                   {Stderr: "arp: need hardware address\n", Status: 255},
		"-Ds 10.0.0.9 nosuch":            {Calls: "SIOCGIFHWADDR nosuch\n", Stderr: "arp: cant get HW-Address for `nosuch': No such device.\n", Status: 255},
		"-H ether -Ds 10.0.0.9 lo":       {Calls: "SIOCGIFHWADDR lo\n", Stderr: "arp: protocol type mismatch.\n", Status: 255},
		"-H ax25 -Ds 10.0.0.9 v0":        {Calls: got, Stderr: "arp: protocol type mismatch.\n", Status: 255},
		"-Ds 10.0.0.9 v0 junk":           {Calls: got, Stderr: misuse, Status: 3},
	} {
		if diff := cmp.Diff(want, runLine(line).reasoned(want)); diff != "" {
			t.Errorf("arp %s (-want +got)\n%s", line, diff)
		}
	}
}

func TestDelete(t *testing.T) {
	const private, published = "SIOCDARP 10.0.0.6 flags=0x4\n", "SIOCDARP 10.0.0.6 flags=0xc\n"
	type refusals = map[string]unix.Errno // of requests
	missing := result{Stdout: "No ARP entry for 10.0.0.6\n", Status: 255}
	with := func(r result, calls, stderr string) result {
		r.Calls, r.Stderr = calls, stderr
		return r
	}
	for _, c := range []struct {
		line    string
		refused refusals
		want    result
	}{
		{"-d 10.0.0.6", nil, result{Calls: private}},
		{"-d 10.0.0.6", refusals{private: unix.ENXIO}, result{Calls: private + published}},
		{"-d 10.0.0.6", refusals{private: unix.ENOENT, published: unix.ENXIO}, with(missing, private+published, "")},
		{"-d 10.0.0.6 pub", refusals{published: unix.ENOENT}, with(missing, published, "")},
		{"-d 10.0.0.6 priv", refusals{private: unix.ENXIO}, with(missing, private, "")},
		{"-d 10.0.0.6 priv pub", refusals{private: unix.ENXIO}, result{Calls: private + published}},
		{"-d 10.0.0.6 pub priv", refusals{private: unix.ENXIO, published: unix.ENOENT}, with(missing, private+published, "")},
		{"-d 10.0.0.6", refusals{private: unix.ENETUNREACH}, result{Calls: private, Stderr: "SIOCDARP(dontpub): Network is unreachable\n", Status: 255}},
		{"-d 10.0.0.6 pub", refusals{published: unix.EPERM}, result{Calls: published, Stderr: "SIOCDARP(pub): Operation not permitted\n", Status: 255}},
		{"-d 10.0.0.6 temp", nil, result{Calls: "SIOCDARP 10.0.0.6 flags=0x0\n"}},
		{"-d 10.0.0.6 trail dontpub", nil, result{Calls: "SIOCDARP 10.0.0.6 flags=0x54\n"}},
		{"-d 10.0.0.6 netmask 255.255.255.0", nil, result{Calls: "SIOCDARP 10.0.0.6 flags=0x24 mask=255.255.255.0\n"}},
		{"-i v0 -d 10.0.0.6", nil, result{Calls: "SIOCDARP 10.0.0.6 flags=0x4 dev=v0\n"}},
		{"-i v0 -d 10.0.0.6 pub dev v1", nil, result{Calls: "SIOCDARP 10.0.0.6 flags=0xc dev=v1\n"}},
		{"-H ax25 -d 10.0.0.6", nil, result{Calls: "SIOCDARP 10.0.0.6 flags=0x4 hw=3:\n"}},
		{"-vd 10.0.0.6 temp dev v0", refusals{"SIOCDARP 10.0.0.6 flags=0x0": unix.ENXIO}, result{
			Calls:  "SIOCDARP 10.0.0.6 flags=0x0 dev=v0\nSIOCDARP 10.0.0.6 flags=0x8 dev=v0\n",
			Stderr: "args=temp\nargs=dev\narp: SIOCDARP(dontpub)\narp: SIOCDARP(pub)\n",
		}},
		{"-d", nil, result{Stderr: "arp: need host name\n", Status: 255}},
		{"-d nohost", nil, result{Stderr: "nohost: Unknown host\n", Status: 255}},
		{"-d absent", refusals{"SIOCDARP 10.0.0.77 flags=0x4": unix.ENXIO, "SIOCDARP 10.0.0.77 flags=0xc": unix.ENOENT}, result{
			Stdout: "No ARP entry for absent\n", Status: 255,
			Calls: "SIOCDARP 10.0.0.77 flags=0x4\nSIOCDARP 10.0.0.77 flags=0xc\n",
		}},
	} {
		w := newWorld()
		for request, errno := range c.refused {
			w.kernel.Fail(strings.TrimSuffix(request, "\n"), errno)
		}
		if diff := cmp.Diff(c.want, w.runWords(c.line)); diff != "" {
			t.Errorf("arp %s with %v (-want +got)\n%s", c.line, c.refused, diff)
		}
	}
}

func TestRefusedSet(t *testing.T) {
	for errno, text := range map[unix.Errno]string{
		unix.ENETUNREACH: "Network is unreachable",
		unix.EPERM:       "Operation not permitted",
		unix.EINVAL:      "Invalid argument",
		unix.ENODEV:      "No such device",
	} {
		w := newWorld()
		w.kernel.Fail("SIOCSARP", errno)
		got := w.runWords("-s 172.16.0.1" + mac)
		if got.Stderr != "SIOCSARP: "+text+"\n" || got.Status != 255 {
			t.Errorf("%v", got)
		}
	}
}
