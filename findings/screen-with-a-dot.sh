#!/bin/bash
# Names with a dot: v0.10, as VLANs are called, and v0.web; and modules of Perl that read the
# screen of ifconfig.
#
# Guess: a name is what stands before the colon.
# Truth: Net::Ifconfig::Wrapper knows no name with a dot and gives what stands below to the card
# above: v1, which has no address, has those of v0.10 and v0.web, and v0.web's hardware
# address in place of its own. Sys::HostIP takes digits behind a dot and cuts letters off: v0
# has the address of v0.web, its own is gone.
# Seen: libnet-ifconfig-wrapper-perl 0.26-2, libsys-hostip-perl 2.120-3, net-tools 2.10-0.1+deb12u2
# (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 libnet-ifconfig-wrapper-perl=0.26-2 libnet-netmask-perl=2.0002-2 libsys-hostip-perl=2.120-3
[ -x /usr/bin/perl ] || cannot "perl"
lab
cp "$pool/net-tools/sbin/ifconfig" /usr/sbin/
pair v0 v1 02:00:00:00:00:01
ip link set v1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev v0
# Macvlans, which every kernel has; the names are all that matters.
n=10
for d in v0.10 v0.web; do
  ip link add link v0 name $d address "02:00:00:00:00:$n" type macvlan || cannot "macvlan"
  ip addr add "10.$n.0.1/24" dev $d
  ip link set $d up
  n=$((n + 10))
done
export PERL5LIB=$pool/libnet-ifconfig-wrapper-perl/usr/share/perl5:$pool/libnet-netmask-perl/usr/share/perl5:$pool/libsys-hostip-perl/usr/share/perl5
wrapper() { /usr/bin/perl -MNet::Ifconfig::Wrapper -e '
my $l = Net::Ifconfig::Wrapper::Ifconfig("list");
print join(" ", $_, $l->{$_}{ether} // "-", sort keys %{$l->{$_}{inet} || {}}), "\n" for sort keys %$l;' 2>/run/said; }
hostip() { /usr/bin/perl -MSys::HostIP -e '
my $l = Sys::HostIP->new->interfaces;
print "$_ $l->{$_}\n" for sort keys %$l;' 2>/run/said; }
expect "ifconfig -a" "v0.10: 02:00:00:00:00:10 10.10.0.1
v0.web: 02:00:00:00:00:20 10.20.0.1
v0: 02:00:00:00:00:01 10.0.0.1
v1: 02:00:00:00:00:02" "$(/usr/sbin/ifconfig -a | awk '/^v/ { card = $1 } / inet / { inet[card] = " " $2 } /ether/ { print card, $2 inet[card] }' | sort)"
expect "Net::Ifconfig::Wrapper" "lo - 127.0.0.1
v0 02:00:00:00:00:01 10.0.0.1
v1 02:00:00:00:00:20 10.10.0.1 10.20.0.1" "$(wrapper)"
expect "Sys::HostIP" "lo 127.0.0.1
v0 10.20.0.1
v0.10 10.10.0.1" "$(hostip)"
