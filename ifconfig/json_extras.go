package ifconfig

import (
	"classicnet/internal/linkaddr"
	"classicnet/ioctl"
)

// extras are what jc doesn't read.
func (j *jsonObject) extras() {
	if j.Stray {
		j.nulls("link_type", "link_class", "link_address", "link_bytes", "outfill", "keepalive",
			"txqueuelen", "media", "media_auto")
		j.card()
		return
	}
	j.link()
	j.number("txqueuelen", uint64(uint32(j.TxQueueLen)), j.TxQueueLen != -1)
	j.media()
	j.card()
}

// link is what belongs to the link type.
func (j *jsonObject) link() {
	kind := j.linkType()
	j.number("link_type", uint64(j.Hw.Type), j.Hw.Type != unknownType)
	j.text("link_class", kind.Keyword)
	j.bytes("link_address", j.address(kind))
	j.Key("link_bytes").OpenString()
	j.Buf = linkaddr.AppendLower(j.Buf, j.Hw.Data[:], len(j.Hw.Data), 0)
	j.CloseString()
	j.number("outfill", uint64(j.Outfill), kind.Keepalive)
	j.number("keepalive", uint64(j.Keepalive), kind.Keepalive)
}

// media is the connector, on the few cards where one can be chosen.
func (j *jsonObject) media() {
	chosen := j.Flags&ioctl.FlagPortSelect != 0
	if j.Key("media"); chosen {
		j.String(portName(j.Map.Port))
	} else {
		j.Null()
	}
	j.Key("media_auto").Bool(chosen && j.Flags&ioctl.FlagAutoMedia != 0)
}

// card is the card's place on the bus.
func (j *jsonObject) card() {
	m := &j.Map
	j.number("interrupt", uint64(m.IRQ), m.IRQ != 0)
	j.number("base_address", uint64(m.BaseAddr), m.BaseAddr != 0)
	j.number("memory_start", m.MemStart, m.MemStart != 0)
	j.number("memory_end", m.MemEnd, m.MemStart != 0)
	j.number("dma_channel", uint64(m.DMA), m.DMA != 0)
}

func (j *jsonObject) others() {
	j.Key("other_addrs").Array()
	for i := range j.Others {
		o := &j.Others[i]
		kind := &otherTable[o.Kind]
		j.Object()
		j.text("family", kind.title1)
		j.bytes("address", kind.append(j.scratch[:0], o.Addr.Data()))
		j.EndObject()
	}
	j.EndArray()
}
