package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.IntakeEvent.ComplaintHandedOver;
import org.bihuan.contract.IntakeEvent.ComplaintRegistered;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Handover;
import org.bihuan.intake.complaint.ProblemFiling;
import org.bihuan.intake.complaint.ProblemFiling.Choice;
import org.bihuan.intake.complaint.WaitingFor;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.recognition.Recognised;
import org.bihuan.intake.recognition.Scope;
import org.bihuan.intake.serial.Serials;

/**
 * Decides about a complaint what a rule can decide, and tells it: a problem at once when everything
 * is sure, joined to a problem when it says the same about the same place, else it waits on the
 * desk.
 */
@ApplicationScoped
class AutomaticFiling {

  private static final Actor FILING = Actor.system("automatic-filing");
  private static final Actor HANDING_OVER = Actor.system("automatic-handover");
  private static final Actor MERGING = Actor.system("duplicate-detection");

  private final Categories categories;
  private final SuggestedHandover handovers;
  private final Duplicates duplicates;
  private final ProblemFiling filing;
  private final Serials serials;
  private final Ledger ledger;

  AutomaticFiling(
      Categories categories,
      SuggestedHandover handovers,
      Duplicates duplicates,
      ProblemFiling filing,
      Serials serials,
      Ledger ledger) {
    this.categories = categories;
    this.handovers = handovers;
    this.duplicates = duplicates;
    this.filing = filing;
    this.serials = serials;
    this.ledger = ledger;
  }

  /**
   * What a rule says about a complaint. Which problem is meant is asked when that is carried out:
   * where an earlier complaint of the same group becomes it, there is none before.
   */
  private sealed interface Decision {

    /** A problem of its own. */
    record File(Category category) implements Decision {}

    /** Says the same as a complaint of {@code tracked}, or nearly so. */
    record Join(Supplier<Problem> tracked) implements Decision {}

    /** It is another body's, and the deployment lets a rule say so. */
    record HandOver(Handover handover) implements Decision {}

    /** A person decides; {@code likely} gives {@code null} where nothing is tracked. */
    record Wait(WaitingFor reason, Supplier<Problem> likely) implements Decision {}
  }

  /**
   * Decides about each complaint, tells ledger and others, in their order, and stores all of them.
   *
   * @param attached photos and papers of each complaint
   */
  void settle(
      List<AdmittedComplaint> admitted,
      List<Complaint> registered,
      List<List<AttachedFile>> attached,
      Instant now) {
    List<Decision> decisions = decide(admitted, registered, now);
    long filed = decisions.stream().filter(Decision.File.class::isInstance).count();
    Iterator<String> serial = serials.problems(filed, now);
    for (int i = 0; i < registered.size(); i++) {
      AdmittedComplaint one = admitted.get(i);
      Complaint complaint = registered.get(i);
      List<AttachedFile> files = attached.get(i);
      Decision decision = decisions.get(i);
      one.trace()
          .wrap(
              () -> {
                announce(complaint, one.sender().actor(), files, now);
                carryOut(decision, complaint, serial, now);
              })
          .run();
    }
    filing.store(registered);
  }

  private void carryOut(
      Decision decision, Complaint complaint, Iterator<String> serial, Instant now) {
    if (decision instanceof Decision.File file) {
      filing.open(complaint, Choice.of(file.category()), serial.next(), FILING, now);
    } else if (decision instanceof Decision.Join join) {
      filing.join(complaint, join.tracked().get(), MERGING, now);
    } else if (decision instanceof Decision.HandOver body) {
      handOver(complaint, body.handover(), now);
    } else if (decision instanceof Decision.Wait wait) {
      complaint.waitFor(wait.reason(), wait.likely().get());
    }
  }

  private void handOver(Complaint complaint, Handover handover, Instant now) {
    complaint.handOver(handover);
    ledger.announce(
        new ComplaintHandedOver(complaint.id(), null, handover.bodyCode(), now, HANDING_OVER),
        null,
        complaint.id(),
        now,
        HANDING_OVER);
  }

  /** Those of one group may say the same too, so each is compared with those before it. */
  private List<Decision> decide(
      List<AdmittedComplaint> admitted, List<Complaint> registered, Instant now) {
    Map<Long, Complaint> tracked = duplicates.inTheSameWords(registered, now);
    Map<UUID, Problem> open = duplicates.stillOpen(admitted, tracked.values());
    List<Decision> decisions = new ArrayList<>(registered.size());
    for (int i = 0; i < registered.size(); i++) {
      Complaint complaint = registered.get(i);
      Decision decision =
          decide(admitted.get(i), complaint, tracked.get(complaint.contentKey()), open);
      decisions.add(decision);
      if (decision instanceof Decision.File && complaint.contentKey() != null) {
        tracked.put(complaint.contentKey(), complaint);
      }
    }
    return decisions;
  }

  private Decision decide(
      AdmittedComplaint admitted, Complaint complaint, Complaint earlier, Map<UUID, Problem> open) {
    Supplier<Problem> likely = () -> earlier == null ? null : earlier.problem().orElse(null);
    if (admitted.sender().isAnonymous()) {
      return new Decision.Wait(WaitingFor.VERIFICATION, likely);
    }
    Category category = categories.active(complaint.categoryCode()).orElse(null);
    if (category == null) {
      // It has ended since the complaint was let in.
      return new Decision.Wait(WaitingFor.CATEGORY, likely);
    }
    if (!isSure(complaint, category)) {
      return handovers
          .of(complaint)
          .<Decision>map(Decision.HandOver::new)
          .orElseGet(() -> new Decision.Wait(doubtAbout(complaint), likely));
    }
    if (earlier == null) {
      return admitted
          .meant()
          .map(open::get)
          .filter(problem -> category.code().equals(problem.categoryCode()))
          .<Decision>map(problem -> new Decision.Join(() -> problem))
          .orElseGet(() -> alone(admitted, category, likely));
    }
    return category.code().equals(earlier.categoryCode()) && canBeJoined(complaint, earlier, open)
        ? new Decision.Join(likely)
        : new Decision.Wait(WaitingFor.DUPLICATE, likely);
  }

  /** Nothing tracked is meant: a problem of its own, if it is clear where. */
  private static Decision alone(
      AdmittedComplaint admitted, Category category, Supplier<Problem> likely) {
    return admitted.placeIsClear()
        ? new Decision.File(category)
        : new Decision.Wait(WaitingFor.PLACE, likely);
  }

  /**
   * Whether the problem of {@code earlier} is from the same source, on which limits depend and who
   * may know of it, and stays open. What the same group files is nobody else's yet.
   */
  private static boolean canBeJoined(
      Complaint complaint, Complaint earlier, Map<UUID, Problem> open) {
    Problem stored = earlier.problem().orElse(null);
    if (stored == null) {
      return complaint.sourceKind() == earlier.sourceKind();
    }
    Problem tracked = open.get(stored.id());
    return tracked != null && complaint.sourceKind() == tracked.sourceKind();
  }

  /** That it is ours and of this category, both together. */
  private static boolean isSure(Complaint complaint, Category category) {
    Recognised recognised = complaint.recognised();
    if (recognised == null) {
      return category.isFiledAutomatically(complaint.categoryConfidence());
    }
    return recognised.scope() == Scope.OURS
        && category.isFiledAutomatically(
            complaint.categoryConfidence() * recognised.scopeConfidence());
  }

  /** Where nothing at all was recognised, not even a category, that is what is missing. */
  private static WaitingFor doubtAbout(Complaint complaint) {
    Recognised recognised = complaint.recognised();
    boolean nothing = complaint.categoryCode().equals(Categories.OTHER);
    return recognised == null
            || recognised.scope() == Scope.OURS
            || recognised.scope() == Scope.UNCLEAR && nothing
        ? WaitingFor.CATEGORY
        : WaitingFor.SCOPE;
  }

  /** Files what an inspection found, under the category it was found as even if ended since. */
  void file(Complaint complaint, FindingReported finding, Instant now) {
    announce(complaint, finding.actor(), finding.attachments(), now);
    Category category = categories.findById(complaint.categoryCode());
    filing.file(complaint, Choice.ofFinding(category, finding.findingId()), finding.actor(), now);
  }

  /** Files what has come back, under the category it was written off with even if retired since. */
  void file(Complaint complaint, LookBackDone relapse, Instant now) {
    announce(complaint, relapse.actor(), relapse.attachments(), now);
    Category category = categories.findById(complaint.categoryCode());
    filing.file(complaint, Choice.ofRelapse(category, relapse.problemId()), relapse.actor(), now);
  }

  private void announce(
      Complaint complaint, Actor actor, List<AttachedFile> attached, Instant now) {
    ledger.announce(
        new ComplaintRegistered(
            complaint.id(),
            complaint.serial(),
            complaint.channel(),
            complaint.sourceKind(),
            complaint.categoryCode(),
            complaint.site().place().subdistrictCode(),
            now,
            actor,
            attached),
        null,
        complaint.id(),
        now,
        actor);
  }
}
