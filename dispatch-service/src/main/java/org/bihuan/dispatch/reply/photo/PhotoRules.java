package org.bihuan.dispatch.reply.photo;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.Conflict;

/** Every photo rule, old ones too. */
@ApplicationScoped
public class PhotoRules implements PanacheRepositoryBase<PhotoRule, UUID> {

  private static final Keyset<PhotoRule> PAGES = new Keyset<>(PhotoRule.class, PhotoRule::id);

  /**
   * Lets a final reply pass that shows what its category asks for.
   *
   * @param before how many photos show how it was
   * @param after how many show how it is now
   * @throws Conflict {@code photos-missing}, with what is missing
   */
  public void check(String categoryCode, int before, int after, Instant now) {
    List<PhotoRule.Shot> missing =
        inForce(categoryCode, now).map(rule -> rule.missing(before, after)).orElse(List.of());
    if (!missing.isEmpty()) {
      throw new Conflict("photos-missing").with("missing", missing);
    }
  }

  /** The newest rule for a category that has begun. */
  private Optional<PhotoRule> inForce(String categoryCode, Instant now) {
    return find("categoryCode = ?1 and validFrom <= ?2 order by validFrom desc", categoryCode, now)
        .firstResultOptional();
  }

  boolean exists(String categoryCode, Instant validFrom) {
    return count("categoryCode = ?1 and validFrom = ?2", categoryCode, validFrom) > 0;
  }

  Page<PhotoRule> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
