package org.bihuan.intake.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.Role;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * Which problems a caller may see: a unit its own, a sub-district those of its area, a channel's
 * machine those its channel reported, the rest all.
 */
@ApplicationScoped
class ProblemVisibility {

  private static final String RECHECK_PLANNED =
      EventCatalogue.of(InspectionEvent.RecheckPlanned.class).name();

  private final Caller caller;

  ProblemVisibility(Caller caller) {
    this.caller = caller;
  }

  Criteria criteria() {
    Optional<String> channel = caller.claim("channel");
    if (channel.isPresent()) {
      return new Criteria()
          .where(
              "exists (select 1 from Complaint c where c.problem = e and c.channel = %s)",
              channel.get());
    }
    if (caller.hasAnyRole(
        Role.SPECIAL_TEAM,
        Role.CHANNEL_CLERK,
        Role.INSPECTOR,
        Role.LINE_LEADER,
        Role.TOP_LEADER,
        Role.COMMITTEE_INSPECTOR,
        Role.DISCIPLINE,
        Role.ASSESSOR,
        Role.ADMIN)) {
      return new Criteria();
    }
    if (caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)) {
      String unit = caller.unit().orElse("");
      return new Criteria().where("array_contains(e.unitCodes, %s)", unit);
    }
    return new Criteria().where("e.subdistrictCode = %s", caller.subdistrict().orElse(""));
  }

  /** A unit must not foresee a re-check; it learns of one when it is done. */
  boolean shows(LedgerEntry entry) {
    return !RECHECK_PLANNED.equals(entry.kind())
        || !caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT);
  }
}
