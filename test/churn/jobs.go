package main

import (
	"fmt"
	"time"
)

// step is one command of a job and what it has to show.
type step struct {
	args  []string
	shows string
}

// job is a list of steps that is gone through again and again, with a pause
// behind each.
type job struct {
	steps []step
	pause time.Duration
}

const short, long = 20 * time.Millisecond, 200 * time.Millisecond

// jobs are those that work side by side.
func jobs(stanzas, state string) []job {
	return []job{
		{links(), short}, {labels(), short}, {routes(), short}, {neighbours(), short},
		{listings(), short},
		{[]step{
			{[]string{"ifup", "-a", "-i", stanzas, "--state-dir", state, "--no-scripts"}, ""},
			{[]string{"ifdown", "-a", "-i", stanzas, "--state-dir", state, "--no-scripts"}, ""},
		}, long},
	}
}

// links come and go in pairs of veth, by iproute2: so that it isn't our tools that
// make what they list.
func links() (list []step) {
	for i := range pairs {
		name := fmt.Sprintf("v%d", i)
		list = append(list, step{args: []string{"ip", "link", "add", name, "type", "veth", "peer", "name", "w" + name}})
	}
	for i := range pairs {
		list = append(list, step{args: []string{"ip", "link", "del", fmt.Sprintf("v%d", i)}})
	}
	return list
}

func labels() (list []step) {
	for i := range pairs {
		list = append(list, step{args: []string{"ifconfig", fmt.Sprintf("work0:%d", i), fmt.Sprintf("10.96.%d.1", i), "netmask", "255.255.255.0"}})
	}
	for i := range pairs {
		list = append(list, step{args: []string{"ifconfig", fmt.Sprintf("work0:%d", i), "down"}})
	}
	return list
}

func routes() (list []step) {
	for _, verb := range []string{"add", "del"} {
		for i := range pairs {
			list = append(list, step{args: []string{"route", verb, "-net", fmt.Sprintf("10.95.%d.0", i), "netmask", "255.255.255.0", "gw", "10.99.0.254"}})
		}
	}
	return list
}

func neighbours() (list []step) {
	for i := range pairs {
		list = append(list, step{args: []string{"arp", "-i", staysLink, "-s", fmt.Sprintf("10.99.0.%d", 100+i), "02:00:00:00:00:01"}})
	}
	for i := range pairs {
		list = append(list, step{args: []string{"arp", "-i", staysLink, "-d", fmt.Sprintf("10.99.0.%d", 100+i)}})
	}
	return list
}

func listings() []step {
	return []step{
		{[]string{"ifconfig", "-a"}, staysLink},
		{[]string{"ifconfig", "--json", "-a"}, staysLink},
		{[]string{"route", "-n"}, staysRoute},
		{[]string{"netstat", "-an"}, staysPort},
		{[]string{"netstat", "-i", "-a"}, staysLink},
		{[]string{"netstat", "-s"}, "Ip:"},
		{[]string{"arp", "-an"}, staysNeighbour},
	}
}
