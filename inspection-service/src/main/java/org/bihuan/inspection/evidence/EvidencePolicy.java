package org.bihuan.inspection.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceRule;

/**
 * What evidence a write-off asks for, by the category of its problem. Lists are in the order of
 * {@link Evidence}.
 *
 * @param photo whether it asks for a photo
 * @param position whether it asks for the inspector's position
 * @param quietTime whether it asks that the quiet time was waited for
 */
@Embeddable
public record EvidencePolicy(
    @Enumerated(EnumType.STRING) @Column(name = "photo_evidence") EvidenceRule photo,
    @Enumerated(EnumType.STRING) @Column(name = "position_evidence") EvidenceRule position,
    @Enumerated(EnumType.STRING) @Column(name = "quiet_evidence") EvidenceRule quietTime) {

  /** Holds for a category whose own rules are not known here. */
  public static final EvidencePolicy ADVISED =
      new EvidencePolicy(EvidenceRule.ADVISED, EvidenceRule.ADVISED, EvidenceRule.ADVISED);

  /** Evidence without which nothing is written off unless it is waived. */
  public List<Evidence> required() {
    return Arrays.stream(Evidence.values())
        .filter(evidence -> rule(evidence) == EvidenceRule.REQUIRED)
        .toList();
  }

  /** What is asked for, required or advised, and not {@code given}. */
  public List<Evidence> missing(Collection<Evidence> given) {
    return Arrays.stream(Evidence.values())
        .filter(evidence -> asksFor(evidence) && !given.contains(evidence))
        .toList();
  }

  /** What forbids the write-off: required, not {@code given} and not {@code waived}. */
  public List<Evidence> lacking(Collection<Evidence> given, Collection<Evidence> waived) {
    return required().stream()
        .filter(evidence -> !given.contains(evidence) && !waived.contains(evidence))
        .toList();
  }

  /** Whether it is required or advised. */
  public boolean asksFor(Evidence evidence) {
    return rule(evidence) != EvidenceRule.NONE;
  }

  private EvidenceRule rule(Evidence evidence) {
    return switch (evidence) {
      case PHOTO -> photo;
      case POSITION -> position;
      case QUIET_TIME -> quietTime;
    };
  }
}
