package org.bihuan.inspection.assessment.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.assessment.appeal.review.NewReview;
import org.bihuan.inspection.assessment.appeal.review.Reviewer;
import org.bihuan.inspection.assessment.judging.FoundEntry;
import org.bihuan.inspection.assessment.judging.RulingBook;
import org.bihuan.kit.time.Month;

/** Takes appeals and what their reviewers say. */
@ApplicationScoped
@Transactional
class AppealDesk {

  private final Appeals appeals;
  private final AppealAccess access;
  private final AppealReading reading;
  private final AppealRules rules;
  private final RulingBook rulings;
  private final Clock clock;

  AppealDesk(
      Appeals appeals,
      AppealAccess access,
      AppealReading reading,
      AppealRules rules,
      RulingBook rulings,
      Clock clock) {
    this.appeals = appeals;
    this.access = access;
    this.reading = reading;
    this.rules = rules;
    this.rulings = rulings;
    this.clock = clock;
  }

  AppealView appeal(Month month, NewAppeal asked) {
    String unit = access.ownUnit(asked.unitCode(), "unitCode");
    Instant now = clock.instant();
    FoundEntry entry = rules.entryToAppeal(month, unit, asked.entry(), now);
    Appeal appeal = Appeal.of(month, entry, asked.reason(), access.actor(), now);
    appeals.persist(appeal);
    return reading.full(appeal);
  }

  AppealView review(Month month, UUID id, NewReview said) {
    Appeal appeal = access.toActOn(month, id);
    Reviewer by = access.reviewer(List.of(appeal));
    Instant now = clock.instant();
    appeal.review(said.decision(), said.opinion(), by, now);
    if (appeal.status() == AppealStatus.ACCEPTED) {
      appeals.flush();
      rulings.exempt(appeal.exempted(), appeal.id(), appeal.reason(), by.actor(), now);
    }
    return reading.full(appeal);
  }
}
