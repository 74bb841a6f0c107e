package org.bihuan.inspection.assessment.entry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.figure.Cohort;
import org.bihuan.inspection.assessment.figure.CountTable.Cell;
import org.bihuan.inspection.assessment.figure.CountTable.Change;
import org.bihuan.inspection.assessment.figure.FigureKind;
import org.bihuan.inspection.assessment.figure.Part;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Month;

/** Entries about items, in all books. */
@ApplicationScoped
public class AssessedItems implements PanacheRepositoryBase<AssessedItem, UUID> {

  private static final Keyset<AssessedItem> KEYSET =
      new Keyset<>(AssessedItem.class, AssessedItem::id)
          .sortableBy("dueAt", "duty.dueAt", item -> item.duty().dueAt())
          .sortableBy("issuedAt", "duty.issuedAt", item -> item.duty().issuedAt())
          .sortableBy(
              "firstReviewAt", "handling.firstReviewAt", item -> item.handling().firstReviewAt())
          .sortableBy(
              "firstVerdictAt", "checking.firstVerdictAt", item -> item.checking().firstVerdictAt())
          .sortableBy(
              "lastVerdictAt", "checking.lastVerdictAt", item -> item.checking().lastVerdictAt())
          .sortableBy(
              "writtenOffAt", "checking.writtenOffAt", item -> item.checking().writtenOffAt());

  private static final String COLUMNS =
      "entry, item_id, problem_id, problem_serial, subdistrict_code, category_code, source_kind,"
          + " unit_code, order_serial, issued_at, deadline_class, due_at, \"current\", suspended,"
          + " cancelled, return_requested, taken_back, first_final_at, passed_reply_at, on_time,"
          + " first_review_at, accepted_at_first, first_verdict_at, passed_at_first,"
          + " last_verdict_at, failures, written_off_at, relapsed, complete, exempt";

  /** Each of a million entries takes a few seconds. */
  private static final int SLICES = 16;

  private static final String IN_MONTH =
      Stream.of(
              "due_at",
              "issued_at",
              "first_review_at",
              "first_verdict_at",
              "last_verdict_at",
              "written_off_at")
          .map(moment -> moment + " >= :from and " + moment + " < :until")
          .collect(Collectors.joining(" or "));

  public Page<AssessedItem> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** What these problems are counted as in a book, by the conditions of the lists. */
  Map<Cell, Change> counts(Book book, Collection<UUID> problems) {
    Map<Cell, Change> counts = new HashMap<>();
    for (Cohort cohort : Cohort.values()) {
      List<FigureKind> kinds = FigureKind.of(cohort);
      Criteria all = cohort.about(problems, book);
      List<Criteria> parts =
          kinds.stream()
              .flatMap(kind -> Stream.of(Part.values()).map(part -> kind.narrow(all.part(), part)))
              .toList();
      KEYSET
          .countPartsBy(getEntityManager(), all, parts, "cell", cohort.monthPath())
          .forEach(row -> add(counts, kinds, row));
    }
    return counts;
  }

  /** A row is cell, month, and numerator and denominator of each figure. */
  private static void add(Map<Cell, Change> counts, List<FigureKind> kinds, Object[] row) {
    String[] cell = ((String) row[0]).split("\\|");
    for (int i = 0; i < kinds.size(); i++) {
      FigureKind kind = kinds.get(i);
      counts.merge(
          new Cell((Integer) row[1], kind, cell[0], cell[1], kind.isAdjusted() ? cell[2] : "-"),
          new Change((Long) row[2 + 2 * i], (Long) row[3 + 2 * i]),
          Change::plus);
    }
  }

  /** Whether anything is in a book. */
  public boolean has(Book book) {
    return find("book", book.name()).firstResultOptional().isPresent();
  }

  /** The entry in a book. */
  public Optional<AssessedItem> entry(Book book, UUID entry) {
    return find("book = ?1 and entry = ?2", book.name(), entry).firstResultOptional();
  }

  /** The entries of these problems in a book. */
  List<AssessedItem> of(Book book, Collection<UUID> problems) {
    return list("book = ?1 and subject.problemId in ?2", book.name(), problems);
  }

  /** Writes the entries of a month down in its book, as the facts are now. */
  void close(Month month) {
    copy(
        Book.LIVE,
        Book.closed(month),
        IN_MONTH,
        query -> query.setParameter("from", month.from()).setParameter("until", month.to()));
  }

  /** Begins the corrected book of a month with what was closed. */
  void correct(Month month) {
    copy(Book.closed(month), Book.corrected(month), "1 = 1", query -> query);
  }

  /**
   * Copies entries of a book in slices: no statement may last longer than a connection waits for an
   * answer, and a month may have a million.
   */
  private void copy(Book from, Book to, String which, UnaryOperator<Query> narrowed) {
    String copy =
        "insert into assessed_item (id, book, %s) select gen_random_uuid(), :to, %s from assessed_item where book = :book and (%s)"
                .formatted(COLUMNS, COLUMNS, which)
            + " and abs(cast(hashtext(cast(entry as text)) as bigint)) %% %d = :slice"
                .formatted(SLICES);
    for (int slice = 0; slice < SLICES; slice++) {
      narrowed
          .apply(getEntityManager().createNativeQuery(copy))
          .setParameter("to", to.name())
          .setParameter("book", from.name())
          .setParameter("slice", slice)
          .executeUpdate();
    }
  }
}
