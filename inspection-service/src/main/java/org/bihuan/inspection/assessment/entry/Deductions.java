package org.bihuan.inspection.assessment.entry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Month;

/** Entries that take points off, in all books. */
@ApplicationScoped
public class Deductions implements PanacheRepositoryBase<Deduction, UUID> {

  private static final Keyset<Deduction> KEYSET =
      new Keyset<>(Deduction.class, Deduction::id)
          .sortableBy(
              "deductedAt", "deducted.deductedAt", deduction -> deduction.deducted().deductedAt());

  private static final String COLUMNS =
      "entry, item_entry, item_id, problem_id, problem_serial, subdistrict_code, category_code,"
          + " source_kind, unit_code, kind, deducted_at, doubled, exempt";

  public Page<Deduction> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** Those that meet {@code criteria}, doubled ones and all, by {@code group} and kind. */
  public List<Object[]> count(Criteria criteria, List<Criteria> parts, String group) {
    return KEYSET.countPartsBy(getEntityManager(), criteria, parts, group, "deducted.kind");
  }

  /**
   * The latest of each group.
   *
   * @param group column by which they are told apart
   * @param most of each
   */
  public List<Deduction> latest(Book book, Month month, String group, int most) {
    return getEntityManager()
        .createQuery(
            """
            from Deduction d where d.id in (
              select s.id from (
                select e.id as id, row_number() over (partition by e.%s order by e.deducted.deductedAt desc, e.id desc) as place
                from Deduction e
                where e.book = :book and e.deducted.exempt = false and e.deducted.deductedAt >= :from and e.deducted.deductedAt < :to
              ) s where s.place <= :most)
            order by d.deducted.deductedAt desc, d.id desc
            """
                .formatted(group),
            Deduction.class)
        .setParameter("book", book.name())
        .setParameter("from", month.from())
        .setParameter("to", month.to())
        .setParameter("most", most)
        .getResultList();
  }

  /** Whether anything is in a book. */
  public boolean has(Book book) {
    return find("book", book.name()).firstResultOptional().isPresent();
  }

  /** The entry in a book. */
  public Optional<Deduction> entry(Book book, UUID entry) {
    return find("book = ?1 and entry = ?2", book.name(), entry).firstResultOptional();
  }

  /** Those about these problems in a book. */
  List<Deduction> of(Book book, Collection<UUID> problems) {
    return list("book = ?1 and subject.problemId in ?2", book.name(), problems);
  }

  /** Writes those of a month down in its book, as the facts are now. */
  void close(Month month) {
    getEntityManager()
        .createNativeQuery(copy("deducted_at >= :from and deducted_at < :until"))
        .setParameter("to", Book.closed(month).name())
        .setParameter("book", Book.LIVE.name())
        .setParameter("from", month.from())
        .setParameter("until", month.to())
        .executeUpdate();
  }

  /** Begins the corrected book of a month with what was closed. */
  void correct(Month month) {
    getEntityManager()
        .createNativeQuery(copy("1 = 1"))
        .setParameter("to", Book.corrected(month).name())
        .setParameter("book", Book.closed(month).name())
        .executeUpdate();
  }

  private static String copy(String which) {
    return "insert into assessed_deduction (id, book, %s) select gen_random_uuid(), :to, %s from assessed_deduction where book = :book and (%s)"
        .formatted(COLUMNS, COLUMNS, which);
  }
}
