package org.bihuan.inspection.assessment.ruling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What was judged. */
@ApplicationScoped
public class Judgements implements PanacheRepositoryBase<Judgement, UUID> {

  /** Whether this entry was judged so before. */
  public boolean has(UUID entry, DeductionKind kind) {
    return count("entry = ?1 and kind = ?2", entry, kind) > 0;
  }

  /** All about these problems. */
  public List<Judgement> of(Collection<UUID> problems) {
    return list("problemId in ?1 order by id", problems);
  }
}
