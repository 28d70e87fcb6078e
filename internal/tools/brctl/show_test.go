package brctl

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

const title = "bridge name\tbridge id\t\tSTP enabled\tinterfaces\n"

// Without /sys bridges stand in the order in which they were made, ports by
// their numbers.
func TestShowByRequests(t *testing.T) {
	z9 := "z9\t\t8000.020000000101\tno\t\t\n"
	a := "a\t\t8000.020000000101\tno\t\tv1\n\t\t\t\t\t\t\tv0\n"
	for line, want := range map[string]result{
		"show":               {Stdout: title + z9 + a},
		"show a z9":          {Stdout: title + a + z9},
		"show a nosuch":      {Stdout: title + a, Stderr: "bridge nosuch does not exist!\n", Status: 1},
		"show v0 a":          {Stdout: title + a, Stderr: "device v0 is not a bridge!\n", Status: 1},
		"show v0":            {Stderr: "device v0 is not a bridge!\n", Status: 1},
		"show ../a":          {Stderr: "bridge ../a does not exist!\n", Status: 1},
		"showstp v0":         {Stderr: "device v0 is not a bridge!\n", Status: 1},
		"showstp nosuch":     {Stderr: "bridge nosuch does not exist!\n", Status: 1},
		"showmacs v0":        {Stderr: "read of forward table failed: Operation not supported\n", Status: 1},
		"showmacs v0 --json": {Stdout: "[\n]\n", Stderr: "read of forward table failed: Operation not supported\n", Status: 1},
		"showmacs nosuch": {Stderr: "read of forward table failed: No such device\n",
			Status: 1},
		"show --dialect=busybox": {Stdout: title + "z9\t\t8000.020000000101\tno\n" + a},
		"show --json": {Stdout: "[\n" + `{"name":"z9","id":"8000.020000000101","stp":false,"ports":[]},` + "\n" +
			`{"name":"a","id":"8000.020000000101","stp":false,"ports":["v1","v0"]}` + "\n]\n"},
	} {
		check(t, line, want, newWorld().run(strings.Fields(line)...))
	}
}

// In /sys bridges and ports stand by their names. A bridge that isn't there is
// asked for by its requests.
func TestShowBySys(t *testing.T) {
	w := newWorld()
	w.sys = map[string]string{
		"/sys/class/net/z9/bridge/bridge_id": "8000.020000000102\n", "/sys/class/net/z9/bridge/stp_state": "1\n",
		"/sys/class/net/a/bridge/bridge_id": "0064.020000000103\n", "/sys/class/net/a/bridge/stp_state": "0\n",
		"/sys/class/net/a/brif/v1/state": "3\n", "/sys/class/net/a/brif/v0/state": "3\n", "/sys/class/net/v0/mtu": "1500\n",
	}
	w.kernel.Interface("Long-bridge-nam").Bridge = ioctltest.Bridged("").Bridge
	check(t, "show", result{Stdout: title + "a\t\t0064.020000000103\tno\t\tv0\n\t\t\t\t\t\t\tv1\n" + "z9\t\t8000.020000000102\tyes\t\t\n"}, w.run("show"))
	check(t, "show", result{Stdout: title + "Long-bridge-nam\t\t8000.020000000101\tno\t\t\n"}, w.run("show", "Long-bridge-nam"))
	w.sys["/sys/class/net/a/bridge/bridge_id"] = "odd\n"
	if got := w.run("show", "a"); got.Status != 0 || !strings.Contains(got.Stdout, "8000.020000000101") {
		t.Errorf("a file that can't be read: %+v", got)
	}
}

func TestShowMACs(t *testing.T) {
	w := newWorld()
	w.kernel.Interface("a").Bridge.MACs = []ioctl.BridgeMAC{
		{Addr: [6]byte{2, 0xbb, 0, 0, 0, 1}, Port: 300, Age: 123456},
		{Addr: [6]byte{2, 0, 0, 0, 0, 1}, Port: 2, Local: true},
	}
	const lines = "port no\tmac addr\t\tis local?\tageing timer\n" +
		"  2\t02:00:00:00:00:01\tyes\t\t   0.00\n" + "300\t02:bb:00:00:00:01\tno\t\t1234.56\n"
	check(t, "requests", result{Stdout: lines}, w.run("showmacs", "a"))
	check(t, "json", result{Stdout: "[\n" + `{"port":2,"address":"02:00:00:00:00:01","local":true,"age":0.00},` + "\n" +
		`{"port":300,"address":"02:bb:00:00:00:01","local":false,"age":1234.56}` + "\n]\n"}, w.run("--json", "showmacs", "a"))
	w.sys = map[string]string{"/sys/class/net/a/brforward": "\x02\x00\x00\x00\x00\x09\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00"}
	check(t, "sys", result{Stdout: macsTitle + "  1\t02:00:00:00:00:09\tno\t\t   0.00\n"}, w.run("showmacs", "a"))
}

const stpText = `a
 bridge id		8000.020000000101
 designated root	1000.0a0000000001
 root port		   2			path cost		   4
 max age		  20.00			bridge max age		  19.99
 hello time		   2.00			bridge hello time	   1.50
 forward delay		  15.00			bridge forward delay	21474836.47
 ageing time		 300.00
 hello timer		   0.39			tcn timer		   0.01
 topology change timer	   5.00			gc timer		   6.07
 flags			TOPOLOGY_CHANGE TOPOLOGY_CHANGE_DETECTED 


v0 (1)
 port id		8001			state		     forwarding
 designated root	1000.0a0000000001	path cost		   2
 designated bridge	8000.020000000101	message age timer	   0.99
 designated port	8002			forward delay timer	   8.99
 designated cost	   3			hold timer		   0.07
 flags			CONFIG_PENDING TOPOLOGY_CHANGE_ACK 
 hairpin mode		   1

v1 (12)
 port id		0000			state		               
 designated root	0000.000000000000	path cost		   0
 designated bridge	0000.000000000000	message age timer	   0.00
 designated port	0000			forward delay timer	   0.00
 designated cost	   0			hold timer		   0.00
 flags			

`

func wholeBridge() *shown {
	root, id := ioctl.BridgeID{0x10, 0, 10, 0, 0, 0, 0, 1}, ioctl.BridgeID{0x80, 0, 2, 0, 0, 0, 1, 1}
	return &shown{name: "a", BridgeInfo: ioctl.BridgeInfo{
		DesignatedRoot: root, ID: id, RootPathCost: 4, MaxAge: 2000, HelloTime: 200, ForwardDelay: 1500, BridgeMaxAge: 1999,
		BridgeHelloTime: 150, BridgeForwardDelay: 1<<31 - 1, TopologyChange: true, TopologyChangeDetected: true, RootPort: 2, STP: true,
		AgeingTime: 30000, HelloTimer: 39, TCNTimer: 1, TopologyChangeTimer: 500, GCTimer: 607,
	}, ports: []port{
		{name: "v0", number: 1, hairpin: true, told: true, BridgePort: ioctl.BridgePort{
			DesignatedRoot: root, DesignatedBridge: id, ID: 0x8001, DesignatedPort: 0x8002, PathCost: 2, DesignatedCost: 3, State: ioctl.PortForwarding,
			TopologyChangeAck: true, ConfigPending: true, MessageAgeTimer: 99, ForwardDelayTimer: 899, HoldTimer: 7,
		}},
		{name: "v1", number: 12, BridgePort: ioctl.BridgePort{State: 99}},
	}}
}

func TestWhole(t *testing.T) {
	check(t, "text", result{Stdout: stpText}, result{Stdout: string(appendWhole(nil, wholeBridge()))})
	var w jsonObject
	w.whole(wholeBridge())
	var got struct {
		Name         string
		ID           string
		RootPathCost int     `json:"root_path_cost"`
		AgeingTime   float64 `json:"ageing_time"`
		Ports        []map[string]any
	}
	if err := json.Unmarshal(w.Buf, &got); err != nil {
		t.Fatalf("%v: %s", err, w.Buf)
	}
	if got.Name != "a" || got.ID != "8000.020000000101" || got.RootPathCost != 4 || got.AgeingTime != 300 || len(got.Ports) != 2 ||
		got.Ports[0]["state"] != "forwarding" || got.Ports[0]["forward_delay_timer"] != 8.99 || got.Ports[0]["hairpin"] != true ||
		got.Ports[1]["hairpin"] != nil || got.Ports[1]["state"] != nil {
		t.Errorf("%+v", got)
	}
}

// The same bridge by its requests and by /sys.
func TestWholeOfBothSources(t *testing.T) {
	w := newWorld()
	w.kernel.Interface("a").Bridge.Info = wholeBridge().BridgeInfo
	got := w.run("showstp", "a")
	head, _, _ := strings.Cut(stpText, "v0 (1)")
	if got.Status != 0 || !strings.HasPrefix(got.Stdout, head+"v1 (1)\n port id\t\t8001\t\t\tstate\t\t     forwarding\n") || !strings.Contains(got.Stdout, "\nv0 (2)\n") {
		t.Errorf("requests: %+v", got)
	}
	w.sys = map[string]string{}
	for name, text := range map[string]string{
		"root_id": "1000.0a0000000001", "bridge_id": "8000.020000000101", "root_path_cost": "4", "max_age": "2000", "hello_time": "200",
		"forward_delay": "1500", "topology_change": "1", "topology_change_detected": "1", "root_port": "2", "stp_state": "1", "ageing_time": "30000",
		"hello_timer": "39", "tcn_timer": "1", "topology_change_timer": "500", "gc_timer": "607",
	} {
		w.sys["/sys/class/net/a/bridge/"+name] = text + "\n"
	}
	for name, text := range map[string]string{
		"port_no": "0x1", "designated_root": "1000.0a0000000001", "designated_bridge": "8000.020000000101", "port_id": "0x8001", "designated_port": "32770",
		"path_cost": "2", "designated_cost": "3", "state": "3", "change_ack": "1", "config_pending": "1", "message_age_timer": "99",
		"forward_delay_timer": "899", "hold_timer": "7", "hairpin_mode": "1",
	} {
		w.sys["/sys/class/net/v0/brport/"+name] = text + "\n"
	}
	w.sys["/sys/class/net/a/brif/v0/state"], w.sys["/sys/class/net/a/brif/v9/state"] = "3\n", "3\n" // v9 has just gone
	want, _, _ := strings.Cut(stpText, "v1 (12)")
	want = strings.NewReplacer("  19.99", "  20.00", "   1.50", "   2.00", "21474836.47", "  15.00").Replace(want)
	check(t, "sys", result{Stdout: want}, w.run("showstp", "a"))
}

type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "stdout", Err: unix.ENOSPC}
}

func TestWriteError(t *testing.T) {
	w := newWorld()
	w.stdout = full{}
	check(t, "show", result{Stderr: "brctl: write error: No space left on device\n", Status: 1}, w.run("show"))
}
