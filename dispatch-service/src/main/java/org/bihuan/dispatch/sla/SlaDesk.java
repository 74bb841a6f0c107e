package org.bihuan.dispatch.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Shows SLA policies and takes new numbers of them. */
@ApplicationScoped
@Transactional
public class SlaDesk {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  private final SlaPolicies policies;
  private final Clock clock;

  SlaDesk(SlaPolicies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  Page<SlaPolicyView> page(SlaPolicyFilter filter) {
    return policies.page(filter.criteria(), filter).map(SlaPolicyView::of);
  }

  SlaPolicyView create(NewSlaPolicy wanted) {
    refuseFaults(wanted);
    if (policies.exists(wanted.terms())) {
      throw new Conflict("sla-policy-exists");
    }
    return SlaPolicyView.of(policies.add(wanted.terms()));
  }

  private void refuseFaults(NewSlaPolicy wanted) {
    List<FieldError> faults = new ArrayList<>();
    if (wanted.limitsAssignment()) {
      if (wanted.reworkShare() != null) {
        faults.add(new FieldError("reworkShare", "no-rework-of-assignment"));
      }
      refuseWindow("returnWindow", wanted.returnWindow(), faults);
      refuseWindow("acknowledgeWithin", wanted.acknowledgeWithin(), faults);
    } else {
      if (wanted.deadlineClass() == DeadlineClass.PLANNED) {
        faults.add(new FieldError("deadlineClass", "limit-comes-from-plan"));
      }
      if (wanted.reworkShare() == null) {
        faults.add(new FieldError("reworkShare", "required"));
      }
    }
    refuseOutside("limit", wanted.limit(), LONGEST, faults);
    refuseOutside("returnWindow", wanted.returnWindow(), wanted.limit(), faults);
    refuseOutside("acknowledgeWithin", wanted.acknowledgeWithin(), wanted.limit(), faults);
    if (!wanted.validFrom().isAfter(clock.instant())) {
      faults.add(new FieldError("validFrom", "not-in-future"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static void refuseWindow(String field, Duration given, List<FieldError> faults) {
    if (given != null) {
      faults.add(new FieldError(field, "no-window-of-assignment"));
    }
  }

  private static void refuseOutside(
      String field, Duration given, Duration longest, List<FieldError> faults) {
    if (given != null
        && (given.compareTo(SHORTEST) < 0
            || given.compareTo(longest) > 0
            || given.getNano() != 0)) {
      faults.add(new FieldError(field, "range", SHORTEST, longest));
    }
  }
}
