package org.bihuan.intake.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ErasureCause;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.erasure.OwnErasureResource.ErasedComplaint;
import org.bihuan.intake.erasure.PersonalDataAnswer.KeptComplaint;
import org.bihuan.intake.tracking.PublicStatus;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.security.Caller;

/** Does what people ask for about their own data, and keeps on record that they did. */
@ApplicationScoped
@Transactional
class PersonalDataDesk {

  private final OwnComplaints complaints;
  private final PersonalDataRequests requests;
  private final Erasure erasure;
  private final OwnData data;
  private final Caller caller;
  private final Clock clock;

  PersonalDataDesk(
      OwnComplaints complaints,
      PersonalDataRequests requests,
      Erasure erasure,
      OwnData data,
      Caller caller,
      Clock clock) {
    this.complaints = complaints;
    this.requests = requests;
    this.erasure = erasure;
    this.data = data;
    this.caller = caller;
    this.clock = clock;
  }

  Page<PersonalDataRequestView> page(PersonalDataRequestFilter filter) {
    return requests.page(filter.criteria(), filter).map(PersonalDataRequestView::of);
  }

  PersonalDataAnswer answer(NewPersonalDataRequest sent) {
    List<Complaint> meant = complaints.meant(sent);
    Instant now = clock.instant();
    Actor actor = caller.actor();
    return switch (sent.kind()) {
      case EXPORT ->
          new PersonalDataAnswer(
              taken(sent, complaints.masked(sent.reason(), meant), meant.size(), 0, actor, now),
              List.of(),
              data.shown(meant, sent.reason(), actor, now));
      case ERASURE -> erase(sent, meant, actor, now);
    };
  }

  private PersonalDataAnswer erase(
      NewPersonalDataRequest sent, List<Complaint> meant, Actor actor, Instant now) {
    // As long as the reporters can still be read.
    String reason = complaints.masked(sent.reason(), meant);
    List<KeptComplaint> kept = new ArrayList<>();
    int erased = 0;
    for (Complaint complaint : meant) {
      PublicStatus status = PublicStatus.of(complaint);
      if (complaint.reporter().purgedAt() != null) {
        continue;
      }
      if (status.isEnd() && erasure.erase(complaint, ErasureCause.REQUEST, actor, now)) {
        erased++;
      } else {
        kept.add(new KeptComplaint(complaint.id(), complaint.serial(), status));
      }
    }
    return new PersonalDataAnswer(
        taken(sent, reason, meant.size(), erased, actor, now), kept, List.of());
  }

  private PersonalDataRequestView taken(
      NewPersonalDataRequest sent,
      String reason,
      int complaints,
      int erased,
      Actor actor,
      Instant now) {
    PersonalDataRequest request =
        PersonalDataRequest.of(
            sent.kind(), sent.phone() != null, reason, complaints, erased, actor, now);
    requests.persist(request);
    return PersonalDataRequestView.of(request);
  }

  /**
   * Erases the reporter of one complaint for whoever has its code; the same when that was done
   * before.
   *
   * @throws Conflict {@code still-under-way}, or {@code reporter-unreadable} when no configured key
   *     opens what is to be taken out of the texts
   */
  ErasedComplaint eraseOwn(String trackingCode) {
    Complaint complaint = complaints.tracked(trackingCode);
    PublicStatus status = PublicStatus.of(complaint);
    if (!status.isEnd()) {
      throw new Conflict("still-under-way", complaint.serial()).with("status", status);
    }
    if (complaint.reporter().purgedAt() == null) {
      Instant now = clock.instant();
      Actor actor = caller.actor();
      if (!erasure.erase(complaint, ErasureCause.REQUEST, actor, now)) {
        throw new Conflict("reporter-unreadable", complaint.id());
      }
      requests.persist(
          PersonalDataRequest.of(PersonalDataRequestKind.ERASURE, false, null, 1, 1, actor, now));
    }
    return new ErasedComplaint(
        complaint.trackingCode(), complaint.serial(), complaint.reporter().purgedAt());
  }
}
