package resolve

import "strings"

// order is what /etc/nsswitch.conf says.
type order struct {
	hosts []source // where names of hosts are looked up, in this order
	// files tells of the other databases whether files are among their sources.
	files [lineCount]bool
}

// The lines of nsswitch.conf beside that of hosts.
const (
	networksLine = iota
	servicesLine
	protocolsLine
	usersLine
	lineCount
)

var lineNames = [lineCount]string{"networks", "services", "protocols", "passwd"}

// service is a place where names are looked up.
type service uint8

const (
	files service = iota
	dns
	multicast
	own // names of this machine and its gateways
)

// serviceWords are the services that are known by their names. systemd's
// `resolve` reads /etc/hosts and knows what `myhostname` does before it asks DNS.
var serviceWords = [...]struct {
	word   string
	stands []service
}{
	{"files", []service{files}},
	{"dns", []service{dns}},
	{"resolve", []service{files, own, dns}},
	{"myhostname", []service{own}},
	{"mdns", []service{multicast}},
	{"mdns4", []service{multicast}},
	{"mdns6", []service{multicast}},
	{"mdns_minimal", []service{multicast}},
	{"mdns4_minimal", []service{multicast}},
	{"mdns6_minimal", []service{multicast}},
}

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
	o := order{hosts: []source{{service: files}, {service: dns}}}
	for i := range o.files {
		o.files[i] = true
	}
	file, err := r.open("/etc/nsswitch.conf")
	if err != nil {
		return o
	}
	defer file.Close()
	for line := range Lines(file) {
		database, services, ok := strings.Cut(uncomment(line), ":")
		if database = strings.Trim(database, white); ok && database == "hosts" {
			o.hosts = parseSources(services)
		}
		for i, name := range lineNames {
			if ok && database == name {
				o.files[i] = hasService(parseSources(services), files)
			}
		}
	}
	return o
}
