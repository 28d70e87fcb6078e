module classicnet

go 1.26

require (
	github.com/google/go-cmp v0.7.0 // indirect
	github.com/jessevdk/go-flags v1.6.1 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
)
