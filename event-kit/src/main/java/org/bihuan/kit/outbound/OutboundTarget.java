package org.bihuan.kit.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address that somebody outside named for us to call, with the address of the network to which
 * its name leads now. The call goes to just that one: a name that leads elsewhere a moment later
 * changes nothing.
 *
 * @param uri what was named
 * @param address where it leads
 */
public record OutboundTarget(URI uri, InetAddress address) {

  /** The name leads to an address that is not of the public internet. */
  public static final class AddressRefused extends Exception {

    private static final long serialVersionUID = 1L;

    AddressRefused(String host) {
      super(host);
    }
  }

  /**
   * Whether {@code uri} can be called at all: an absolute https address with a host, without a
   * login or fragment in it.
   *
   * @param allowed hosts, in small letters, that may be called by http too
   */
  public static boolean isCallable(URI uri, Set<String> allowed) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return false;
    }
    boolean known = allowed.contains(uri.getHost().toLowerCase(Locale.ROOT));
    boolean port = uri.getPort() == -1 || uri.getPort() >= 1 && uri.getPort() <= 65_535;
    return port && ("https".equalsIgnoreCase(uri.getScheme()) || known && isHttp(uri));
  }

  private static boolean isHttp(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * Looks the name up.
   *
   * @param allowed hosts, in small letters, that may lead anywhere
   * @throws UnknownHostException when it leads nowhere
   * @throws AddressRefused when it leads, on one of its ways, into a network of our own or to
   *     another address that is not public
   */
  public static OutboundTarget resolve(URI uri, Set<String> allowed)
      throws UnknownHostException, AddressRefused {
    String host = uri.getHost();
    InetAddress[] found = InetAddress.getAllByName(withoutBrackets(host));
    if (!allowed.contains(host.toLowerCase(Locale.ROOT))
        && !Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
      throw new AddressRefused(host);
    }
    InetAddress first =
        Stream.of(found).filter(Inet4Address.class::isInstance).findFirst().orElse(found[0]);
    return new OutboundTarget(uri, first);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  boolean isSecure() {
    return !isHttp(uri);
  }

  int port() {
    return uri.getPort() != -1 ? uri.getPort() : isSecure() ? 443 : 80;
  }

  /** Path and query, as a request names them. */
  String pathAndQuery() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
