package ioctltest_test

import (
	"reflect"
	"testing"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// What a socket or the tun driver can be asked, those in memory can be asked too.
func TestMethods(t *testing.T) {
	for _, pair := range [][2]any{{(*ioctl.Conn)(nil), (*ioctltest.Conn)(nil)}, {(*ioctl.Tun)(nil), (*ioctltest.Tun)(nil)}} {
		real, memory := reflect.TypeOf(pair[0]), reflect.TypeOf(pair[1])
		for i := range real.NumMethod() {
			m := real.Method(i)
			ours, ok := memory.MethodByName(m.Name)
			if !ok || signature(m.Type) != signature(ours.Type) {
				t.Errorf("%v has no %s like that of %v", memory, m.Name, real)
			}
		}
	}
}

// signature is a method's type without its receiver.
func signature(m reflect.Type) string {
	text := ""
	for i := 1; i < m.NumIn(); i++ {
		text += m.In(i).String() + ", "
	}
	for i := range m.NumOut() {
		text += "; " + m.Out(i).String()
	}
	return text
}
