package org.bihuan.localstack.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginCodesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");

  private Layout layout;
  private LoginCodes codes;

  @BeforeEach
  void start() {
    layout = TestStacks.empty("login-codes");
    codes = at(NOW);
  }

  private LoginCodes at(Instant moment) {
    return LoginCodes.of(layout, Clock.fixed(moment, ZoneOffset.UTC));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(layout.logins())) {
      return files.toList();
    }
  }

  @Test
  void a_code_logs_in_whom_it_was_made_for() {
    Identity clerk =
        Identity.of(Role.CHANNEL_CLERK)
            .called("clerk-7")
            .ofChannels(List.of("HOTLINE_12319", "DISTRICT_HOTLINE"))
            .alsoAs(Role.ADMIN);
    Identity bare = Identity.of(Role.LINE_LEADER).withoutUsualClaims();

    assertEquals(Optional.of(clerk), codes.redeem(codes.issue(clerk)));
    assertEquals(Optional.of(bare), codes.redeem(codes.issue(bare)));
  }

  @Test
  void it_does_so_once() throws IOException {
    String code = codes.issue(Identity.of(Role.INSPECTOR));

    assertTrue(codes.redeem(code).isPresent());

    assertTrue(codes.redeem(code).isEmpty());
    assertEquals(List.of(), files());
  }

  @Test
  void of_many_who_come_at_once_one_is_let_in() {
    String code = codes.issue(Identity.of(Role.INSPECTOR));

    long letIn =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(number -> LoginCodes.of(layout, Clock.fixed(NOW, ZoneOffset.UTC)))
            .filter(each -> each.redeem(code).isPresent())
            .count();

    assertEquals(1, letIn);
  }

  @Test
  void after_twelve_hours_it_logs_nobody_in() {
    String early = codes.issue(Identity.of(Role.INSPECTOR));
    String late = codes.issue(Identity.of(Role.INSPECTOR));
    Instant end = NOW.plus(Duration.ofHours(12));

    assertTrue(at(end.minusMillis(1)).redeem(early).isPresent());
    assertTrue(at(end).redeem(late).isEmpty());
  }

  @Test
  void what_has_expired_does_not_pile_up() throws IOException {
    codes.issue(Identity.of(Role.INSPECTOR));

    at(NOW.plus(Duration.ofHours(13))).issue(Identity.of(Role.INSPECTOR));

    assertEquals(1, files().size());
  }

  @Test
  void nothing_else_logs_anybody_in() {
    String code = codes.issue(Identity.of(Role.INSPECTOR));

    for (String wrong : List.of("", code + "A", code.substring(1), "../keys/secrets-key", "*")) {
      assertTrue(codes.redeem(wrong).isEmpty(), wrong);
    }
    assertTrue(codes.redeem(code).isPresent());
  }

  @Test
  void a_code_cannot_be_guessed_and_stands_in_no_file() throws IOException {
    String code = codes.issue(Identity.of(Role.INSPECTOR));

    assertTrue(code.matches("[A-Za-z0-9_-]{43}"), code);
    assertNotEquals(code, codes.issue(Identity.of(Role.INSPECTOR)));
    for (Path file : files()) {
      assertTrue(!file.toString().contains(code) && !Files.readString(file).contains(code));
    }
  }

  @Test
  void only_the_owner_can_look_at_them() throws IOException {
    codes.issue(Identity.of(Role.INSPECTOR));

    assertEquals("rwx------", mode(layout.logins()));
    assertEquals("rw-------", mode(files().get(0)));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
