package org.bihuan.dispatch.routing.route;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.RoutingReason;
import org.bihuan.contract.RoutingReasonKind;
import org.bihuan.dispatch.routing.ruling.Ruling;

/**
 * Why an item is where it is, as it was when that was decided: what becomes of the rule later does
 * not touch it.
 *
 * @param id the rule or ruling, or {@code null}
 * @param version number of the rule set, or {@code null}
 * @param words the same for people
 * @param byRole {@code null}, as all of the author, when no person decided
 */
@Embeddable
public record Why(
    @Column(name = "why_kind") @Enumerated(EnumType.STRING) RoutingReasonKind kind,
    @Column(name = "why_id") UUID id,
    @Column(name = "why_version") String version,
    @Column(name = "why_words") String words,
    @Column(name = "why_by_role") String byRole,
    @Column(name = "why_by_unit") String byUnit,
    @Column(name = "why_by_subject") String bySubject) {

  /** A rule of the set with this number names the unit. */
  static Why rule(UUID id, int set, String words) {
    return new Why(RoutingReasonKind.RULE, id, String.valueOf(set), words, null, null, null);
  }

  /** The ruling on an earlier, like case names the unit. */
  static Why precedent(Ruling ruling) {
    return new Why(
        RoutingReasonKind.PRECEDENT, ruling.id(), null, ruling.words(), null, null, null);
  }

  /** It was ruled upon itself. */
  public static Why ruling(Ruling ruling) {
    return by(RoutingReasonKind.RULING, ruling.id(), ruling.words(), ruling.ruledBy());
  }

  /** Nobody owns it. */
  static Why fallback(String words) {
    return new Why(RoutingReasonKind.FALLBACK, null, null, words, null, null, null);
  }

  /** The special team puts it on an order. */
  public static Why byHand(Actor by) {
    return by(RoutingReasonKind.BY_HAND, null, "专班指派", by);
  }

  /** The special team takes it back from the unit that had it. */
  public static Why returned(Actor by) {
    return by(RoutingReasonKind.BY_HAND, null, "专班同意退单", by);
  }

  private static Why by(RoutingReasonKind kind, UUID id, String words, Actor by) {
    return new Why(kind, id, null, words, by.role(), by.unitCode(), by.subject());
  }

  /** The same in the published language. */
  public RoutingReason published() {
    Actor by = bySubject == null ? null : new Actor(byRole, byUnit, bySubject);
    return new RoutingReason(kind, id, version, words, by);
  }
}
