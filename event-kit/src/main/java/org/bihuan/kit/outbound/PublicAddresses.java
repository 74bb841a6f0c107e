package org.bihuan.kit.outbound;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others: those of this machine, of private and
 * local networks, of clouds' data services, of examples, tunnels and groups. After the registries
 * of special-purpose addresses of IANA (RFC 6890).
 */
public final class PublicAddresses {

  /** The one part of IPv6 that is given out at all. */
  private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

  private static final List<Block> SPECIAL_IPV4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** Protocols and Teredo, examples, 6to4, AS112: some lead to an IPv4 address that they hide. */
  private static final List<Block> SPECIAL_IPV6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private PublicAddresses() {}

  /** Whether {@code address} is one of the public internet. */
  public static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return SPECIAL_IPV4.stream().noneMatch(block -> block.contains(address));
    }
    return GLOBAL_IPV6.contains(address)
        && SPECIAL_IPV6.stream().noneMatch(block -> block.contains(address));
  }

  private static List<Block> blocks(String... blocks) {
    return Stream.of(blocks).map(Block::of).toList();
  }

  /**
   * Addresses of one length that begin with the same bits. Not the filter of Netty: that takes
   * {@code fc00::1} for a part of {@code 2000::/3}.
   *
   * @param start these bits, as a number
   * @param rest how many bits may differ
   */
  private record Block(BigInteger start, int rest) {

    static Block of(String text) {
      String[] parts = text.split("/");
      try {
        byte[] address = InetAddress.getByName(parts[0]).getAddress();
        int rest = address.length * Byte.SIZE - Integer.parseInt(parts[1]);
        return new Block(new BigInteger(1, address).shiftRight(rest), rest);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text, e);
      }
    }

    boolean contains(InetAddress address) {
      return new BigInteger(1, address.getAddress()).shiftRight(rest).equals(start);
    }
  }
}
