module classicnet

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/jessevdk/go-flags v1.6.1
	golang.org/x/sys v0.49.0
	golang.org/x/tools v0.52.0
)
