package resolve

import "strings"

// order is what /etc/nsswitch.conf says.
type order struct {
	hosts    []source // where names of hosts are looked up, in this order
	networks bool     // /etc/networks is among the sources of networks
}

// service is a place where names are looked up.
type service uint8

const (
	files service = iota
	dns
)

// source is a service and whether the search ends there, when it has no such
// name or when it can't answer.
type source struct {
	service
	endsAbsent, endsDown bool
}

// ends tells whether no further source is asked after a failure of s.
func (s source) ends(why Reason) bool {
	switch why {
	case NoAnswer, noFile:
		return s.endsDown
	}
	return s.endsAbsent
}

// readOrder reads /etc/nsswitch.conf. Without the file or a line in it, names
// are looked up in files, then in DNS. Of several lines the last counts, as in
// glibc.
func (r *Resolver) readOrder() order {
	o := order{hosts: []source{{service: files}, {service: dns}}, networks: true}
	file, err := r.open("/etc/nsswitch.conf")
	if err != nil {
		return o
	}
	defer file.Close()
	for line := range Lines(file) {
		database, services, ok := strings.Cut(uncomment(line), ":")
		switch database = strings.Trim(database, white); {
		case ok && database == "hosts":
			o.hosts = parseSources(services)
		case ok && database == "networks":
			o.networks = hasService(parseSources(services), files)
		}
	}
	return o
}
