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

  /** In no lot. */
  public static LotMembership none() {
    return new LotMembership();
  }

  /**
   * Becomes one of a lot.
   *
   * @param place in its draw, from 1
   * @param isDrawn whether it is visited; else its lot decides about it
   */
  public void join(UUID lot, int place, boolean isDrawn) {
    lotId = lot;
    rank = place;
    drawn = isDrawn;
    held = !isDrawn;
  }

  /** Is visited in place of one that was drawn and has been called off. */
  public void drawInstead() {
    drawn = true;
    held = false;
  }

  /** Waits no longer: its lot is decided, or it was called off. */
  public void release() {
    held = false;
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
