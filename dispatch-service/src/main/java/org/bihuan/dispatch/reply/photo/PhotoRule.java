package org.bihuan.dispatch.reply.photo;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Which photos a final reply about problems of one category must show. A rule is never changed; a
 * newer one takes over from its first moment on.
 */
@Entity
@Immutable
@Table(name = "photo_rule")
public class PhotoRule {

  @Id private UUID id;

  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "before_required")
  private boolean beforeRequired;

  @Column(name = "after_required")
  private boolean afterRequired;

  @Column(name = "valid_from")
  private Instant validFrom;

  protected PhotoRule() {}

  /** What a reply can show. */
  public enum Shot {
    /** How it was. */
    BEFORE,
    /** How it is now (整改后照片). */
    AFTER
  }

  static PhotoRule of(
      String categoryCode, boolean beforeRequired, boolean afterRequired, Instant validFrom) {
    PhotoRule rule = new PhotoRule();
    rule.id = UuidCreator.getTimeOrderedEpoch();
    rule.categoryCode = categoryCode;
    rule.beforeRequired = beforeRequired;
    rule.afterRequired = afterRequired;
    rule.validFrom = validFrom;
    return rule;
  }

  /** What it asks for and a reply with so many photos of each kind does not show. */
  List<Shot> missing(int before, int after) {
    List<Shot> missing = new ArrayList<>();
    if (beforeRequired && before == 0) {
      missing.add(Shot.BEFORE);
    }
    if (afterRequired && after == 0) {
      missing.add(Shot.AFTER);
    }
    return missing;
  }

  UUID id() {
    return id;
  }

  String categoryCode() {
    return categoryCode;
  }

  boolean beforeRequired() {
    return beforeRequired;
  }

  boolean afterRequired() {
    return afterRequired;
  }

  Instant validFrom() {
    return validFrom;
  }
}
