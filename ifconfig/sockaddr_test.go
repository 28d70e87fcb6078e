package ifconfig

import (
	"encoding/hex"

	"classicnet/ioctl"
)

// sockaddrOf is a sockaddr of these data in hex.
func sockaddrOf(family uint16, data string) (sa ioctl.Sockaddr) {
	sa.SetFamily(family)
	b, err := hex.DecodeString(data)
	if err != nil {
		panic(err)
	}
	copy(sa.Data(), b)
	return sa
}

// sockaddr is how the kernel's log shows it.
func sockaddr(family uint16, data string) string { return sockaddrOf(family, data).String() }
