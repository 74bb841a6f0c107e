package org.bihuan.dispatch.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which category belongs to which work line. */
@ApplicationScoped
public class LineCategories implements PanacheRepositoryBase<LineCategory, String> {

  /** Code of the one work line of a category; nothing for {@code null} or one that has none. */
  public Optional<String> lineOf(String categoryCode) {
    return categoryCode == null
        ? Optional.empty()
        : findByIdOptional(categoryCode).map(LineCategory::lineCode);
  }
}
