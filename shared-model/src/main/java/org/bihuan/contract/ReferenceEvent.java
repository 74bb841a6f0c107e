package org.bihuan.contract;

import java.util.List;

/**
 * Newest state of one row of reference data, on a compacted topic; the owner service tells it when
 * it changes.
 */
public sealed interface ReferenceEvent extends Event {

  /** Stable code of the row, which is also the key. */
  String code();

  @Override
  default String key() {
    return code();
  }

  /**
   * A category of problems, owned by intake-service.
   *
   * @param photoEvidence whether a write-off asks for a photo
   * @param positionEvidence whether it asks for the inspector's position
   * @param quietEvidence whether it asks that the quiet time was waited for
   */
  record CategoryPublished(
      String code,
      String name,
      DeadlineClass deadlineClass,
      boolean active,
      EvidenceRule photoEvidence,
      EvidenceRule positionEvidence,
      EvidenceRule quietEvidence)
      implements ReferenceEvent {

    public CategoryPublished {
      // Older facts do not tell them.
      photoEvidence = photoEvidence == null ? EvidenceRule.ADVISED : photoEvidence;
      positionEvidence = positionEvidence == null ? EvidenceRule.ADVISED : positionEvidence;
      quietEvidence = quietEvidence == null ? EvidenceRule.ADVISED : quietEvidence;
    }
  }

  /** A sub-district (街道), owned by intake-service. */
  record SubdistrictPublished(String code, String name) implements ReferenceEvent {}

  /**
   * The district, owned by intake-service, with a box in WGS-84 that holds all of it.
   *
   * @param west least degrees east
   * @param south least degrees north
   * @param east most degrees east
   * @param north most degrees north
   */
  record DistrictPublished(
      String code, String name, Double west, Double south, Double east, Double north)
      implements ReferenceEvent {}

  /** A unit, owned by dispatch-service. */
  record UnitPublished(
      String code,
      String name,
      List<String> aliases,
      @MayBeNull String parentCode,
      boolean active,
      UnitKind kind)
      implements ReferenceEvent {

    public UnitPublished {
      // Older facts do not tell it.
      UnitKind told = parentCode == null ? UnitKind.DISTRICT_UNIT : UnitKind.SUB_UNIT;
      kind = kind == null ? told : kind;
    }
  }
}
