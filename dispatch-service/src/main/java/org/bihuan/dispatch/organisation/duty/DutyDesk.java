package org.bihuan.dispatch.organisation.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.kit.web.IfMatch;

/** Shows duties, gives new ones and ends them. */
@ApplicationScoped
@Transactional
public class DutyDesk {

  private final Duties duties;
  private final ChargeReading charges;
  private final HolderReading holders;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  DutyDesk(
      Duties duties,
      ChargeReading charges,
      HolderReading holders,
      Caller caller,
      IfMatch ifMatch,
      Clock clock) {
    this.duties = duties;
    this.charges = charges;
    this.holders = holders;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Page<DutyView> page(DutyFilter filter) {
    return duties
        .page(filter.criteria(DistrictTime.day(clock.instant())), filter)
        .map(DutyView::of);
  }

  DutyView read(UUID id) {
    return DutyView.of(
        duties.findByIdOptional(id).orElseThrow(() -> new NotFound("duty-not-found")));
  }

  DutyView create(NewDuty wanted) {
    Duty.Charge charge = charges.of(wanted);
    Span span = Span.of(wanted.validFrom(), wanted.validTo(), caller.actor(), clock.instant());
    Duty duty = holders.of(wanted, seated(charge, span), span);
    DutyPolicy.against(duty, duties.ofKindFrom(duty.kind(), span.validFrom()))
        .ifPresent(
            other -> {
              throw new Conflict("duty-overlaps").with("dutyId", other.id());
            });
    duties.persistAndFlush(duty);
    return DutyView.of(duty);
  }

  private Duty.Charge seated(Duty.Charge charge, Span span) {
    if (charge.kind() != DutyKind.CO_HEAD) {
      return charge;
    }
    return DutyPolicy.freeSeat(span, duties.ofKindFrom(DutyKind.CO_HEAD, span.validFrom()))
        .map(seat -> new Duty.Charge(charge.kind(), seat, null, null, null))
        .orElseThrow(() -> new Conflict("co-heads-complete"));
  }

  DutyView end(UUID id, Ending ending) {
    Duty duty = duties.held(id).orElseThrow(() -> new NotFound("duty-not-found"));
    ifMatch.check(duty.version());
    duty.end(ending, caller.actor(), clock.instant());
    duties.flush();
    return DutyView.of(duty);
  }
}
