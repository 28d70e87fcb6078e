package procnet

import (
	"io"
	"iter"
)

// NetromNode is a line of /proc/net/nr_nodes: a node of the NET/ROM network and
// the ways there.
type NetromNode struct {
	Callsign string // of the node, such as "N0CALL-1"
	Mnemonic string // the node's name, "*" if it has none; may hold blanks
	// Current is the number, from 1, of the route in use. It may be beyond
	// the last one, when all have failed.
	Current int32
	Routes  [3]NetromRoute // the best first; Count of them are set
	Count   int            // how many of Routes are set
}

// NetromRoute is a way to a node.
type NetromRoute struct {
	Quality      int32 // 0 to 255, the best
	Obsolescence int32 // broadcasts that may be missed until it is dropped
	Neighbour    int32 // NetromNeighbour.Number
}

// NetromNodes reads /proc/net/nr_nodes. It has a title line; its columns are
// callsign, mnemonic, w (the current route), n (how many there are) and for
// each of them qual, obs and neigh. A line that lacks anything, or has
// more than three routes, is Skipped.
func NetromNodes(r io.Reader) iter.Seq2[NetromNode, error] {
	return func(yield func(NetromNode, error) bool) {
		in := newLines(r, "/proc/net/nr_nodes", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row NetromNode
			s := strict{c, &in.texts}
			s.node(&row)
			for i := range row.Routes[:row.Count] {
				s.decimal("qual", &row.Routes[i].Quality)
				s.decimal("obs", &row.Routes[i].Obsolescence)
				s.decimal("neigh", &row.Routes[i].Neighbour)
			}
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(NetromNode{}, err)
		}
	}
}

// node reads what comes before the routes. The mnemonic has a fixed place, as it
// comes from the radio and may hold anything.
func (s strict) node(row *NetromNode) {
	row.Callsign = s.texts.keep(s.fixed(9))
	s.fixed(1)
	row.Mnemonic = s.texts.keep(s.fixed(7))
	s.done("callsign", row.Callsign != "", errMissing)
	s.decimal("w", &row.Current)
	var count int32
	s.decimal("n", &count)
	if count < 0 || count > int32(len(row.Routes)) {
		s.reject("n", errCount)
		return
	}
	row.Count = int(count)
}

// NetromNeighbour is a line of /proc/net/nr_neigh: a station that is heard
// directly.
type NetromNeighbour struct {
	Number      int32  // by which NetromRoute refers to it
	Callsign    string // of the station
	Device      string // of the AX.25 interface, "???" if it has none
	Quality     int32  // 0 to 255, the best
	Locked      int32  // 1: Quality was set by hand and stays
	Count       int32  // routes through it
	Failed      int32  // attempts that failed since the last success
	Digipeaters string // call signs on the way, with a blank between them
}

// NetromNeighbours reads /proc/net/nr_neigh. It has a title line; its columns
// are addr, callsign, dev, qual, lock, count, failed and digipeaters. A line
// that lacks any but the last is Skipped.
func NetromNeighbours(r io.Reader) iter.Seq2[NetromNeighbour, error] {
	return func(yield func(NetromNeighbour, error) bool) {
		in := newLines(r, "/proc/net/nr_neigh", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row NetromNeighbour
			s := strict{c, &in.texts}
			s.decimal("addr", &row.Number)
			s.text("callsign", &row.Callsign)
			s.text("dev", &row.Device)
			s.decimal("qual", &row.Quality)
			s.decimal("lock", &row.Locked)
			s.decimal("count", &row.Count)
			s.decimal("failed", &row.Failed)
			s.words(&row.Digipeaters)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(NetromNeighbour{}, err)
		}
	}
}
