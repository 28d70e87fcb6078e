package ifconfig

import (
	"cmp"
	"strings"

	"classicnet/internal/cnum"
)

// CompareNames orders interface names as listings do: eth2 before eth10, each
// alias after its device, eth0:2 before eth0:10. It is a total order; names
// that differ never compare equal.
func CompareNames(a, b string) int {
	nameA, aliasA := splitAlias(a)
	nameB, aliasB := splitAlias(b)
	stemA, numberA := splitNumber(nameA)
	stemB, numberB := splitNumber(nameB)
	shorter := min(len(stemA), len(stemB))
	return cmp.Or(
		cmp.Compare(stemA[:shorter], stemB[:shorter]),
		cmp.Compare(len(stemA), len(stemB)),
		cmp.Compare(cnum.Atoi(numberA), cnum.Atoi(numberB)),
		cmp.Compare(nameA, nameB),
		cmp.Compare(aliasNumber(aliasA), aliasNumber(aliasB)),
		cmp.Compare(aliasA, aliasB),
	)
}

// splitAlias cuts a numeric label off: ":2" of "eth0:2". Another label stays
// part of the name, as it did in net-tools.
func splitAlias(name string) (rest, alias string) {
	i := strings.LastIndexByte(name, ':')
	if i < 0 || i+1 == len(name) || digitsAt(name) != i+1 {
		return name, ""
	}
	return name[:i], name[i+1:]
}

// aliasNumber is -1 for a device, so that it comes before its aliases.
func aliasNumber(alias string) int32 {
	if alias == "" {
		return -1
	}
	return cnum.Atoi(alias)
}

func splitNumber(name string) (stem, number string) {
	i := digitsAt(name)
	return name[:i], name[i:]
}

// digitsAt is where the digits at a name's end start.
func digitsAt(name string) int {
	return len(strings.TrimRight(name, "0123456789"))
}
