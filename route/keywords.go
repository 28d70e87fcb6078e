package route

// keyword is a word that add and del take after the target. A family that
// lacks the function doesn't know the word: there it is the device.
type keyword struct {
	name  string
	value string // what its argument is called, "" if it takes none
	inet  func(r *inetRequest, value string) error
	inet6 func(r *inet6Request, value string) error
	x25   func(r *x25Request, value string) error
}

// keywords are in the order of the usage texts. Names are matched whole and in
// this case.
var keywords = [...]keyword{
	{name: "gw", value: "Gw", inet: (*inetRequest).gateway, inet6: (*inet6Request).gateway},
	{name: "gateway", value: "Gw", inet: (*inetRequest).gateway, inet6: (*inet6Request).gateway},
	{name: "netmask", value: "Nm", inet: (*inetRequest).netmask},
	{name: "metric", value: "N", inet: (*inetRequest).metric, inet6: (*inet6Request).metric},
	{name: "mss", value: "N", inet: (*inetRequest).mss},
	{name: "mtu", value: "N", inet: (*inetRequest).mss},
	{name: "window", value: "N", inet: (*inetRequest).window},
	{name: "irtt", value: "N", inet: (*inetRequest).irtt},
	{name: "reject", inet: (*inetRequest).reject},
	{name: "mod", inet: (*inetRequest).modified, inet6: (*inet6Request).modified},
	{name: "dyn", inet: (*inetRequest).dynamic, inet6: (*inet6Request).dynamic},
	{name: "reinstate", inet: (*inetRequest).reinstate},
	{name: "dev", value: "If", inet: (*inetRequest).device, inet6: (*inet6Request).device, x25: (*x25Request).device},
	{name: "device", value: "If", inet: (*inetRequest).device, inet6: (*inet6Request).device, x25: (*x25Request).device},
}

// request is a route in the making. Each word is checked when it is read, so
// the first that is wrong decides how the command ends.
type request interface {
	// step returns what a keyword does, nil if the family doesn't have it.
	step(k *keyword) func(value string) error
	// device names the interface.
	device(name string) error
}

// readWords reads the words after the target into r, from left to right. A
// word that is no keyword is the device and must be the last.
func readWords(r request, words []string) error {
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		k, act := find(r, word)
		switch {
		case act == nil && len(words) > 0:
			return misuse("route: " + word + ": no such word, and an interface comes last")
		case act != nil && k.value != "" && len(words) == 0:
			return misuse("route: " + word + " needs a value")
		case act == nil:
			return r.device(word)
		}
		value := ""
		if k.value != "" {
			value, words = words[0], words[1:]
		}
		if err := act(value); err != nil {
			return err
		}
	}
	return nil
}

// find returns the keyword of that name and what it does to r, nil if r's
// family has none.
func find(r request, name string) (*keyword, func(string) error) {
	for i := range keywords {
		if k := &keywords[i]; k.name == name {
			return k, r.step(k)
		}
	}
	return nil, nil
}
