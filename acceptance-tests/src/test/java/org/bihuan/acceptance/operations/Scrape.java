package org.bihuan.acceptance.operations;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.localstack.parts.Part;

/** What a service shows to Prometheus at one moment. */
record Scrape(Map<String, Double> samples) {

  private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*(?:\\{.*})?) (\\S+)");

  static Scrape of(Part service) {
    Map<String, Double> samples = new TreeMap<>();
    RestAssured.get(service.address() + "/q/metrics")
        .asString()
        .lines()
        .map(SAMPLE::matcher)
        .filter(Matcher::matches)
        .forEach(sample -> samples.put(sample.group(1), Double.valueOf(sample.group(2))));
    return new Scrape(samples);
  }

  /** The value of {@code name{labels}}, 0 when there is none yet. */
  double valueOf(String sample) {
    return samples.getOrDefault(sample, 0.0);
  }

  /** Names without labels. */
  Set<String> names() {
    return samples.keySet().stream()
        .map(sample -> sample.replaceFirst("\\{.*", ""))
        .collect(Collectors.toSet());
  }
}
