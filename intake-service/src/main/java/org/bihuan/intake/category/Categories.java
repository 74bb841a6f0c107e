package org.bihuan.intake.category;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bihuan.intake.reference.ReadOnce;
import org.bihuan.intake.reference.Recent;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.time.DistrictTime;

/** Every kind of problem. They change seldom, so they are read a few times a minute. */
@ApplicationScoped
public class Categories implements PanacheRepositoryBase<Category, String>, CodeList {

  /** What fits no other kind. */
  public static final String OTHER = "OTHER";

  private final Recent<List<Category>> all = new Recent<>();
  private final ReadOnce<List<CategoryGroup>> groups = new ReadOnce<>();
  private final Clock clock;

  Categories(Clock clock) {
    this.clock = clock;
  }

  /** All kinds by code, those no longer in use included. */
  public List<Category> ordered() {
    return all.get(() -> List.copyOf(list("order by code")));
  }

  /** The upper level of the tree, in its order. */
  public List<CategoryGroup> groups() {
    return groups.get(
        () ->
            List.copyOf(
                getEntityManager()
                    .createQuery("from CategoryGroup order by position", CategoryGroup.class)
                    .getResultList()));
  }

  /** The kind called {@code code} when something can be filed under it today. */
  public Optional<Category> active(String code) {
    return ordered().stream()
        .filter(category -> category.code().equals(code) && isActive(category))
        .findFirst();
  }

  /** Reads them anew at the next question: one was changed, here or at another replica. */
  @Scheduled(every = "10s")
  void forget() {
    all.forget();
  }

  /** Whether problems of this kind are still under way. */
  boolean hasOpenProblems(String code) {
    return !getEntityManager()
        .createNativeQuery(
            "select 1 from problem where category_code = :code"
                + " and status not in ('WRITTEN_OFF', 'CANCELLED', 'MERGED') limit 1")
        .setParameter("code", code)
        .getResultList()
        .isEmpty();
  }

  /** Whether something can be filed under it today. */
  public boolean isActive(Category category) {
    return category.isInForceOn(DistrictTime.day(clock.instant()));
  }

  @Override
  public Optional<String> codeOf(String text) {
    return ordered().stream().map(Category::code).filter(text::equals).findFirst();
  }

  @Override
  public String fault() {
    return "unknown-category";
  }
}
