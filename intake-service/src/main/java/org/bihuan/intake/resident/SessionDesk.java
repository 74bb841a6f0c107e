package org.bihuan.intake.resident;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.intake.reporter.ReporterVault;

/** Opens, checks and ends the sessions of residents. */
@ApplicationScoped
@Transactional
public class SessionDesk {

  static final Duration LASTS = Duration.ofDays(30);

  /** More logins of one resident end the oldest. */
  static final int MOST_OF_ONE = 5;

  /** Keeps fingerprints of logins apart from those of phone numbers. */
  private static final String KIND = "mini-program\n";

  private static final int TOKEN_BYTES = 32;

  private final Residents residents;
  private final ResidentSessions sessions;
  private final ReporterVault vault;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SessionDesk(Residents residents, ResidentSessions sessions, ReporterVault vault, Clock clock) {
    this.residents = residents;
    this.sessions = sessions;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * A new session, with the token that is never shown again.
   *
   * @param account what the app calls the resident; a fingerprint of it is kept
   */
  public ResidentSessionView open(String account) {
    Instant now = clock.instant();
    UUID resident = resident(account, now);
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = "bhs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ResidentSession session = ResidentSession.open(resident, hash(token), now, now.plus(LASTS));
    sessions.persistAndFlush(session);
    sessions.keepNewest(resident, MOST_OF_ONE);
    return new ResidentSessionView(token, session.expiresAt());
  }

  private UUID resident(String account, Instant now) {
    List<byte[]> hashes =
        vault
            .fingerprints(List.of(KIND + account))
            .map(underOneKey -> underOneKey.ofTexts().get(0))
            .toList();
    byte[] current = hashes.get(0);
    hashes.stream().skip(1).forEach(former -> residents.recognise(former, current));
    return residents.loggedIn(UuidCreator.getTimeOrderedEpoch(), current, now);
  }

  /** The session with this token; none when it has ended. */
  Optional<ResidentSession> of(String token) {
    return sessions.valid(hash(token), clock.instant());
  }

  /** Ends a session at once; one that has ended stays so. */
  public void end(UUID sessionId) {
    sessions.deleteById(sessionId);
  }

  /** A token is random enough to need no salt, and must be found by its hash. */
  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
