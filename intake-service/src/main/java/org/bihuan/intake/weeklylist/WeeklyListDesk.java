package org.bihuan.intake.weeklylist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.contract.IntakeEvent.WeekFrozen;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.weeklylist.WeeklyList.Counts;
import org.bihuan.intake.weeklylist.WeeklyListView.Seal;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.time.Week;

/** Shows the problem lists of weeks. */
@ApplicationScoped
@Transactional
class WeeklyListDesk {

  private final WeeklyLists lists;
  private final WeekFreezer freezer;
  private final WeeklyListAccess access;
  private final Ledger ledger;
  private final Clock clock;

  WeeklyListDesk(
      WeeklyLists lists, WeekFreezer freezer, WeeklyListAccess access, Ledger ledger, Clock clock) {
    this.lists = lists;
    this.freezer = freezer;
    this.access = access;
    this.ledger = ledger;
    this.clock = clock;
  }

  Page<WeekView> weeks(WeekFilter filter) {
    freezer.freezeDue();
    return filter
        .pageOf(lists.newestFirst())
        .map(
            list ->
                WeekView.of(
                    list, list.isFrozen() ? list.counts() : lists.count(list, new Criteria())));
  }

  Page<ListedProblemView> page(Week week, RowFilter filter) {
    WeeklyList list = list(week);
    Instant asOf = list.asOf(clock.instant());
    return lists
        .page(list, filter.narrow(access.criteria(), asOf), filter)
        .map(row -> ListedProblemView.of(week, row, asOf));
  }

  /** The list around a page of its rows, its figures those of what the caller may see. */
  WeeklyListView around(Week week, RowFilter filter, Page<ListedProblemView> page) {
    WeeklyList list = list(week);
    return WeeklyListView.of(list, counts(list), sealOf(list, filter.beginsAll()), page);
  }

  private Counts counts(WeeklyList list) {
    return list.isFrozen() && access.seesAll()
        ? list.counts()
        : lists.count(list, access.criteria());
  }

  /**
   * The hash is that on the ledger: whoever changes rows cannot make it fit. To hold the rows
   * against it all of them are read, which only those pay for who begin to read the whole list.
   */
  private Seal sealOf(WeeklyList list, boolean isChecked) {
    if (!list.isFrozen()) {
      return Seal.NONE;
    }
    String hash = ledger.fact(list.entryId(), WeekFrozen.class).map(WeekFrozen::hash).orElse(null);
    Boolean intact = isChecked ? lists.hash(list.week()).equals(hash) : null;
    return new Seal(hash, list.entryId(), intact);
  }

  /** What is due is frozen before anybody reads it, also in the second that the freezer needs. */
  private WeeklyList list(Week week) {
    freezer.freezeDue();
    return lists
        .findByIdOptional(week.monday())
        .orElseThrow(() -> new NotFound("weekly-list-not-found", week));
  }
}
