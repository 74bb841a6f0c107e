package org.bihuan.dispatch.notification.recipient;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which category belongs to which work line. */
@ApplicationScoped
public class LineCategories implements PanacheRepositoryBase<LineCategory, String> {

  Optional<String> lineOf(String categoryCode) {
    return categoryCode == null
        ? Optional.empty()
        : findByIdOptional(categoryCode).map(LineCategory::lineCode);
  }
}
