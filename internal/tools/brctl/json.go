package brctl

import (
	"classicnet/internal/jsonw"
	"classicnet/ioctl"
)

// jsonObject writes members. Every object has all of them; times are seconds.
type jsonObject struct{ jsonw.Writer }

func (w *jsonObject) brief(br *shown) {
	w.Object()
	w.Key("name").String(br.name)
	w.id("id", br.ID)
	w.Key("stp").Bool(br.STP)
	w.Key("ports").Array()
	for i := range br.ports {
		w.String(br.ports[i].name)
	}
	w.EndArray()
	w.EndObject()
}

func (w *jsonObject) mac(m *ioctl.BridgeMAC) {
	w.Object()
	w.Key("port").Uint(uint64(m.Port))
	w.Key("address").OpenString()
	for i, octet := range m.Addr {
		if i > 0 {
			w.Buf = append(w.Buf, ':')
		}
		w.Buf = appendHex(w.Buf, uint64(octet), 2)
	}
	w.CloseString()
	w.Key("local").Bool(m.Local)
	w.time("age", m.Age)
	w.EndObject()
}

// seconds is what is known of a bridge without the ticks of the kernel's requests, which
// listings show: of the root, what is set is in force.
func (b *shown) seconds() ioctl.BridgeInfo {
	info := b.BridgeInfo
	if info.ID == info.DesignatedRoot {
		info.BridgeMaxAge, info.BridgeHelloTime, info.ForwardDelay = info.MaxAge, info.HelloTime, info.BridgeForwardDelay
	}
	return info
}

func (w *jsonObject) whole(br *shown) {
	times := br.seconds()
	w.Object()
	w.Key("name").String(br.name)
	w.id("id", br.ID)
	w.id("root", br.DesignatedRoot)
	w.Key("stp").Bool(br.STP)
	w.Key("root_port").Uint(uint64(br.RootPort))
	w.Key("root_path_cost").Uint(uint64(br.RootPathCost))
	w.time("max_age", times.MaxAge)
	w.time("hello_time", times.HelloTime)
	w.time("forward_delay", times.ForwardDelay)
	w.time("bridge_max_age", times.BridgeMaxAge)
	w.time("bridge_hello_time", times.BridgeHelloTime)
	w.time("bridge_forward_delay", times.BridgeForwardDelay)
	w.time("ageing_time", br.AgeingTime)
	w.time("hello_timer", br.HelloTimer)
	w.time("tcn_timer", br.TCNTimer)
	w.time("topology_change_timer", br.TopologyChangeTimer)
	w.time("gc_timer", br.GCTimer)
	w.Key("topology_change").Bool(br.TopologyChange)
	w.Key("topology_change_detected").Bool(br.TopologyChangeDetected)
	w.Key("ports").Array()
	for i := range br.ports {
		w.port(&br.ports[i])
	}
	w.EndArray()
	w.EndObject()
}

func (w *jsonObject) port(p *port) {
	w.Object()
	w.Key("name").String(p.name)
	w.Key("number").Uint(uint64(p.number))
	w.Key("id").Uint(uint64(p.ID))
	w.Key("state").Text(p.State.String())
	w.id("root", p.DesignatedRoot)
	w.id("bridge", p.DesignatedBridge)
	w.Key("designated_port").Uint(uint64(p.DesignatedPort))
	w.Key("designated_cost").Uint(uint64(p.DesignatedCost))
	w.Key("path_cost").Uint(uint64(p.PathCost))
	w.time("message_age_timer", p.MessageAgeTimer)
	w.time("forward_delay_timer", p.ForwardDelayTimer)
	w.time("hold_timer", p.HoldTimer)
	w.Key("topology_change_ack").Bool(p.TopologyChangeAck)
	w.Key("config_pending").Bool(p.ConfigPending)
	if w.Key("hairpin"); p.told {
		w.Bool(p.hairpin)
	} else {
		w.Null()
	}
	w.EndObject()
}

func (w *jsonObject) id(key string, id ioctl.BridgeID) {
	w.Key(key).OpenString()
	w.Buf = appendID(w.Buf, id)
	w.CloseString()
}

// time writes 1/100 s as a number of seconds with two decimals.
func (w *jsonObject) time(key string, v uint32) {
	w.Key(key).Uint(uint64(v / 100))
	w.Buf = appendCents(w.Buf, v)
}
