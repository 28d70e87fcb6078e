package route

import (
	"io"
	"iter"

	"classicnet/internal/frame"
	"classicnet/procnet"
)

const (
	nodesFile      = "/proc/net/nr_nodes"
	neighboursFile = "/proc/net/nr_neigh"
)

// netromRow is a row of the NET/ROM table: a node and the neighbour that leads
// there, zero if none does.
type netromRow struct {
	node      procnet.NetromNode
	route     procnet.NetromRoute
	neighbour procnet.NetromNeighbour
}

var netromColumns = []column[netromRow]{
	{put: putNode, width: 11, gap: "  "},
	{put: putMnemonic, width: 8, gap: "  "},
	{put: putQuality, width: 3, right: true, gap: "      "},
	{put: putStation, width: 9, gap: "  "},
	{put: putStationDevice, width: 4},
}

func putNode(b []byte, r *netromRow) []byte          { return append(b, r.node.Callsign...) }
func putMnemonic(b []byte, r *netromRow) []byte      { return append(b, r.node.Mnemonic...) }
func putQuality(b []byte, r *netromRow) []byte       { return appendInt(b, r.route.Quality) }
func putStation(b []byte, r *netromRow) []byte       { return append(b, r.neighbour.Callsign...) }
func putStationDevice(b []byte, r *netromRow) []byte { return append(b, r.neighbour.Device...) }

// listNetrom joins the file of nodes with that of the neighbours, both of
// which must be there.
func listNetrom(l *listing) error {
	const note = "NET/ROM not configured in this system."
	nodes, noNodes := l.source(note, nodesFile)
	if noNodes == nil {
		defer nodes.Close() //nolint:errcheck // read only
	}
	stations, noStations := l.source(note, neighboursFile)
	if noStations == nil {
		defer stations.Close() //nolint:errcheck // read only
	}
	if noNodes != nil || noStations != nil {
		return bothMissing(note, noNodes, noStations)
	}
	l.print("Kernel NET/ROM routing table\n", "Destination  Mnemonic  Quality  Neighbour  Iface\n")
	known, err := l.netromNeighbours(stations)
	if err != nil {
		return err
	}
	return failedTable(nodesFile, notEmpty(l.netromNodes(procnet.NetromNodes(nodes), known)))
}

// bothMissing is the failure of two files, each with a line of its own.
func bothMissing(note string, errs ...error) error {
	f := &frame.Failure{Note: note, Status: statusFailed}
	for _, err := range errs {
		if err == nil {
			continue
		}
		if f.Message != "" {
			f.Message += "\n"
		}
		f.Message += err.Error()
	}
	return f
}

// neighbourLimit bounds the neighbours that are kept: no station hears as many.
const neighbourLimit = 1 << 16

// netromNeighbours reads the neighbours by their numbers.
func (l *listing) netromNeighbours(f io.Reader) (map[int32]procnet.NetromNeighbour, error) {
	known := map[int32]procnet.NetromNeighbour{}
	w := walk{listing: l}
	procnet.NetromNeighbours(f)(func(n procnet.NetromNeighbour, err error) bool {
		if w.takes(err) && len(known) < neighbourLimit {
			known[n.Number] = n
		}
		return w.more()
	})
	return known, failedTable(neighboursFile, notEmpty(w.ended))
}

// netromNodes shows the nodes, each with the route in use.
func (l *listing) netromNodes(nodes iter.Seq2[procnet.NetromNode, error], known map[int32]procnet.NetromNeighbour) error {
	w := walk{listing: l}
	var row netromRow
	nodes(func(node procnet.NetromNode, err error) bool {
		if !w.takes(err) {
			return w.more()
		}
		row = netromRow{node: node}
		if i := int(node.Current) - 1; i >= 0 && i < node.Count {
			row.route = node.Routes[i]
			row.neighbour = known[row.route.Neighbour]
		}
		return l.show(append(appendColumns(l.line[:0], netromColumns, &row), '\n'))
	})
	return w.ended
}
