package org.bihuan.intake.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.web.IfMatch;

/** Adds, replaces and retires categories, and tells the other services. */
@ApplicationScoped
@Transactional
class CategoryDesk {

  private final Categories categories;
  private final Outbox outbox;
  private final IfMatch ifMatch;

  CategoryDesk(Categories categories, Outbox outbox, IfMatch ifMatch) {
    this.categories = categories;
    this.outbox = outbox;
    this.ifMatch = ifMatch;
  }

  /**
   * The category called so.
   *
   * @throws NotFound {@code category-not-found}
   */
  Category existing(String code) {
    return categories
        .findByIdOptional(code)
        .orElseThrow(() -> new NotFound("category-not-found", code));
  }

  /**
   * Adds a category.
   *
   * @throws Conflict {@code category-exists}
   */
  Category add(String code, CategoryTerms terms) {
    check(code, terms);
    if (categories.findByIdOptional(code).isPresent()) {
      throw new Conflict("category-exists");
    }
    Category category = Category.called(code, terms);
    categories.persist(category);
    return told(category);
  }

  /**
   * Replaces a category; retires it where the terms say so, or where their dates do.
   *
   * @throws Conflict {@code category-in-use} when it would no longer be in force and problems of it
   *     are still open
   */
  Category replace(String code, CategoryTerms terms) {
    Category category = existing(code);
    ifMatch.require(category.version());
    check(code, terms);
    boolean wasActive = categories.isActive(category);
    category.change(terms);
    if (wasActive && !categories.isActive(category) && categories.hasOpenProblems(code)) {
      throw new Conflict("category-in-use");
    }
    return told(category);
  }

  /** What fits nowhere stays as it is: all that nobody can name waits under it. */
  private void check(String code, CategoryTerms terms) {
    if (code.equals(Categories.OTHER)) {
      throw new Conflict("category-fixed");
    }
    if (categories.groups().stream().noneMatch(one -> one.code().equals(terms.parentCode()))) {
      throw new Invalid("parentCode", "unknown-category-group");
    }
    if (terms.validFrom() != null
        && terms.validUntil() != null
        && !terms.validUntil().isAfter(terms.validFrom())) {
      throw new Invalid("validUntil", "ends-before-it-begins");
    }
  }

  private Category told(Category category) {
    categories.flush();
    outbox.announce(category.published());
    categories.forget();
    return category;
  }
}
