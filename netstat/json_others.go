package netstat

import (
	"classicnet/internal/jsonw"
	"classicnet/procnet"
)

func (j *jsonRows) radio(b []byte, proto string, states []string, s *procnet.RadioSocket) []byte {
	j.open(b)
	j.Key("proto").String(proto)
	j.Key("recv_q").Uint(s.RxQueue)
	j.Key("send_q").Uint(s.TxQueue)
	j.text("user_address", s.User)
	j.text("local_address", s.Source)
	j.text("foreign_address", s.Dest)
	j.state(states, s.State)
	j.text("interface", s.Device)
	j.Key("vr").Int(int64(s.VR))
	j.Key("vs").Int(int64(s.VS))
	j.Key("inode").Uint(s.Inode)
	j.Key("kind").String("network")
	return j.done()
}

// state writes the word of a state.
func (j *jsonRows) state(states []string, state int32) {
	var room [32]byte
	j.text("state", string(appendState(room[:0], states, uint64(uint32(state)))))
}

func (j *jsonRows) x25(b []byte, s *procnet.X25Socket) []byte {
	j.open(b)
	j.Key("proto").String("x25")
	j.Key("recv_q").Int(int64(s.RxQueue))
	j.Key("send_q").Int(int64(s.TxQueue))
	j.text("local_address", s.Source)
	j.text("foreign_address", s.Dest)
	j.state(x25States, s.State)
	j.text("interface", s.Device)
	j.Key("lci").Int(int64(s.LCI))
	j.Key("vr").Int(int64(s.VR))
	j.Key("vs").Int(int64(s.VS))
	j.Key("kind").String("network")
	return j.done()
}

func (j *jsonRows) rose(b []byte, s *procnet.ROSESocket) []byte {
	j.open(b)
	j.Key("proto").String("rose")
	j.text("local_address", s.SourceAddr)
	j.text("local_call", s.SourceCall)
	j.text("foreign_address", s.DestAddr)
	j.text("foreign_call", s.DestCall)
	j.state(netromStates, s.State)
	j.text("interface", s.Device)
	j.Key("lci").Int(int64(s.LCI))
	j.Key("neighbour").Int(int64(s.Neighbour))
	j.Key("kind").String("network")
	return j.done()
}

// ipx has the queues the right way round.
func (j *jsonRows) ipx(b []byte, l *listing, s *procnet.IPXSocket) []byte {
	j.open(b)
	j.Key("proto").String("ipx")
	j.Key("recv_q").Uint(uint64(s.RxQueue))
	j.Key("send_q").Uint(uint64(s.TxQueue))
	j.text("local_address", ipxText(&s.Local))
	j.text("foreign_address", ipxText(&s.Remote))
	j.text("state", ipxState(s.State))
	j.Key("kind").String("network")
	j.Key("uid").Uint(uint64(s.UID))
	return j.done()
}

// jsonSections are the tables of counters, an object each.
type jsonSections struct {
	jsonw.Writer
	open bool // an object is
}

func (s *statistics) begin() {
	if s.options.JSON {
		s.json = new(jsonSections)
		s.json.List()
	}
}

func (s *statistics) end() {
	if s.json != nil {
		s.json.close()
		s.json.EndList()
		s.Out.Write(s.json.Buf) //nolint:errcheck // Close tells
	}
}

// table begins the object of a table; what is before it is written out.
func (j *jsonSections) table(s *statistics) {
	j.close()
	s.Out.Write(j.Buf) //nolint:errcheck // Close tells
	j.Buf = j.Buf[:0]
	j.Row()
	j.Object()
	j.Key("section").Text(s.title)
	j.Key("kind").String("statistics")
	j.Key("counters").Object()
	j.open = true
}

func (j *jsonSections) close() {
	if j.open {
		j.EndObject()
		j.EndObject()
	}
	j.open = false
}

// signedCounter is the one that may be negative: -1 stands for no limit.
const signedCounter = "MaxConn"

func (j *jsonSections) counter(_ *statistics, c *procnet.Counter) {
	w := j.KeyText(c.Name)
	if c.Name == signedCounter {
		w.Int(int64(c.Value))
		return
	}
	w.Uint(c.Value)
}
