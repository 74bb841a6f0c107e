package org.bihuan.acceptance.security;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.security.RawHttp.Answer;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTest {

  private static final Stack STACK = RunningStack.get();
  private static final ServiceProcess INTAKE = STACK.intake();
  private static final String PROBLEMS = "/api/v1/problems";
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void headers_over_16_kilobytes_are_refused() throws IOException {
    assertProblem(431, "headers-too-large", get(PROBLEMS, "X-Long: " + "a".repeat(17_000)));
  }

  @Test
  void more_than_a_hundred_header_lines_are_refused() throws IOException {
    String[] headers =
        IntStream.range(0, 200).mapToObj(i -> "X-" + i + ": a").toArray(String[]::new);
    assertProblem(431, "headers-too-large", get(PROBLEMS, headers));
    assertProblem(
        431,
        "headers-too-large",
        get(PROBLEMS, Collections.nCopies(200, "X: a").toArray(String[]::new)));
  }

  @Test
  void at_most_a_hundred_faults_are_named() {
    String unknown =
        IntStream.range(0, 400).mapToObj(i -> "x" + i + "=").collect(Collectors.joining("&"));
    RestAssured.given()
        .urlEncodingEnabled(false)
        .get(INTAKE.address() + "/api/v1/public/complaints/none?" + unknown)
        .then()
        .statusCode(400)
        .body("errors", hasSize(100));
  }

  @Test
  void an_address_over_4096_characters_is_refused() throws IOException {
    assertProblem(414, "address-too-long", get(PROBLEMS + "?q=" + "a".repeat(5_000)));
  }

  /** The server beneath has bounds of its own and answers before the router: without a body. */
  @Test
  void what_is_beyond_all_measure_is_refused_without_a_word() throws IOException {
    assertEquals(431, get(PROBLEMS, "X-Long: " + "a".repeat(70_000)).status());
    assertEquals(414, get(PROBLEMS + "?q=" + "a".repeat(70_000)).status());
  }

  @Test
  void a_body_announced_over_a_megabyte_is_refused_at_once() throws IOException {
    assertProblem(413, "too-large", post("Content-Length: " + (MEGABYTE + 1) + "\r\n", ""));
    assertProblem(413, "too-large", post("Content-Length: 9000000000\r\n", ""));
  }

  @Test
  void a_chunked_body_ends_at_a_megabyte() throws IOException {
    String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
    assertProblem(
        413, "too-large", post("Transfer-Encoding: chunked\r\n", chunk.repeat(40) + "0\r\n\r\n"));
  }

  @Test
  void a_body_just_below_a_megabyte_is_read() throws IOException {
    String body = "{\"channel\":" + " ".repeat(MEGABYTE - 100) + "7}";
    assertProblem(400, "invalid-request", post("Content-Length: " + body.length() + "\r\n", body));
  }

  @Test
  void a_chunked_body_is_read() throws IOException {
    assertProblem(
        400, "invalid-request", post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"));
  }

  @Test
  void json_deeper_than_fifty_is_refused() throws IOException {
    String body = "{\"a\":".repeat(51) + "1" + "}".repeat(51);
    assertProblem(400, "json-too-deep", post("Content-Length: " + body.length() + "\r\n", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/../q/metrics",
        "/api/v1/../../q/metrics",
        "/api/%2e%2e/q/metrics",
        "/api/.%2E/q/metrics",
        "/api/v1/./problems",
        "/api/v1/problems/..",
        "/api/v1/problems/%00",
        "/api/v1/problems/%0d%0aX-Forged:%20yes",
        "/api/v1/%5c..%5cproblems",
        "/api/v1/problems/%ff%fe",
        "/api/v1/problems/%c0%ae%c0%ae",
        "//q/metrics",
        "/api//v1/problems",
        "/%71/metrics",
        "/api/v1/problems;x=1",
        "/api%2fv1/problems",
        "/api/v1/..;/problems",
        "/api/v1/problems?q=%ff",
        "/api/v1/problems?q=%ed%a0%80"
      })
  void an_address_that_can_be_read_in_two_ways_is_refused(String target) throws IOException {
    Answer answer = get(target);
    assertProblem(400, "address-unreadable", answer);
    assertTrue(answer.header("X-Forged").isEmpty());
  }

  /** The server beneath does not take these for addresses, and answers before the router. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/problems/%1b[31m",
        "/api/v1\\problems",
        "/api/v1/problems/%zz",
        "/api/v1/problems/%4",
        "/api/v1/problems?q=%zz"
      })
  void what_is_no_address_is_refused_without_a_word(String target) throws IOException {
    assertEquals(400, get(target).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "BREW", "PROPFIND", "get", "TRACK"})
  void an_unknown_method_is_refused(String method) throws IOException {
    Answer answer = RawHttp.send(INTAKE, RawHttp.head(method, PROBLEMS, "X-Secret: seen"));
    assertProblem(405, "method-not-allowed", answer);
    assertTrue(answer.header("Allow").isPresent());
    assertTrue(!answer.body().contains("seen"), "TRACE would send back what was sent");
  }

  /**
   * Two servers in a row that count differently would let one request hide in another. What is
   * broken below HTTP ends the connection without an answer.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "length and chunks | Content-Length: 5~Transfer-Encoding: chunked~~0~~",
        "chunks and length | Transfer-Encoding: chunked~Content-Length: 5~~0~~",
        "two lengths | Content-Length: 2~Content-Length: 3~~{}a",
        "two lengths in a list | Content-Length: 2, 3~~{}a",
        "length no number | Content-Length: abc~~{}",
        "length negative | Content-Length: -1~~{}",
        "length with a sign | Content-Length: +2~~{}",
        "length in hexadecimal | Content-Length: 0x2~~{}",
        "length beyond all numbers | Content-Length: 99999999999999999999~~{}",
        "unknown encoding | Transfer-Encoding: xchunked~~0~~",
        "encoding listed | Transfer-Encoding: identity, chunked~~0~~",
        "encoding twice | Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~",
        "chunk length no number | Transfer-Encoding: chunked~~zz~{}~0~~",
        "chunk length negative | Transfer-Encoding: chunked~~-2~{}~0~~",
        "blank before the colon | Transfer-Encoding : chunked~~0~~",
        "line feed inside a name | X-A^Transfer-Encoding: chunked~~0~~"
      })
  void a_request_that_two_servers_could_read_differently_is_refused(String why, String rest)
      throws IOException {
    Answer answer =
        RawHttp.send(
            INTAKE,
            "POST "
                + COMPLAINTS
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + rest.replace("~", "\r\n").replace("^", "\n")
                + complaint(why));
    assertTrue(List.of(0, 400, 413).contains(answer.status()), why + ": " + answer);
    assertEquals(0, stored(why), "the hidden request was carried out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown encoding, nothing else | POST /api/v1/complaints HTTP/1.1~Transfer-Encoding: xchunked",
        "unknown method | BREW /api/v1/complaints HTTP/1.1",
        "dot segment | GET /a/../b HTTP/1.1",
        "foreign origin | GET /api/v1/problems HTTP/1.1~Origin: https://elsewhere.example",
        "HTTP 1.2 | GET /api/v1/problems HTTP/1.2"
      })
  void nothing_that_comes_behind_a_refused_request_is_carried_out(String why, String head)
      throws IOException {
    Answer answer =
        RawHttp.send(
            INTAKE, head.replace("~", "\r\n") + "\r\nHost: localhost\r\n\r\n" + complaint(why));
    assertTrue(answer.status() >= 400, why + ": " + answer);
    assertEquals(0, stored(why), "the hidden request was carried out");
  }

  /** Or the two tests above would prove nothing. */
  @Test
  void what_comes_behind_a_sound_request_is_carried_out() throws IOException {
    RawHttp.send(
        INTAKE,
        "GET /q/info HTTP/1.1\r\nHost: localhost\r\n\r\n" + complaint("behind a sound one"));
    assertEquals(1, stored("behind a sound one"));
  }

  private static String complaint(String number) {
    String body =
        "{\"channel\": \"HOTLINE_12319\", \"text\": \"lamp broken\", \"sourceRef\": \"hidden: "
            + number
            + "\"}";
    return "POST "
        + COMPLAINTS
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Authorization: Bearer "
        + clerk()
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static int stored(String number) {
    return RestAssured.given()
        .auth()
        .oauth2(team())
        .queryParam("sourceRef", "hidden: " + number)
        .get(INTAKE.address() + COMPLAINTS)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .size();
  }

  @Test
  void an_encoding_that_nobody_knows_leaves_the_length_unclear() throws IOException {
    assertProblem(400, "body-length-unclear", post("Transfer-Encoding: xchunked\r\n", ""));
  }

  @Test
  void another_version_is_refused_by_name() throws IOException {
    assertProblem(
        505,
        "http-version",
        RawHttp.send(INTAKE, "GET /q/info HTTP/1.2\r\nHost: localhost\r\n\r\n"));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void a_parameter_of_too_many_or_too_long_values_is_refused(String query) {
    RestAssured.given()
        .auth()
        .oauth2(team())
        .urlEncodingEnabled(false)
        .get(INTAKE.address() + PROBLEMS + "?" + query)
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("too-much"));
  }

  static List<String> tooMuch() {
    return List.of(
        "q=" + "a".repeat(501), String.join("&", Collections.nCopies(51, "status=DISPATCHED")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no host | GET /api/v1/problems HTTP/1.1~~ | 400",
        "two hosts | GET /api/v1/problems HTTP/1.1~Host: localhost~Host: evil.example~~ | 400",
        "host with a path | GET /api/v1/problems HTTP/1.1~Host: a b/c~~ | 400",
        "HTTP 1.2 | GET /api/v1/problems HTTP/1.2~Host: localhost~~ | 505",
        "HTTP 3.7 | GET /api/v1/problems HTTP/3.7~Host: localhost~~ | 505",
        "asterisk | GET * HTTP/1.1~Host: localhost~~ | 404"
      })
  void what_is_not_http_as_we_speak_it_is_a_problem(String why, String request, int status)
      throws IOException {
    Answer answer = RawHttp.send(INTAKE, request.replace("~", "\r\n"));
    assertEquals(status, answer.status(), why + ": " + answer);
    assertTrue(answer.isProblem(), why + ": " + answer);
  }

  /** Netty answers these by itself, before anything of Quarkus runs: 400 or a closed connection. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002 hello\r\n\r\n",
        "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /api/v1/problems HTTP/1.1\r\nHost: localhost\r\nX-A: a\u0000b\r\n\r\n",
        "no request at all\r\n\r\n"
      })
  void what_is_no_http_is_turned_away(String request) throws IOException {
    Answer answer = RawHttp.send(INTAKE, request);
    assertTrue(answer.status() == 0 || answer.status() == 400, answer.toString());
  }

  @Test
  void http_2_is_not_spoken() throws IOException {
    Answer answer =
        RawHttp.send(
            INTAKE,
            RawHttp.head(
                "GET", PROBLEMS, "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"));
    assertEquals(401, answer.status(), "upgrade is not taken up");
    Answer preface = RawHttp.send(INTAKE, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    assertTrue(preface.status() == 0 || preface.status() >= 400, preface.toString());
  }

  /** An absolute address is plain HTTP; the host in it goes nowhere. */
  @Test
  void a_foreign_host_in_the_address_leads_nobody_away() throws IOException {
    Answer answer = get("http://evil.example" + PROBLEMS, "Authorization: Bearer " + team());
    assertEquals(200, answer.status());
    assertTrue(answer.headers().stream().noneMatch(line -> line.contains("evil.example")));
  }

  private static Answer get(String target, String... headers) throws IOException {
    return RawHttp.get(INTAKE, target, headers);
  }

  private static Answer post(String framing, String body) throws IOException {
    return RawHttp.send(
        INTAKE,
        "POST "
            + COMPLAINTS
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + clerk()
            + "\r\nConnection: close\r\n"
            + framing
            + "\r\n"
            + body);
  }

  private static String clerk() {
    return STACK.token(Identity.of(Role.CHANNEL_CLERK));
  }

  private static String team() {
    return STACK.token(Identity.of(Role.SPECIAL_TEAM));
  }

  private static void assertProblem(int status, String code, Answer answer) throws IOException {
    assertEquals(status, answer.status(), answer.toString());
    assertTrue(answer.isProblem(), answer.toString());
    assertEquals(code, answer.code(), answer.toString());
  }
}
