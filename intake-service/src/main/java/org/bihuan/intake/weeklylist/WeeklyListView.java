package org.bihuan.intake.weeklylist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.intake.weeklylist.WeeklyList.Counts;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.Week;

/**
 * The problem list of a week, a page of its rows at a time.
 *
 * @param week week of ISO 8601, {@code yyyy-Www}, Monday 00:00 to Sunday 24:00 in the district
 * @param frozen whether it stays as it is; one that runs shows how the problems are now
 * @param frozenAt when it was frozen, or {@code null} as long as it runs
 * @param carriedFrom the week before it, when that left something unfinished; else {@code null}
 * @param added problems that were filed in the week
 * @param carried problems that an earlier list left unfinished
 * @param finished problems that ended in the week: written off, called off or merged
 * @param hash SHA-256 over all of its rows, in hexadecimal, as the ledger keeps it; {@code null} as
 *     long as it runs
 * @param entryId the entry of the ledger that keeps the hash, or {@code null}
 * @param intact whether the rows that are stored still give that hash; {@code null} as long as it
 *     runs, on a later page, and when rows were narrowed by filters
 * @param items the rows of this page, newest first
 * @param nextCursor value of the parameter {@code cursor} for the next page, or {@code null} on the
 *     last
 * @param total number of all rows the same filters match; only when {@code count=exact} was asked
 *     for
 */
public record WeeklyListView(
    @NotNull String week,
    boolean frozen,
    Instant frozenAt,
    String carriedFrom,
    @NotNull Figure added,
    @NotNull Figure carried,
    @NotNull Figure finished,
    String hash,
    UUID entryId,
    Boolean intact,
    @Size(max = MOST) List<ListedProblemView> items,
    String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

  private static final int MOST = 200;

  /**
   * What the ledger says of a frozen list.
   *
   * @param hash of its rows, as entered
   * @param intact whether the rows that are stored give it; {@code null} when they were not asked
   */
  record Seal(String hash, UUID entryId, Boolean intact) {

    static final Seal NONE = new Seal(null, null, null);
  }

  static WeeklyListView of(
      WeeklyList list, Counts counts, Seal seal, Page<ListedProblemView> page) {
    Week week = list.week();
    String address = "/api/v1/ledger/weeks/" + week + "?";
    return new WeeklyListView(
        week.toString(),
        list.isFrozen(),
        list.frozenAt(),
        counts.carried() == 0 ? null : week.minus(1).toString(),
        Figure.count(counts.added(), address + "carried=false"),
        Figure.count(counts.carried(), address + "carried=true"),
        Figure.count(
            counts.finished(),
            address
                + WeeklyLists.ENDS.stream()
                    .map(end -> "status=" + end)
                    .collect(Collectors.joining("&"))),
        seal.hash(),
        seal.entryId(),
        seal.intact(),
        page.items(),
        page.nextCursor(),
        page.total());
  }
}
