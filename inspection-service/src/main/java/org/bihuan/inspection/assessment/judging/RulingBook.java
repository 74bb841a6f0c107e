package org.bihuan.inspection.assessment.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.assessment.entry.EntryKeeper;
import org.bihuan.inspection.assessment.fact.Changes;
import org.bihuan.inspection.assessment.ruling.Exemption;
import org.bihuan.inspection.assessment.ruling.Exemption.Exempted;
import org.bihuan.inspection.assessment.ruling.Exemptions;
import org.bihuan.inspection.assessment.ruling.Judgement;
import org.bihuan.inspection.assessment.ruling.Judgements;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.Conflict;

/** Writes rulings about entries down, with what follows for the figures at once. */
@ApplicationScoped
public class RulingBook {

  private final Exemptions exemptions;
  private final Judgements judgements;
  private final Changes changes;
  private final EntryKeeper entries;

  RulingBook(Exemptions exemptions, Judgements judgements, Changes changes, EntryKeeper entries) {
    this.exemptions = exemptions;
    this.judgements = judgements;
    this.changes = changes;
    this.entries = entries;
  }

  /** Exemptions that meet {@code criteria}. */
  Page<Exemption> exemptions(Criteria criteria, PageRequest request) {
    return exemptions.page(criteria, request);
  }

  /**
   * Takes an entry out of all figures: of an open month at once, of a closed one as a correction.
   *
   * @param appealId the appeal that had success, or {@code null}
   * @throws Conflict {@code already-exempt}
   */
  public Exemption exempt(Exempted exempted, UUID appealId, String reason, Actor by, Instant now) {
    refuseExempt(exempted.entry());
    Exemption exemption = Exemption.of(exempted, appealId, reason, by, now);
    exemptions.persistAndFlush(exemption);
    // Whenever a month was closed, it should have known.
    changes.note(exempted.problemId(), Instant.EPOCH);
    entries.catchUp();
    return exemption;
  }

  /**
   * Refuses an entry that is in no figure.
   *
   * @throws Conflict {@code already-exempt}
   */
  public void refuseExempt(UUID entry) {
    if (exemptions.has(entry)) {
      throw new Conflict("already-exempt", entry);
    }
  }

  /**
   * Takes points off.
   *
   * @throws Conflict {@code already-judged}
   */
  void judge(Judgement judgement) {
    if (judgements.has(judgement.entry(), judgement.kind())) {
      throw new Conflict("already-judged", judgement.entry());
    }
    judgements.persistAndFlush(judgement);
    changes.note(judgement.problemId(), judgement.judgedAt());
    entries.catchUp();
  }
}
