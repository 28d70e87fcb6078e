package ifupdown

// method is one way of configuring an interface: a row of methods.
type method struct {
	family, name string
	// defaults are the options that a stanza has if it doesn't name them.
	defaults []Option
	// convert brings the options into the form that scripts see.
	convert func(*Options)
	// plan adds the steps between the commands of the stanza. It is empty where
	// the method can be queried and isn't carried out.
	plan planFunc
}

// findMethod returns the row of a method, nil if there is none.
func findMethod(family, name string) *method {
	for i := range methods {
		if methods[i].family == family && methods[i].name == name {
			return &methods[i]
		}
	}
	return nil
}

func isFamily(name string) bool {
	for i := range methods {
		if methods[i].family == name {
			return true
		}
	}
	return false
}

var methods = [...]method{
	{family: "inet", name: "loopback", plan: planFunc{up: linkUp, down: linkDown}},
	{family: "inet", name: "static", defaults: defaultsStatic, convert: convertStatic,
		plan: planFunc{up: staticUp, down: staticDown}},
	{family: "inet", name: "manual", convert: convertLink, plan: planFunc{up: manualUp, down: manualDown}},
	{family: "inet", name: "dhcp", convert: convertLink, plan: planFunc{up: dhcpUp, down: dhcpDown}},
	{family: "inet", name: "bootp"},
	{family: "inet", name: "tunnel"},
	{family: "inet", name: "ppp"},
	{family: "inet", name: "wvdial"},
	{family: "inet", name: "ipv4ll"},
	{family: "inet6", name: "loopback", plan: planFunc{up: linkUpMaybe, down: linkDown}},
	{family: "inet6", name: "static", defaults: defaultsStatic6, convert: convertStatic6,
		plan: planFunc{up: static6Up, down: static6Down}},
	{family: "inet6", name: "manual", convert: convertLink, plan: planFunc{up: manual6Up, down: linkDown}},
	{family: "inet6", name: "auto", defaults: defaultsAuto6, plan: planFunc{up: auto6Up, down: auto6Down}},
	{family: "inet6", name: "dhcp", defaults: defaultsDHCP6, convert: convertLink, plan: planFunc{up: dhcp6Up, down: dhcp6Down}},
	{family: "inet6", name: "tunnel"},
	{family: "inet6", name: "v4tunnel", defaults: defaultsTunnel6},
	{family: "inet6", name: "6to4", defaults: defaultsTunnel6, convert: convert6to4},
	{family: "ipx", name: "static"},
	{family: "ipx", name: "dynamic"},
	{family: "can", name: "static"},
	{family: "meta", name: "none", plan: planFunc{up: nothing, down: nothing}},
}

var (
	defaultsStatic  = []Option{{Name: "broadcast", Value: "+"}}
	defaultsStatic6 = []Option{
		{Name: "autoconf", Value: "0"},
		{Name: "preferred-lifetime"},
		{Name: "dad-attempts", Value: "60"},
		{Name: "dad-interval", Value: "0.1"},
	}
	defaultsAuto6 = []Option{
		{Name: "accept_ra", Value: "2"},
		{Name: "request_prefix", Value: "0"},
		{Name: "ll-attempts", Value: "60"},
		{Name: "ll-interval", Value: "0.1"},
	}
	defaultsDHCP6 = []Option{
		{Name: "accept_ra", Value: "1"},
		{Name: "request_prefix", Value: "0"},
		{Name: "ll-attempts", Value: "60"},
		{Name: "ll-interval", Value: "0.1"},
	}
	defaultsTunnel6 = []Option{{Name: "preferred-lifetime"}}
)
