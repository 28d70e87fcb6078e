package brctl

import (
	"strconv"

	"classicnet/internal/out"
	"classicnet/ioctl"
)

const (
	listTitle = "bridge name\tbridge id\t\tSTP enabled\tinterfaces\n"
	macsTitle = "port no\tmac addr\t\tis local?\tageing timer\n"
	portsTabs = "\t\t\t\t\t\t\t" // before a port on a line of its own
)

// appendBrief appends the lines of a bridge in the list of bridges. With tidy
// nothing stands behind the last word, as busybox has it.
func appendBrief(b []byte, br *shown, tidy bool) []byte {
	b = append(append(b, br.name...), "\t\t"...)
	b = append(appendID(b, br.ID), '\t')
	b = append(b, yesNo(br.STP)...)
	if len(br.ports) > 0 || !tidy {
		b = append(b, "\t\t"...)
	}
	for i := range br.ports {
		if i > 0 {
			b = append(append(b, '\n'), portsTabs...)
		}
		b = append(b, br.ports[i].name...)
	}
	return append(b, '\n')
}

// appendMACs appends the lines of a forwarding table.
func appendMACs(b []byte, list []ioctl.BridgeMAC) []byte {
	for i := range list {
		m := &list[i]
		b = append(out.AppendRightUint(b, uint64(m.Port), 3), '\t')
		for j, octet := range m.Addr {
			if j > 0 {
				b = append(b, ':')
			}
			b = appendHex(b, uint64(octet), 2)
		}
		b = append(append(append(b, '\t'), yesNo(m.Local)...), "\t\t"...)
		b = append(appendTime(b, m.Age), '\n')
	}
	return b
}

// appendWhole appends all that is known of a bridge.
func appendWhole(b []byte, br *shown) []byte {
	b = append(append(b, br.name...), '\n')
	b = appendID(append(b, " bridge id\t\t"...), br.ID)
	b = appendID(append(b, "\n designated root\t"...), br.DesignatedRoot)
	b = appendPair(b, "root port\t\t", appendCount, uint32(br.RootPort), "path cost\t\t", br.RootPathCost)
	b = appendTimes(b, "max age\t\t", br.MaxAge, "bridge max age\t\t", br.BridgeMaxAge)
	b = appendTimes(b, "hello time\t\t", br.HelloTime, "bridge hello time\t", br.BridgeHelloTime)
	b = appendTimes(b, "forward delay\t\t", br.ForwardDelay, "bridge forward delay\t", br.BridgeForwardDelay)
	b = appendTime(append(b, "\n ageing time\t\t"...), br.AgeingTime)
	b = appendTimes(b, "hello timer\t\t", br.HelloTimer, "tcn timer\t\t", br.TCNTimer)
	b = appendTimes(b, "topology change timer\t", br.TopologyChangeTimer, "gc timer\t\t", br.GCTimer)
	b = append(b, "\n flags\t\t\t"...)
	b = appendFlag(b, br.TopologyChange, "TOPOLOGY_CHANGE ")
	b = appendFlag(b, br.TopologyChangeDetected, "TOPOLOGY_CHANGE_DETECTED ")
	b = append(b, "\n\n\n"...)
	for i := range br.ports {
		b = appendPort(b, &br.ports[i])
	}
	return b
}

const stateWidth = 15

func appendPort(b []byte, p *port) []byte {
	b = append(append(append(b, p.name...), " ("...), strconv.Itoa(p.number)...)
	b = appendHex(append(b, ")\n port id\t\t"...), uint64(p.ID), 4)
	b = out.AppendRight(append(b, "\t\t\tstate\t\t"...), p.State.String(), stateWidth)
	b = appendID(append(b, "\n designated root\t"...), p.DesignatedRoot)
	b = appendCount(append(b, "\tpath cost\t\t"...), p.PathCost)
	b = appendID(append(b, "\n designated bridge\t"...), p.DesignatedBridge)
	b = appendTime(append(b, "\tmessage age timer\t"...), p.MessageAgeTimer)
	b = appendHex(append(b, "\n designated port\t"...), uint64(p.DesignatedPort), 4)
	b = appendTime(append(b, "\t\t\tforward delay timer\t"...), p.ForwardDelayTimer)
	b = appendCount(append(b, "\n designated cost\t"...), p.DesignatedCost)
	b = appendTime(append(b, "\t\t\thold timer\t\t"...), p.HoldTimer)
	b = append(b, "\n flags\t\t\t"...)
	b = appendFlag(b, p.ConfigPending, "CONFIG_PENDING ")
	b = appendFlag(b, p.TopologyChangeAck, "TOPOLOGY_CHANGE_ACK ")
	if p.hairpin {
		b = append(b, "\n hairpin mode\t\t   1"...)
	}
	return append(b, "\n\n"...)
}
