package org.bihuan.dispatch.organisation.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.kit.web.IfMatch;

/** Shows who is posted where, and takes what an administrator says of it. */
@ApplicationScoped
@Transactional
public class PostingDesk {

  private final Postings postings;
  private final PostingAccess access;
  private final PostingPlaces places;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  PostingDesk(
      Postings postings,
      PostingAccess access,
      PostingPlaces places,
      Caller caller,
      IfMatch ifMatch,
      Clock clock) {
    this.postings = postings;
    this.access = access;
    this.places = places;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Page<PostingView> page(PostingFilter filter) {
    return postings
        .page(filter.criteria(access.visible(), DistrictTime.day(clock.instant())), filter)
        .map(PostingView::of);
  }

  PostingView read(UUID id) {
    return PostingView.of(
        postings
            .visible(id, access.visible())
            .orElseThrow(() -> new NotFound("posting-not-found")));
  }

  PostingView create(NewPosting wanted) {
    AssignedUnit unit = places.unit(wanted.unitCode());
    String subdistrict = places.subdistrict(wanted.subdistrictCode());
    Span span = Span.of(wanted.validFrom(), wanted.validTo(), caller.actor(), clock.instant());
    Posting.Cadre cadre = new Posting.Cadre(unit.code(), wanted.cadreName(), wanted.cadreNumber());
    Posting posting = Posting.of(unit, cadre, wanted.details(), subdistrict, span);
    refuseOverlap(cadre, posting);
    postings.persistAndFlush(posting);
    return PostingView.of(posting);
  }

  PostingView change(UUID id, PostingChange change) {
    Posting posting = held(id);
    ifMatch.require(posting.version());
    Posting.Cadre cadre =
        new Posting.Cadre(posting.unit().code(), change.cadreName(), change.cadreNumber());
    refuseOverlap(cadre, posting);
    posting.correct(cadre);
    posting.change(new Posting.Details(change.post(), change.officePhone()));
    postings.flush();
    return PostingView.of(posting);
  }

  PostingView end(UUID id, Ending ending) {
    Posting posting = held(id);
    ifMatch.check(posting.version());
    posting.end(ending, caller.actor(), clock.instant());
    postings.flush();
    return PostingView.of(posting);
  }

  /** A cadre is in one place at a time. */
  private void refuseOverlap(Posting.Cadre cadre, Posting posting) {
    postings.ofCadre(cadre).stream()
        .filter(other -> !other.id().equals(posting.id()))
        .filter(other -> other.span().overlaps(posting.span()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new Conflict("posting-overlaps").with("postingId", other.id());
            });
  }

  private Posting held(UUID id) {
    return postings.held(id).orElseThrow(() -> new NotFound("posting-not-found"));
  }
}
