package org.bihuan.intake.problem;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Coordinates;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceWaiver;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.IntakeEvent;
import org.bihuan.contract.MayBeNull;
import org.bihuan.intake.ledger.LedgerEntry;

/**
 * Proof that the loop of a problem is closed (有部署、有落实、有整改、有反馈 [brief]): each link of the chain with
 * the ledger entry that shows it.
 *
 * @param complete whether no link is absent
 * @param missing links that are absent
 * @param links the facts of the loop that are there, in the order of the loop
 * @param crossings facts that two services decided at the same time, and which of them won; empty
 *     when none crossed
 */
public record Certificate(
    @NotNull UUID problemId,
    @NotNull String serial,
    boolean complete,
    List<LinkName> missing,
    List<Link> links,
    List<Crossing> crossings) {

  /** The links of the loop, in order. */
  public enum LinkName {
    COMPLAINT(IntakeEvent.ComplaintRegistered.class),
    FILING(IntakeEvent.ProblemFiled.class),
    ORDER(DispatchEvent.ItemIssued.class),
    ACKNOWLEDGEMENT(DispatchEvent.ItemAcknowledged.class),
    REPLY(DispatchEvent.ItemReplied.class),
    REVIEW(DispatchEvent.ReplyAccepted.class),
    RECHECK(InspectionEvent.RecheckPassed.class),
    WRITE_OFF(InspectionEvent.ProblemWrittenOff.class);

    private final String kind;

    LinkName(Class<? extends Event> fact) {
      kind = EventCatalogue.of(fact).name();
    }
  }

  /**
   * One link: the newest fact of its kind.
   *
   * @param link which fact of the loop it is
   * @param at when it happened
   * @param entryId ledger entry that shows it
   * @param sequence place of its entry in the chain, from 1; {@code null} before it is sealed
   * @param hash hash of that entry in the ledger's chain
   * @param attachments photos and papers that came with it
   * @param missingEvidence of RECHECK: evidence asked for by the category and not given; empty when
   *     nothing was missing, {@code null} when the entry is older than the rule, and of other links
   * @param lotId of RECHECK: the lot with which it passed without a visit of its own; {@code null}
   *     when somebody was there, and of other links
   * @param waivers of RECHECK: evidence that was waived before the outcome, by whom and when; empty
   *     of other links
   */
  public record Link(
      @NotNull LinkName link,
      @NotNull Instant at,
      @NotNull Actor actor,
      @NotNull UUID entryId,
      @NotNull Long sequence,
      @NotNull String hash,
      @NotNull List<CertifiedFile> attachments,
      @MayBeNull List<Evidence> missingEvidence,
      @NotNull List<EvidenceWaiver> waivers,
      UUID lotId) {}

  /** What an entry says about the evidence of a write-off. */
  record CertifiedEvidence(List<Evidence> missing, List<EvidenceWaiver> waivers, UUID lotId) {

    static final CertifiedEvidence NONE_ASKED = new CertifiedEvidence(null, List.of(), null);
  }

  /**
   * A photo or paper that the entry names.
   *
   * @param sha256 of the file, as it stands in the sealed entry
   * @param takenAt by the clock of the camera, or {@code null}
   * @param position by the camera, or {@code null}; never of a photo of a complaint
   */
  public record CertifiedFile(
      @NotNull UUID id, @NotNull String sha256, Instant takenAt, Coordinates position) {}

  static Certificate of(
      Problem problem,
      List<LedgerEntry> entries,
      Function<LedgerEntry, List<CertifiedFile>> attached,
      Function<LedgerEntry, CertifiedEvidence> evidence) {
    List<Link> links =
        Arrays.stream(LinkName.values())
            .flatMap(name -> link(name, entries, attached, evidence).stream())
            .toList();
    List<LinkName> present = links.stream().map(Link::link).toList();
    List<LinkName> missing =
        Arrays.stream(LinkName.values()).filter(name -> !present.contains(name)).toList();
    return new Certificate(
        problem.id(), problem.serial(), missing.isEmpty(), missing, links, Crossing.among(entries));
  }

  private static Optional<Link> link(
      LinkName name,
      List<LedgerEntry> entries,
      Function<LedgerEntry, List<CertifiedFile>> attached,
      Function<LedgerEntry, CertifiedEvidence> evidence) {
    return entries.stream()
        .filter(entry -> entry.kind().equals(name.kind))
        .reduce((earlier, later) -> later)
        .map(entry -> link(name, entry, attached.apply(entry), evidence.apply(entry)));
  }

  private static Link link(
      LinkName name, LedgerEntry entry, List<CertifiedFile> files, CertifiedEvidence evidence) {
    return new Link(
        name,
        entry.occurredAt(),
        entry.actor(),
        entry.id(),
        entry.sequence(),
        entry.hash() == null ? null : HexFormat.of().formatHex(entry.hash()),
        files,
        evidence.missing(),
        evidence.waivers(),
        evidence.lotId());
  }
}
