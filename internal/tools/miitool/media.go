package miitool

import (
	"strings"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
)

// Registers of IEEE 802.3 clause 22, by their numbers.
const (
	regControl = iota
	regStatus
	regID1
	regID2
	regAdvertised
	regPartner
	regExpansion
	regGigabit        = 9
	regGigabitPartner = 10

	registers = 32
)

// Bits of the control register.
const (
	controlReset     = 0x8000
	controlLoopback  = 0x4000
	control100       = 0x2000
	controlNegotiate = 0x1000
	controlIsolate   = 0x0400
	controlRestart   = 0x0200
	controlFull      = 0x0100
	controlCollision = 0x0080
)

// Bits of the status register. The abilities are from statusAbilities on.
const (
	statusAbilities  = 6
	statusNegotiated = 0x0020
	statusFault      = 0x0010
	statusLink       = 0x0004
)

// Bits of the registers of what is advertised and of the partner.
const (
	abilityT4     = 0x0200
	abilityTxFull = 0x0100
	abilityTxHalf = 0x0080
	ability10Full = 0x0040
	ability10Half = 0x0020
	abilityFlow   = 0x0400
	abilityACK    = 0x4000 // the partner has negotiated
	abilitySelect = 0x0001 // that it is about IEEE 802.3

	abilities = abilityT4 | abilityTxFull | abilityTxHalf | ability10Full | ability10Half | abilityFlow
	fast      = abilityTxFull | abilityTxHalf // 100 Mbit
	full      = abilityTxFull | ability10Full
)

// Bits of the register of gigabit abilities; the partner's are two higher.
const (
	gigabitHalf = 0x0100
	gigabitFull = 0x0200

	gigabit        = gigabitHalf | gigabitFull
	gigabitPartner = 2
)

// medium is a way to use the wire.
type medium struct {
	name    string
	bits    uint16 // of the register of abilities
	gigabit uint16 // of that of gigabit abilities
	alone   bool   // one way, not two: listings have it
}

// media are in the order of listings, in which the best comes first but for the
// first two.
var media = [...]medium{
	{"1000baseT-HD", 0, gigabitHalf, true},
	{"1000baseT-FD", 0, gigabitFull, true},
	{"100baseT4", abilityT4, 0, true},
	{"100baseTx-FD", abilityTxFull, 0, true},
	{"100baseTx-HD", abilityTxHalf, 0, true},
	{"10baseT-FD", ability10Full, 0, true},
	{"10baseT-HD", ability10Half, 0, true},
	{"1000baseT", 0, gigabit, false},
	{"100baseTx", fast, 0, false},
	{"10baseT", ability10Full | ability10Half, 0, false},
}

// parseMedia returns the bits of a list of media, or of a number in hexadecimal.
// Gigabit media are known and have none: this register can't ask for them.
func parseMedia(list string) (uint16, error) {
	if v, rest := cnum.StrtoulBase(list, 16); rest == "" && list != "" {
		if v == 0 || v&^abilities != 0 {
			return 0, invalid(list)
		}
		return uint16(v), nil
	}
	words := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
	if len(words) == 0 {
		return 0, invalid(list)
	}
	var bits uint16
	for _, word := range words {
		m := mediumOf(word)
		if m == nil {
			return 0, invalid(firstWord(list))
		}
		bits |= m.bits
	}
	return bits, nil
}

// firstWord is the list up to the end of its first word.
func firstWord(list string) string {
	start := len(list) - len(strings.TrimLeft(list, ", "))
	if end := strings.IndexAny(list[start:], ", "); end >= 0 {
		return list[:start+end]
	}
	return list
}

func mediumOf(word string) *medium {
	for i := range media {
		if strings.EqualFold(media[i].name, word) {
			return &media[i]
		}
	}
	return nil
}

func invalid(list string) error {
	return frame.Failed("Invalid media specification '" + list + "'.")
}

// names are the media that bits stand for, flow control behind them; with best the
// first alone, and behind a gigabit medium always flow control.
func names(bits, gigabits int, best bool) (list []string) {
	flow := bits&abilityFlow != 0
	for i := range media {
		m := &media[i]
		if !m.alone || bits&int(m.bits) == 0 && gigabits&int(m.gigabit) == 0 {
			continue
		}
		list = append(list, m.name)
		if best {
			flow = flow || m.gigabit != 0
			break
		}
	}
	if flow {
		list = append(list, "flow-control")
	}
	return list
}
