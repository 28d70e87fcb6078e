package route

import (
	"classicnet/internal/frame"
	"classicnet/procnet"
)

// The tables of families that current kernels don't have. Their columns are
// those of the classic tool, but an interface isn't cut to what the first
// kernels had room for.

func listIPX(l *listing) error {
	const path = "/proc/net/ipx_route"
	f, err := l.source("IPX not configured in this system.", path, "/proc/net/ipx/route")
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // read only
	l.print("Kernel IPX routing table\n" +
		"Destination               Router Net                Router Node\n")
	w := walk{listing: l}
	var row procnet.IPXRoute
	procnet.IPXRoutes(f)(func(r procnet.IPXRoute, err error) bool {
		row = r
		return w.row(err, appendColumns(l.line[:0], ipxColumns, &row))
	})
	return failedTable(path, notEmpty(w.ended))
}

func listAX25(l *listing) error {
	const path = "/proc/net/ax25_route"
	f, err := l.source("AX.25 not configured in this system.", path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // read only
	l.print("Kernel AX.25 routing table\n" +
		"Destination  Iface    Use\n")
	w := walk{listing: l}
	var row procnet.AX25Route
	procnet.AX25Routes(f)(func(r procnet.AX25Route, err error) bool {
		row = r
		return w.row(err, appendColumns(l.line[:0], ax25Columns, &row))
	})
	return failedTable(path, notEmpty(w.ended))
}

// listX25 says nothing on stderr where there is no table.
func listX25(l *listing) error {
	const path = "/proc/net/x25_routes"
	f, err := l.source("", path, "/proc/net/x25/route")
	if err != nil {
		return &frame.Failure{Note: "X.25 not configured in this system.", Status: statusFailed}
	}
	defer f.Close() //nolint:errcheck // read only
	l.print("Kernel X.25 routing table\n" +
		"Destination          Iface\n")
	w := walk{listing: l}
	var row procnet.X25Route
	procnet.X25Routes(f)(func(r procnet.X25Route, err error) bool {
		row = r
		return w.row(err, appendColumns(l.line[:0], x25Columns, &row))
	})
	return failedTable(path, notEmpty(w.ended))
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
	defer f.Close() //nolint:errcheck // read only
	l.print("Destination     Gateway         Device          Flags\n")
	w := walk{listing: l}
	var row procnet.AppleTalkRoute
	procnet.AppleTalkRoutes(f)(func(r procnet.AppleTalkRoute, err error) bool {
		row = r
		return w.row(err, appendColumns(l.line[:0], ddpColumns, &row))
	})
	return failedTable(path, notEmpty(w.ended))
}
