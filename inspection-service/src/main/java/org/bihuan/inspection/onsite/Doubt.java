package org.bihuan.inspection.onsite;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose word a re-check follows who says that what was written off is not solved; of most nobody's.
 */
@Embeddable
public class Doubt {

  /** How many there were before about the same item: reporters may ask again. */
  private int turn;

  @Column(name = "asked_by")
  private List<UUID> askedBy = List.of();

  protected Doubt() {}

  /** Nobody doubts. */
  public static Doubt none() {
    return new Doubt();
  }

  /**
   * The reporter of a complaint says so.
   *
   * @param turn how many re-checks followed from feedback about this item before
   */
  public static Doubt of(int turn, UUID complaintId) {
    Doubt doubt = new Doubt();
    doubt.turn = turn;
    doubt.askedBy = List.of(complaintId);
    return doubt;
  }

  /** The reporter of a further complaint says the same. */
  public void shareWith(UUID complaintId) {
    askedBy = Stream.concat(askedBy.stream(), Stream.of(complaintId)).toList();
  }

  /** Complaints whose reporters say so. */
  public List<UUID> askedBy() {
    return askedBy;
  }
}
