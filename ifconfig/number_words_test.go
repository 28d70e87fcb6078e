package ifconfig

import (
	"fmt"
	"testing"
)

// number is a text with what each of C's readers makes of it.
type number struct {
	text          string
	atoi, strtoul int32
	irq           uint8  // atoi, 8 bits
	port          uint16 // strtoul, 16 bits
	start         string // strtoul, 64 bits
}

func numbers() []number {
	return []number{
		{"1400", 1400, 1400, 120, 1400, "1400"},
		{"1400abc", 1400, 1400, 120, 1400, "1400"},
		{"~1400", 1400, 1400, 120, 1400, "1400"},
		{"+7", 7, 7, 7, 7, "7"},
		{"0x578", 0, 1400, 0, 1400, "1400"},
		{"0x", 0, 0, 0, 0, "0"},
		{"010", 10, 8, 10, 8, "8"},
		{"09", 9, 0, 9, 0, "0"},
		{"abc", 0, 0, 0, 0, "0"},
		{"''", 0, 0, 0, 0, "0"},
		{"-5", -5, -5, 251, 65531, "18446744073709551611"},
		{"300", 300, 300, 44, 300, "300"},
		{"0x10300", 0, 66304, 0, 768, "66304"},
		{"4294967296", 0, 0, 0, 0, "4294967296"},
		{"99999999999", 1215752191, 1215752191, 255, 59391, "99999999999"},
		{"99999999999999999999", -1, -1, 255, 65535, "18446744073709551615"},
	}
}

// Every word with a number reads it in its own way, and says nothing about what
// isn't one.
func TestNumbers(t *testing.T) {
	const bus = "SIOCSIFMAP eth0 {MemStart:%s MemEnd:0 BaseAddr:%d IRQ:%d DMA:0 Port:0}"
	for _, n := range numbers() {
		for args, log := range map[string]string{
			"eth0 mtu ":        fmt.Sprintf("SIOCSIFMTU eth0 %d", n.atoi),
			"eth0 keepalive ":  fmt.Sprintf("SIOCSKEEPALIVE eth0 %d", n.atoi),
			"eth0 outfill ":    fmt.Sprintf("SIOCSOUTFILL eth0 %d", n.atoi),
			"eth0 txqueuelen ": fmt.Sprintf("SIOCSIFTXQLEN eth0 %d", n.strtoul),
			"eth0 irq ":        fmt.Sprintf(bus, "0", 0, n.irq),
			"eth0 io_addr ":    fmt.Sprintf(bus, "0", n.port, 0),
			"eth0 mem_start ":  fmt.Sprintf(bus, n.start, 0, 0),
		} {
			play(t, oneCard, []session{{args: args + n.text, log: log}})
		}
		play(t, oneCard, []session{{args: "eth0 metric " + n.text, log: fmt.Sprintf("SIOCSIFMETRIC eth0 %d", n.atoi),
			says: "SIOCSIFMETRIC: Operation not supported\n", exit: 1}})
	}
}

// A number is the next word, whatever it is: a keyword, an option.
func TestNumberIsTheNextWord(t *testing.T) {
	play(t, oneCard, []session{
		{args: "eth0 mtu up", log: "SIOCSIFMTU eth0 0"},
		{args: "eth0 mtu mtu 1400", log: lines("SIOCSIFMTU eth0 0", "SIOCSIFADDR eth0 0.0.5.120", up)},
		{args: "eth0 txqueuelen -a", log: "SIOCSIFTXQLEN eth0 0"},
		{args: "eth0 irq ''", log: "SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:0 IRQ:0 DMA:0 Port:0}"},
	})
}
