package org.bihuan.inspection.evidence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceWaiver;
import org.bihuan.kit.privacy.PersonalNumbers;
import org.bihuan.kit.refusal.Conflict;

/**
 * The evidence of one re-check: what it was planned to ask for, what of it was waived before the
 * outcome, and what was missing when it passed.
 */
@Embeddable
public class RecheckEvidence {

  @Embedded private EvidencePolicy policy;

  // A map, since the rows of a list or set would be written anew with each waiver.
  @ElementCollection
  @CollectionTable(name = "evidence_waiver", joinColumns = @JoinColumn(name = "recheck_id"))
  @MapKeyColumn(name = "evidence")
  @MapKeyEnumerated(EnumType.STRING)
  private Map<Evidence, Waiver> waivers = new HashMap<>();

  @Column(name = "missing_evidence")
  private List<String> missing;

  protected RecheckEvidence() {}

  /** What a re-check of a category with {@code policy} starts with. */
  public static RecheckEvidence askedBy(EvidencePolicy policy) {
    RecheckEvidence evidence = new RecheckEvidence();
    evidence.policy = policy;
    return evidence;
  }

  /** What a later look at the same asks for; what was waived then is not waived now. */
  public RecheckEvidence askedAgain() {
    return askedBy(policy);
  }

  /**
   * Lets the re-check pass without some evidence.
   *
   * @throws Conflict {@code evidence-not-asked-for} when the category asks for none of a kind
   * @throws Conflict {@code evidence-waived-before}; a waiver is given once
   */
  public void waive(NewWaiver waiver, Actor by, Instant now) {
    refuse("evidence-not-asked-for", waiver, evidence -> !policy.asksFor(evidence));
    refuse("evidence-waived-before", waiver, waivers::containsKey);
    String reason = PersonalNumbers.masked(waiver.reason());
    waiver.evidence().forEach(evidence -> waivers.put(evidence, Waiver.of(by, now, reason)));
  }

  private static void refuse(String code, NewWaiver waiver, Predicate<Evidence> refused) {
    List<Evidence> found = waiver.evidence().stream().filter(refused).sorted().toList();
    if (!found.isEmpty()) {
      throw new Conflict(code, listed(found)).with("evidence", found);
    }
  }

  /**
   * Notes what a passed re-check lacked.
   *
   * @throws Conflict {@code evidence-missing} when something required is not among {@code given}
   *     and was not waived
   */
  public void weigh(Collection<Evidence> given) {
    List<Evidence> lacking = policy.lacking(given, waivers.keySet());
    if (!lacking.isEmpty()) {
      throw new Conflict("evidence-missing", listed(lacking)).with("missing", lacking);
    }
    missing = policy.missing(given).stream().map(Evidence::name).toList();
  }

  private static String listed(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::name).collect(Collectors.joining(", "));
  }

  /** Whether it cannot pass without some evidence that nobody has waived. */
  public boolean isRequired() {
    // Most categories require nothing: then the waivers need not be read.
    List<Evidence> required = policy.required();
    return !required.isEmpty() && !waivers.keySet().containsAll(required);
  }

  /** What the re-check cannot pass without, as it was planned; waivers apart. */
  public List<Evidence> required() {
    return policy.required();
  }

  /** What was asked for and not given, or {@code null} unless it has passed under this rule. */
  public List<Evidence> missing() {
    return missing == null ? null : missing.stream().map(Evidence::valueOf).toList();
  }

  /** What was waived, in the order of {@link Evidence}. */
  public List<WaiverView> waivers() {
    return waived((evidence, waiver) -> waiver.view(evidence));
  }

  /** The same as facts tell it. */
  public List<EvidenceWaiver> toldWaivers() {
    return waived((evidence, waiver) -> waiver.told(evidence));
  }

  private <T> List<T> waived(BiFunction<Evidence, Waiver, T> form) {
    return new TreeMap<>(waivers)
        .entrySet().stream().map(entry -> form.apply(entry.getKey(), entry.getValue())).toList();
  }
}
