package org.bihuan.dispatch.reply.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;

/** Shows photo rules and takes new ones. */
@ApplicationScoped
@Transactional
public class PhotoRuleDesk {

  private final PhotoRules rules;
  private final Categories categories;
  private final Clock clock;

  PhotoRuleDesk(PhotoRules rules, Categories categories, Clock clock) {
    this.rules = rules;
    this.categories = categories;
    this.clock = clock;
  }

  Page<PhotoRuleView> page(PhotoRuleFilter filter) {
    return rules.page(filter.criteria(), filter).map(PhotoRuleView::of);
  }

  PhotoRuleView create(NewPhotoRule wanted) {
    Instant now = clock.instant();
    Instant from = wanted.validFrom() == null ? now : wanted.validFrom();
    String category =
        categories
            .called(wanted.categoryCode())
            .orElseThrow(() -> new Invalid("categoryCode", categories.fault()));
    if (from.isBefore(now)) {
      throw new Invalid("validFrom", "in-past");
    }
    if (rules.exists(category, from)) {
      throw new Conflict("photo-rule-exists");
    }
    PhotoRule rule = PhotoRule.of(category, wanted.beforeRequired(), wanted.afterRequired(), from);
    rules.persistAndFlush(rule);
    return PhotoRuleView.of(rule);
  }
}
