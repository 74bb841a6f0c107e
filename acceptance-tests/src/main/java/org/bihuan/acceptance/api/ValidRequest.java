package org.bihuan.acceptance.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes an operation do its work: real ids, a sound body, the present version.
 *
 * @param path values of the parameters of the path
 * @param query with its question mark, or empty
 * @param json body, or {@code null}
 * @param listed a record that a list shows to whoever may see it
 * @param status what whoever may ask is answered
 */
public record ValidRequest(
    Map<String, String> path,
    String query,
    String json,
    List<Header> headers,
    Optional<String> listed,
    int status) {

  public static ValidRequest read(Map<String, String> path) {
    return new ValidRequest(path, "", null, List.of(), Optional.empty(), 200);
  }

  static ValidRequest list(String query, String listed) {
    return new ValidRequest(Map.of(), query, null, List.of(), Optional.of(listed), 200);
  }

  /** A list below a record. */
  static ValidRequest list(Map<String, String> path, String listed) {
    return new ValidRequest(path, "?limit=200", null, List.of(), Optional.of(listed), 200);
  }

  static ValidRequest act(Map<String, String> path, String json, int status) {
    return new ValidRequest(path, "", json, List.of(), Optional.empty(), status);
  }

  ValidRequest asking(String otherQuery) {
    return new ValidRequest(path, otherQuery, json, headers, listed, status);
  }

  ValidRequest with(String header, String value) {
    return new ValidRequest(path, query, json, List.of(new Header(header, value)), listed, status);
  }

  /** The call, with other values in its path where {@code others} has some. */
  public Call call(Operation operation, Map<String, String> others) {
    String target = operation.path();
    for (Map.Entry<String, String> parameter : path.entrySet()) {
      String value = others.getOrDefault(parameter.getKey(), parameter.getValue());
      target =
          target.replace(
              "{" + parameter.getKey() + "}", URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    Call call = Call.of(operation.service(), operation.method(), target + query, json);
    for (Header header : headers) {
      // One that a body of JSON brings along gives way.
      call = call.without(header.name()).with(header.name(), header.value());
    }
    return call;
  }

  public Call call(Operation operation) {
    return call(operation, Map.of());
  }
}
