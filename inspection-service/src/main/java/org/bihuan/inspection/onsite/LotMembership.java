package org.bihuan.inspection.onsite;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.bihuan.kit.refusal.Conflict;

/** The place of a re-check in a lot, of which a sample alone is visited; most are in none. */
@Embeddable
public class LotMembership {

  @Column(name = "lot_id")
  private UUID lotId;

  @Column(name = "lot_rank")
  private Integer rank;

  private boolean drawn;
  private boolean held;

  protected LotMembership() {}

  /**
   * A place in a lot.
   *
   * @param rank place in its draw, from 1
   * @param drawn whether it is visited
   * @param held whether it waits for what the visits to others find
   */
  public LotMembership(UUID lotId, Integer rank, boolean drawn, boolean held) {
    this.lotId = lotId;
    this.rank = rank;
    this.drawn = drawn;
    this.held = held;
  }

  /** In no lot. */
  public static LotMembership none() {
    return new LotMembership();
  }

  /** The same, visited in place of another. */
  public LotMembership drawnInstead() {
    return new LotMembership(lotId, rank, true, false);
  }

  /** The same, no longer waiting. */
  public LotMembership released() {
    return new LotMembership(lotId, rank, drawn, false);
  }

  /**
   * Nobody visits what its lot decides about.
   *
   * @throws Conflict {@code held-by-lot}
   */
  public void refuseHeld() {
    if (held) {
      throw new Conflict("held-by-lot").with("lotId", lotId);
    }
  }

  /** Whether it is in a lot, or was. */
  public boolean isTaken() {
    return lotId != null;
  }

  public boolean isHeld() {
    return held;
  }

  public boolean isDrawn() {
    return drawn;
  }

  /** The lot, or {@code null}. */
  public UUID lotId() {
    return lotId;
  }

  /** Place in the draw of its lot, from 1, or {@code null}. */
  public Integer rank() {
    return rank;
  }
}
