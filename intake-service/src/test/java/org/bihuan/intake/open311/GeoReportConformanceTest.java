package org.bihuan.intake.open311;

import static java.util.stream.Collectors.toMap;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.open311.Assertion;
import org.bihuan.localstack.open311.Endpoint;
import org.bihuan.localstack.open311.GeoReportSuite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** GeoReport v2 clause by clause, in XML and in JSON; {@code ./bihuan open311} asks the same. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class GeoReportConformanceTest {

  private static final Map<Endpoint.Form, Endpoint> ENDPOINTS = new EnumMap<>(Endpoint.Form.class);

  static Stream<Arguments> clauses() {
    return Arrays.stream(Endpoint.Form.values())
        .flatMap(
            form ->
                GeoReportSuite.assertions().stream()
                    .map(assertion -> Arguments.of(form.name(), assertion.toString())));
  }

  private static Endpoint endpoint(Endpoint.Form form) {
    return ENDPOINTS.computeIfAbsent(
        form,
        asked ->
            new Endpoint(
                "http://localhost:" + RestAssured.port + "/open311/v2",
                asked,
                Keys.of("HOTLINE_12319")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clauses")
  void the_endpoint_keeps_to(String form, String sentence) {
    Map<String, Assertion> assertions =
        GeoReportSuite.assertions().stream().collect(toMap(Assertion::toString, one -> one));
    assertions.get(sentence).check().at(endpoint(Endpoint.Form.valueOf(form)));
  }
}
