package org.bihuan.intake.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.ledger.RestrictedEntries;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/**
 * Which problems a caller may see: a unit its own, a sub-district those of its area, a clerk or
 * machine of a channel those its channel reported, the rest all.
 */
@ApplicationScoped
public class ProblemAccess {

  private final Problems problems;
  private final Caller caller;
  private final RestrictedEntries restricted;

  ProblemAccess(Problems problems, Caller caller, RestrictedEntries restricted) {
    this.problems = problems;
    this.caller = caller;
    this.restricted = restricted;
  }

  /**
   * The problem {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  public Problem visible(UUID id) {
    return seen(id).orElseThrow(() -> new NotFound("problem-not-found", id));
  }

  /** Whether the caller may see the problem {@code id}. */
  public boolean sees(UUID id) {
    return seen(id).isPresent();
  }

  /** The problem {@code id}, or nothing when there is none within the caller's sight. */
  public Optional<Problem> seen(UUID id) {
    return problems.visible(id, criteria());
  }

  /** Whether the caller watches over the whole district, and no bound narrows its sight. */
  public boolean seesAll() {
    return caller.hasAnyRole(
        Role.SPECIAL_TEAM,
        Role.INSPECTOR,
        Role.LINE_LEADER,
        Role.TOP_LEADER,
        Role.COMMITTEE_INSPECTOR,
        Role.DISCIPLINE,
        Role.ASSESSOR,
        Role.ADMIN);
  }

  /** The condition that a problem {@code e} is within sight. */
  public Criteria criteria() {
    if (seesAll()) {
      return new Criteria();
    }
    AnyOf own = new AnyOf();
    if (caller.hasAnyRole(Role.CHANNEL_CLERK)) {
      own.or(
          "exists (select 1 from Complaint c where c.problem = e and c.channel in %s)",
          caller.bound(Bound.CHANNEL));
    }
    if (caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)) {
      caller
          .bound(Bound.UNIT)
          .forEach(unit -> own.or("array_contains(e.item.unitCodes, %s)", unit));
    }
    if (caller.hasAnyRole(Role.SUBDISTRICT)) {
      own.or("e.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT));
    }
    return own.criteria();
  }

  /**
   * Whether the caller may read what a source from above has said of a problem: a channel learns of
   * a covert check or a leader's visit no more than that its complaint is dealt with.
   */
  public boolean showsSource() {
    return seesAll() || !caller.hasAnyRole(Role.CHANNEL_CLERK);
  }

  /** Whether the caller may read an entry about a problem within its sight. */
  public boolean shows(LedgerEntry entry) {
    return restricted.shows(entry);
  }
}
