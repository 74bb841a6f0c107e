package org.bihuan.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.security.BadTokens.Bad;
import org.bihuan.acceptance.security.RawHttp.Answer;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadTokensTest {

  private static final Stack STACK = RunningStack.get();

  private static BadTokens tokens;

  @BeforeAll
  static void make() throws Exception {
    tokens = new BadTokens(Layout.ofTests());
  }

  @AfterAll
  static void no_address_in_a_token_was_followed() throws IOException {
    boolean followed = tokens.areFollowed();
    tokens.close();
    assertFalse(followed, "a key was looked for where a token said");
  }

  static List<Bad> badTokens() throws Exception {
    return tokens.all();
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void a_bad_token_lets_nobody_in(Bad bad) {
    assertAll(
        Stream.of(ServiceName.values())
            .flatMap(
                service ->
                    Stream.of("zh-CN", "en")
                        .map(language -> () -> assertRefused(bad, service, language))));
  }

  @Test
  void the_table_is_long_enough() throws Exception {
    assertTrue(badTokens().size() >= 40, badTokens().size() + " bad tokens");
  }

  /** Without this, the table would prove nothing: every row is this token but for one thing. */
  @ParameterizedTest
  @EnumSource
  void the_token_they_are_made_from_is_good(ServiceName service) throws Exception {
    String good = tokens.good();
    for (String scheme : List.of("Bearer", "bearer")) {
      Answer answer =
          RawHttp.get(
              STACK.service(service),
              Protected.pathOf(service),
              "Authorization: " + scheme + " " + good);
      assertEquals(200, answer.status(), answer.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_token_in_the_address_is_not_read(ServiceName service) throws Exception {
    String good = tokens.good();
    for (String parameter : List.of("access_token", "token", "jwt")) {
      Answer answer =
          RawHttp.get(
              STACK.service(service), Protected.pathOf(service) + "?" + parameter + "=" + good);
      assertTrue(answer.status() == 401 || answer.status() == 400, answer.body());
    }
  }

  /** The first could be good and the second bad; who reads which is anyone's guess. */
  @ParameterizedTest
  @EnumSource
  void two_authorizations_are_none(ServiceName service) throws Exception {
    String good = "Authorization: Bearer " + tokens.good();
    Answer answer =
        RawHttp.get(
            STACK.service(service), Protected.pathOf(service), good, "Authorization: Bearer x");
    assertEquals(400, answer.status());
    assertEquals("header-repeated", answer.code());
  }

  /** A login that is right and a role that nobody knows is a matter of rights, not of the token. */
  @ParameterizedTest
  @EnumSource
  void an_unknown_role_may_nothing(ServiceName service) throws Exception {
    for (String groups :
        List.of(
            "[\"MAYOR\"]",
            "[]",
            "[\"special_team\"]",
            "[\"SPECIAL_TEAM \"]",
            "7",
            "{\"SPECIAL_TEAM\":true}",
            "[[\"SPECIAL_TEAM\"]]")) {
      Answer answer =
          RawHttp.get(
              STACK.service(service),
              Protected.pathOf(service),
              "Authorization: Bearer " + tokens.withGroups(groups));
      assertEquals(403, answer.status(), groups + answer.body());
      assertEquals("forbidden", answer.code());
    }
  }

  private static void assertRefused(Bad bad, ServiceName service, String language)
      throws Exception {
    String[] headers =
        Stream.concat(bad.headers().stream(), Stream.of("Accept-Language: " + language))
            .toArray(String[]::new);
    Answer answer = RawHttp.get(STACK.service(service), Protected.pathOf(service), headers);
    String told = service + " " + language + ": " + answer;
    assertEquals(401, answer.status(), told);
    assertTrue(answer.isProblem(), told);
    assertEquals("Bearer", answer.header("WWW-Authenticate").orElse("none"), told);
    assertEquals("unauthorized", answer.code(), told);
    assertEquals(
        language.equals("en") ? "Send a valid bearer token." : "请提供有效的访问令牌。",
        answer.json().path("detail").asText());
    assertFalse(
        answer.body().matches("(?s).*(jose4j|smallrye|exception|Exception|\\bat org\\.).*"));
  }
}
