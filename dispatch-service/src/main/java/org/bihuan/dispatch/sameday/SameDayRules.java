package org.bihuan.dispatch.sameday;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.contract.SourceKind;

/** The sources whose problems have to be on an order the same day. */
@ApplicationScoped
public class SameDayRules implements PanacheRepositoryBase<SameDayRule, SourceKind> {

  /** From now on these and no others: the file alone says which. */
  public void replaceBy(Collection<SameDayRule> rules) {
    Set<SourceKind> kept = rules.stream().map(SameDayRule::sourceKind).collect(Collectors.toSet());
    listAll().stream().filter(rule -> !kept.contains(rule.sourceKind())).forEach(this::delete);
    rules.forEach(getEntityManager()::merge);
  }
}
