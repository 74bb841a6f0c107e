package org.bihuan.acceptance.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.localstack.layout.ServiceName;

/**
 * A request as it goes over the wire, sound or not.
 *
 * @param target path and query, already encoded
 * @param headers in this order; the same name may come twice
 * @param body empty for none
 */
public record Call(
    ServiceName service, String method, String target, List<Header> headers, byte[] body) {

  public Call {
    headers = List.copyOf(headers);
  }

  /** A request of JSON, or without a body when {@code json} is {@code null}. */
  public static Call of(ServiceName service, String method, String target, String json) {
    return json == null
        ? new Call(service, method, target, List.of(), new byte[0])
        : new Call(
            service,
            method,
            target,
            List.of(new Header("Content-Type", "application/json")),
            json.getBytes(StandardCharsets.UTF_8));
  }

  public Call with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Call(service, method, target, more, body);
  }

  /** The same from somebody who proves who it is. */
  public Call as(Login login) {
    List<Header> more = new ArrayList<>(headers);
    more.addAll(login.headers());
    return new Call(service, method, target, more, body);
  }

  /** Without any header of this name, in whatever case. */
  public Call without(String name) {
    return new Call(
        service,
        method,
        target,
        headers.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList(),
        body);
  }

  public Call to(String otherTarget) {
    return new Call(service, method, otherTarget, headers, body);
  }

  public Call by(String otherMethod) {
    return new Call(service, otherMethod, target, headers, body);
  }

  public Call carrying(byte[] otherBody) {
    return new Call(service, method, target, headers, otherBody);
  }
}
