package ifconfig

import (
	"classicnet/internal/jsonw"
	"classicnet/procnet"
)

// appendTableJSON appends the rows of netstat -i as a JSON array, an object a
// line, with the fields that jc(1) has for them. Counters are null where there
// are none.
func appendTableJSON(b []byte, list []Interface) []byte {
	j := jsonObject{Writer: jsonw.Writer{Buf: b}}
	j.List()
	for i := range list {
		j.Row()
		j.Interface = &list[i]
		j.tableRow()
	}
	j.EndList()
	return j.Buf
}

func (j *jsonObject) tableRow() {
	var stats procnet.Stats
	known := j.Stats != nil
	if known {
		stats = *j.Stats
	}
	j.Object()
	j.Key("iface").String(j.Name)
	j.Key("mtu").Int(int64(j.MTU))
	j.Key("met").Int(int64(j.Metric))
	j.number("rx_ok", stats.RxPackets, known)
	j.number("rx_err", stats.RxErrors, known)
	j.number("rx_drp", stats.RxDropped, known)
	j.number("rx_ovr", stats.RxFIFO, known)
	j.number("tx_ok", stats.TxPackets, known)
	j.number("tx_err", stats.TxErrors, known)
	j.number("tx_drp", stats.TxDropped, known)
	j.number("tx_ovr", stats.TxFIFO, known)
	j.Key("flg").OpenString()
	j.Buf = appendFlagLetters(j.Buf, j.Flags, 'P')
	j.CloseString()
	j.Key("kind").String("interface")
	j.EndObject()
}
