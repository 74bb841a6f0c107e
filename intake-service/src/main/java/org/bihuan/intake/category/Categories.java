package org.bihuan.intake.category;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Every kind of problem. They change only with the reference data at a start, so they are read
 * once.
 */
@ApplicationScoped
public class Categories implements PanacheRepositoryBase<Category, String> {

  /** What fits no other kind. */
  public static final String OTHER = "OTHER";

  private volatile List<Category> all;

  /** All kinds by code, those no longer in use included. */
  public List<Category> ordered() {
    List<Category> known = all;
    return known == null ? read() : known;
  }

  /** By one request, while those that came with it wait for it and not each for a connection. */
  private synchronized List<Category> read() {
    if (all == null) {
      all = List.copyOf(list("order by code"));
    }
    return all;
  }

  /** The kind called {@code code} when it is in use. */
  public Optional<Category> active(String code) {
    return ordered().stream()
        .filter(category -> category.isActive() && category.code().equals(code))
        .findFirst();
  }
}
