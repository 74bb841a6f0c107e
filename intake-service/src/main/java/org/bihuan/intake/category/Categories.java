package org.bihuan.intake.category;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.intake.reference.ReadOnce;
import org.bihuan.kit.paging.CodeList;

/**
 * Every kind of problem. They change only with the reference data at a start, so they are read
 * once.
 */
@ApplicationScoped
public class Categories implements PanacheRepositoryBase<Category, String>, CodeList {

  /** What fits no other kind. */
  public static final String OTHER = "OTHER";

  private final ReadOnce<List<Category>> all = new ReadOnce<>();

  /** All kinds by code, those no longer in use included. */
  public List<Category> ordered() {
    return all.get(() -> List.copyOf(list("order by code")));
  }

  /** The kind called {@code code} when it is in use. */
  public Optional<Category> active(String code) {
    return ordered().stream()
        .filter(category -> category.isActive() && category.code().equals(code))
        .findFirst();
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
