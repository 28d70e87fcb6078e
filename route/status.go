package route

// The exit statuses of route. Scripts tell them apart.
const (
	statusOK      = 0
	statusFailed  = 1             // unknown family, unresolved target, unreadable table, failed write
	statusUsage   = 4             // wrong use, help, a request that makes no sense
	statusVersion = 5             // the version was asked for
	statusAddress = 6             // unresolved gateway or netmask
	statusKernel  = 7             // the kernel refused
	statusNoCache = StatusNoCache // an empty /proc/net/rt_cache
)
