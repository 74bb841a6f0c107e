package org.bihuan.localstack.open311;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An endpoint of GeoReport v2, asked in one of its two forms. */
public final class Endpoint {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String address;
  private final Form form;
  private final String key;
  private Reply services;
  private Reply created;

  /**
   * An endpoint that is asked in one form.
   *
   * @param address what stands before the names of the methods
   * @param key an {@code api_key}, or {@code null} when there is none
   */
  public Endpoint(String address, Form form, String key) {
    this.address = address.replaceFirst("/$", "");
    this.form = form;
    this.key = key;
  }

  /** The two forms, by their suffix. */
  public enum Form {
    XML("text/xml"),
    JSON("application/json");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }

    String suffix() {
      return "." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Form form() {
    return form;
  }

  /** Asks for {@code method}, with parameters as names and values in turn. */
  Reply get(String method, String... parameters) {
    String query = encoded(parameters);
    return raw(method + form.suffix() + (query.isEmpty() ? "" : "?" + query));
  }

  /** Asks for an address as it stands. */
  Reply raw(String path) {
    return send(request(path).GET());
  }

  /** Asks with a header besides. */
  Reply asking(String method, String header, String value) {
    return send(request(method + form.suffix()).header(header, value).GET());
  }

  /** Reports something: a service, an address and the key, with other fields instead or added. */
  Reply post(Map<String, String> others) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("api_key", key);
    fields.put("service_code", service());
    fields.put("address_string", "示例路 12 号");
    fields.putAll(others);
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (value != null) {
            pairs.add(name);
            pairs.add(value);
          }
        });
    return postBody(FORM, encoded(pairs.toArray(String[]::new)));
  }

  Reply postBody(String type, String body) {
    return send(
        request("requests" + form.suffix())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Reply by(String method, String path) {
    return send(request(path + form.suffix()).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** The services, asked for once. */
  Reply services() {
    if (services == null) {
      services = get("services");
    }
    return services;
  }

  /** Code of the first service. */
  String service() {
    return services().first().path("service_code").asText();
  }

  /** A request that was reported, once. */
  Reply created() {
    if (created == null) {
      created = post(Map.of("description", "楼道照明损坏 <b>&\"'"));
    }
    return created;
  }

  /** The number of the request that was reported. */
  String createdId() {
    return created().first().path("service_request_id").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/" + path)).timeout(PATIENCE);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return Reply.of(answer, form);
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + address, e);
    }
  }

  private static String encoded(String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      pairs.add(
          URLEncoder.encode(parameters[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(Objects.toString(parameters[i + 1], ""), StandardCharsets.UTF_8));
    }
    return pairs.stream().collect(Collectors.joining("&"));
  }
}
