package ifupdown

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"classicnet/internal/netaddr"
)

// keyed is a step that makes something that ifdown removes, or removes it.
type keyed interface{ key() string }

func (s address) key() string      { return addressKey(s.Addr, s.Mask) }
func (s dropAddress) key() string  { return addressKey(s.Addr, s.Mask) }
func (s address6) key() string     { return address6Key(s.Addr, s.PrefixLen) }
func (s dropAddress6) key() string { return address6Key(s.Addr, s.PrefixLen) }
func (s addRoute) key() string     { return madeRoute + s.route.String() }
func (s delRoute) key() string     { return madeRoute + s.route.String() }

func addressKey(addr, mask netip.Addr) string {
	return madeAddress + prefixOf(addr, mask).String()
}

func address6Key(addr netip.Addr, prefix int) string {
	return madeAddress6 + netip.PrefixFrom(addr, prefix).String()
}

// leftovers are the steps that undo what is on record and isn't undone by the
// steps of a plan: the file was changed since, or a setting had another value.
// The last change is undone first.
func (r *record) leftovers(plan []step) (steps []step) {
	done := keys(plan)
	for _, l := range slices.Backward(r.lines) {
		if s := l.undo(); s != nil && !slices.Contains(done, l.key) {
			if _, later := s.(dropCome); !later {
				steps = append(steps, s)
			}
		}
	}
	return steps
}

// stale are the steps that undo what an earlier run made and the steps of a plan
// don't make: an address that the file no longer has.
func (r *record) stale(plan []step) (steps []step) {
	for _, s := range r.leftovers(plan) {
		if _, ok := s.(keyed); ok {
			steps = append(steps, s)
		}
	}
	return steps
}

func keys(plan []step) (list []string) {
	for _, s := range plan {
		if m, ok := s.(keyed); ok {
			list = append(list, m.key())
		}
	}
	return list
}

// undo is the step that undoes a line; nil for one that tells something else.
func (l line) undo() step {
	words := strings.Split(l.key, " ")
	switch words[0] + " " {
	case madeAddress:
		if d, ok := l.drops(); ok {
			return d
		}
	case cameAddress:
		if d, ok := l.drops(); ok {
			return dropCome{d}
		}
	case madeAddress6:
		if p, err := netip.ParsePrefix(words[1]); err == nil && p.Addr().Is6() {
			return dropAddress6{l.value, p.Addr(), p.Bits()}
		}
	case madeRoute:
		if r, ok := parseRoute(words[1:]); ok {
			return delRoute{r}
		}
	default:
		return l.restore(words)
	}
	return nil
}

// drops is the step for the IPv4 address that a line tells of, whoever made it.
func (l line) drops() (d dropAddress, ok bool) {
	word, text, _ := strings.Cut(l.key, " ")
	p, err := netip.ParsePrefix(text)
	if err != nil || !p.Addr().Is4() || word+" " != madeAddress && word+" " != cameAddress {
		return d, false
	}
	return dropAddress{l.value, p.Addr(), netaddr.Mask(p.Bits())}, true
}

// restore is the step that gives a setting its old value.
func (l line) restore(words []string) step {
	switch words[0] + " " {
	case wasSetting:
		if key, ok := strings.CutPrefix(words[2], ofIPv4); ok {
			return setting4{words[1], key, l.value}
		}
		return sysctl{words[1], words[2], l.value}
	case wasMTU:
		if n, err := strconv.Atoi(l.value); err == nil {
			return setMTU{words[1], n}
		}
	case wasHardware:
		return hardwareAddress{words[1], l.value}
	case wasDescription:
		return setDescription{words[1], l.value}
	}
	return nil
}

// parseRoute reads what Route.String writes.
func parseRoute(words []string) (r route, ok bool) {
	if len(words) == 0 {
		return r, false
	}
	for i := 1; i+1 < len(words); i += 2 {
		switch value := words[i+1]; words[i] {
		case "via":
			r.Gateway, _ = netip.ParseAddr(value)
		case "metric":
			n, err := strconv.ParseUint(value, 10, 32)
			if err != nil {
				return r, false
			}
			r.Metric = uint32(n)
		case "dev":
			r.Device = value
		}
	}
	var err error
	if words[0] == "default" && r.Gateway.IsValid() {
		r.Dst = netip.PrefixFrom(r.Gateway, 0).Masked()
	} else {
		r.Dst, err = netip.ParsePrefix(words[0])
	}
	return r, err == nil && r.Device != ""
}
