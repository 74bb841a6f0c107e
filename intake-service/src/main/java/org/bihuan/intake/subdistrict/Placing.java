package org.bihuan.intake.subdistrict;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How something came by its sub-district, and what speaks against it.
 *
 * @param by {@code null} without a sub-district, and where it was given before this was kept
 * @param doubt {@code null} when there is none, or a person has settled it
 */
@Embeddable
public record Placing(
    @Enumerated(EnumType.STRING) @Column(name = "placed_by") PlacedBy by,
    @Enumerated(EnumType.STRING) @Column(name = "place_doubt") PlaceDoubt doubt) {

  /** Nothing is known of it. */
  public static final Placing NONE = new Placing(null, null);

  /** The special team's desk names the place. */
  public static final Placing BY_DESK = new Placing(PlacedBy.CODE, null);

  /** The same, seen by a person who lets it stand. */
  public Placing settled() {
    return new Placing(by, null);
  }
}
