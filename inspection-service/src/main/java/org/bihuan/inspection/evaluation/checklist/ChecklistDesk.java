package org.bihuan.inspection.evaluation.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/** Shows checklists, and takes new ones. */
@ApplicationScoped
@Transactional
class ChecklistDesk {

  private final Checklists checklists;
  private final Caller caller;
  private final Clock clock;

  ChecklistDesk(Checklists checklists, Caller caller, Clock clock) {
    this.checklists = checklists;
    this.caller = caller;
    this.clock = clock;
  }

  Page<ChecklistView> page(ChecklistFilter filter) {
    return checklists.page(filter.narrow(), filter).map(ChecklistView::of);
  }

  ChecklistView read(UUID id) {
    return checklists
        .findByIdOptional(id)
        .map(ChecklistView::whole)
        .orElseThrow(() -> new NotFound("checklist-not-found", id));
  }

  ChecklistView create(NewChecklist wanted) {
    int number = checklists.newestHeld(wanted.placeTypeCode()).map(Checklist::number).orElse(0) + 1;
    Checklist checklist = Checklist.of(wanted, number, caller.actor(), clock.instant());
    checklists.persist(checklist);
    return ChecklistView.whole(checklist);
  }
}
