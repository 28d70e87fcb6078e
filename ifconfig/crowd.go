//go:build !classicnet_dump

package ifconfig

// crowd is how many addresses of one device are cheaper to have in one dump.
const crowd = 32
