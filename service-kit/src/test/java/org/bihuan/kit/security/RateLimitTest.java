package org.bihuan.kit.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:aaaa::1, 20010db800010002",
    "2001:db8:1:2:bbbb::2, 20010db800010002",
    "2001:db8:1:3::1, 20010db800010003",
    "fe80::1%eth0, fe80000000000000",
    "::ffff:192.0.2.7, 192.0.2.7"
  })
  void a_network_of_64_bits_counts_as_one_sender(String address, String network) {
    assertEquals(network, RateLimit.network(address));
  }
}
