//go:build classicnet_dump

package ifconfig

// crowd makes a dump of any address: tests hold the bytes of all listings to those
// without.
const crowd = 0
