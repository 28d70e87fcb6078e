package route

import (
	"io"
	"iter"

	"classicnet/internal/frame"
	"classicnet/procnet"
)

// The tables of families that current kernels don't have. Their columns are
// those of the classic tool, but an interface isn't cut to what the first
// kernels had room for.

// listPlain lists a table without names or levels of detail.
func listPlain[R any](l *listing, f io.ReadCloser, path, titles string,
	read func(io.Reader) iter.Seq2[R, error], columns []column[R],
) error {
	defer f.Close() //nolint:errcheck // read only
	l.print(titles)
	err := each(l, read(f), func(r *R) []byte {
		return append(appendColumns(l.line[:0], columns, r), '\n')
	})
	return failedTable(path, notEmpty(err))
}

func listIPX(l *listing) error {
	const path = "/proc/net/ipx_route"
	f, err := l.source("IPX not configured in this system.", path, "/proc/net/ipx/route")
	if err != nil {
		return err
	}
	return listPlain(l, f, path, "Kernel IPX routing table\n"+
		"Destination               Router Net                Router Node\n", procnet.IPXRoutes, ipxColumns)
}

func listAX25(l *listing) error {
	const path = "/proc/net/ax25_route"
	f, err := l.source("AX.25 not configured in this system.", path)
	if err != nil {
		return err
	}
	return listPlain(l, f, path, "Kernel AX.25 routing table\n"+
		"Destination  Iface    Use\n", procnet.AX25Routes, ax25Columns)
}

// listX25 says nothing on stderr where there is no table.
func listX25(l *listing) error {
	const path = "/proc/net/x25_routes"
	f, err := l.source("", path, "/proc/net/x25/route")
	if err != nil {
		return &frame.Failure{Note: "X.25 not configured in this system.", Status: statusFailed}
	}
	return listPlain(l, f, path, "Kernel X.25 routing table\n"+
		"Destination          Iface\n", procnet.X25Routes, x25Columns)
}

// listDDP says everything on stderr where there is no table.
func listDDP(l *listing) error {
	const path = "/proc/net/atalk_route"
	f, err := l.source("", path, "/proc/net/atalk/route")
	if err != nil {
		return &frame.Failure{
			Message: "Error opening " + err.Error() + "\nDDP (AppleTalk) not configured on this system.",
			Status:  statusFailed,
		}
	}
	return listPlain(l, f, path, "Destination     Gateway         Device          Flags\n", procnet.AppleTalkRoutes, ddpColumns)
}
