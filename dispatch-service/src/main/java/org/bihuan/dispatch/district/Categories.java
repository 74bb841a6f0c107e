package org.bihuan.dispatch.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.kit.paging.CodeList;

/** The categories of problems that have been published so far. */
@ApplicationScoped
public class Categories implements PanacheRepositoryBase<Category, String>, CodeList {

  /** Code of the category that {@code text} names by its code or its name. */
  public Optional<String> called(String text) {
    return find("code = ?1 or name = ?1", text).firstResultOptional().map(Category::code);
  }

  @Override
  public Optional<String> codeOf(String text) {
    return findByIdOptional(text).map(Category::code);
  }

  @Override
  public String fault() {
    return "unknown-category";
  }

  /** Takes the newest state over; intake-service owns it. */
  public void follow(CategoryPublished published) {
    getEntityManager().merge(Category.of(published.code(), published.name()));
  }
}
