package org.bihuan.dispatch.routing.route;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The categories in which what nobody owns goes to the fallback unit. */
@ApplicationScoped
public class FallbackCategories implements PanacheRepositoryBase<FallbackCategory, String> {

  /** Codes of all of them. */
  public Set<String> codes() {
    return listAll().stream().map(FallbackCategory::categoryCode).collect(Collectors.toSet());
  }

  /** This category's code, when it is one of them. */
  Set<String> codes(String categoryCode) {
    return list("categoryCode = ?1", categoryCode).stream()
        .map(FallbackCategory::categoryCode)
        .collect(Collectors.toSet());
  }

  /** From now on these and no others: the file alone says which. */
  public void replaceBy(Collection<String> codes) {
    listAll().stream()
        .filter(category -> !codes.contains(category.categoryCode()))
        .forEach(this::delete);
    codes.forEach(code -> getEntityManager().merge(FallbackCategory.of(code)));
  }
}
