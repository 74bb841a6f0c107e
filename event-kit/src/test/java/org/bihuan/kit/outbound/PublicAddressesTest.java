package org.bihuan.kit.outbound;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.bihuan.kit.outbound.OutboundTarget.AddressRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the public internet, and which addresses are called at all. */
class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.1.2.3",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.17.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:7f00:1",
        "::127.0.0.1",
        "::10.1.2.3",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:a9fe:a9fe::",
        "2620:4f:8000::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00::1",
        "fd00:ec2::254",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff05::2"
      })
  void addresses_of_no_public_network_are_known(String address) throws UnknownHostException {
    assertFalse(PublicAddresses.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "2400:3200::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1"
      })
  void their_neighbours_are_public(String address) throws UnknownHostException {
    assertTrue(PublicAddresses.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/hook",
        "https://127.1/hook",
        "https://2130706433/hook",
        "https://[::1]/hook",
        "https://[::ffff:10.0.0.1]/hook",
        "https://localhost/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://0/hook"
      })
  void however_it_is_written_it_leads_nowhere_inside(String url) {
    assertThrows(Exception.class, () -> OutboundTarget.resolve(URI.create(url), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/x",
        "ftp://hooks.example/x",
        "file:///etc/passwd",
        "gopher://hooks.example/x",
        "jar:https://hooks.example/x",
        "https:hooks.example",
        "https:///x",
        "//hooks.example/x",
        "/x",
        "https://user:word@hooks.example/x",
        "https://hooks.example@inside.example/x",
        "https://hooks.example/x#part",
        "https://hooks.example:0/x",
        "https://hooks.example:70000/x",
        "https://hooks_example/x"
      })
  void what_is_no_plain_https_address_is_not_called(String url) {
    assertFalse(OutboundTarget.isCallable(URI.create(url), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example",
        "https://hooks.example:8443/x?y=z",
        "HTTPS://Hooks.Example/x",
        "http://inside.example/x",
        "http://INSIDE.example:8080/x"
      })
  void plain_addresses_and_hosts_that_are_allowed_are_called(String url) {
    assertTrue(OutboundTarget.isCallable(URI.create(url), Set.of("inside.example")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost/x", "https://LOCALHOST/x"})
  void a_host_that_is_allowed_may_lead_inside(String url) {
    assertDoesNotThrow(() -> OutboundTarget.resolve(URI.create(url), Set.of("localhost")));
    assertThrows(
        AddressRefused.class, () -> OutboundTarget.resolve(URI.create(url), Set.of("other")));
  }
}
