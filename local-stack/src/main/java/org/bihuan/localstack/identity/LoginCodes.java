package org.bihuan.localstack.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bihuan.localstack.layout.Layout;

/**
 * Codes that log somebody in once. Each is a file that only its owner may read, named by the
 * SHA-256 of the code; whoever deletes the file has redeemed it. So any process that shares the
 * directory can make one, running server or not.
 */
public final class LoginCodes {
  /** How long a code waits for being redeemed. */
  public static final Duration VALIDITY = Duration.ofHours(12);

  private static final int CODE_BYTES = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Clock clock;

  private LoginCodes(Layout layout, Clock clock) {
    this.folder = layout.logins();
    this.clock = clock;
  }

  public static LoginCodes of(Layout layout) {
    return new LoginCodes(layout, Clock.systemUTC());
  }

  static LoginCodes of(Layout layout, Clock clock) {
    return new LoginCodes(layout, clock);
  }

  /** A new code; those that have expired are removed on the way. */
  public String issue(Identity identity) {
    removeExpired();
    byte[] random = new byte[CODE_BYTES];
    new SecureRandom().nextBytes(random);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      Secrets.write(
          file(code), JSON.writeValueAsString(Kept.of(identity, clock.instant().plus(VALIDITY))));
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a login code in " + folder, e);
    }
  }

  /** Whom a code logs in, at its first use; nobody when it is unknown, used or expired. */
  public Optional<Identity> redeem(String code) {
    Path file = file(code);
    try {
      Kept kept = read(file);
      // Of two who come at once, one finds nothing to delete.
      Files.delete(file);
      return Optional.of(kept).filter(this::isValid).map(Kept::identity);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot redeem a login code in " + folder, e);
    }
  }

  private void removeExpired() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> !file.toString().endsWith(Secrets.UNFINISHED))) {
      for (Path file : files) {
        removeIfExpired(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look through " + folder, e);
    }
  }

  private void removeIfExpired(Path file) throws IOException {
    try {
      if (!isValid(read(file))) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Redeemed in the meantime.
      return;
    }
  }

  private boolean isValid(Kept kept) {
    return clock.instant().isBefore(Instant.parse(kept.expiresAt()));
  }

  private static Kept read(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), Kept.class);
  }

  private Path file(String code) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** An identity with the end of its code, in words that JSON has. */
  private record Kept(
      Role role,
      String subject,
      String unit,
      String line,
      String subdistrict,
      List<String> channels,
      List<Role> otherRoles,
      boolean usual,
      String expiresAt) {

    static Kept of(Identity identity, Instant expiresAt) {
      return new Kept(
          identity.role(),
          identity.subject().orElse(null),
          identity.unit().orElse(null),
          identity.line().orElse(null),
          identity.subdistrict().orElse(null),
          identity.channels(),
          identity.otherRoles(),
          identity.usual(),
          expiresAt.toString());
    }

    Identity identity() {
      return new Identity(
          role,
          Optional.ofNullable(subject),
          Optional.ofNullable(unit),
          Optional.ofNullable(line),
          Optional.ofNullable(subdistrict),
          channels,
          otherRoles,
          usual);
    }
  }
}
