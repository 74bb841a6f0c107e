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
    } else {
      if (wanted.deadlineClass() == DeadlineClass.PLANNED) {
        faults.add(new FieldError("deadlineClass", "limit-comes-from-plan"));
      }
      if (wanted.reworkShare() == null) {
        faults.add(new FieldError("reworkShare", "required"));
      }
    }
    Duration limit = wanted.limit();
    if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0 || limit.getNano() != 0) {
      faults.add(new FieldError("limit", "range", SHORTEST, LONGEST));
    }
    if (!wanted.validFrom().isAfter(clock.instant())) {
      faults.add(new FieldError("validFrom", "not-in-future"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
