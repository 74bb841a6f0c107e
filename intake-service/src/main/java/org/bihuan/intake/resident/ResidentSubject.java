package org.bihuan.intake.resident;

import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.security.Caller;

/** How a resident with a session appears as a caller. */
public final class ResidentSubject {

  /** Role that a session gives, and no token or key: it opens the resident's own list alone. */
  public static final String ROLE = "CITIZEN";

  private static final String PREFIX = "resident:";

  private ResidentSubject() {}

  static String of(UUID residentId) {
    return PREFIX + residentId;
  }

  /** The resident who asks; none without a session of the mini-program. */
  public static Optional<UUID> idOf(Caller caller) {
    return caller.isAnonymous() || caller.isVouchedFor() || !caller.hasAnyRole(ROLE)
        ? Optional.empty()
        : Optional.of(UUID.fromString(caller.subject().substring(PREFIX.length())));
  }
}
