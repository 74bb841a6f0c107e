package org.bihuan.dispatch.reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** What a reply and its review must contain, and when a reply is taken. */
public final class ReplyPolicy {

  private ReplyPolicy() {}

  /**
   * A final reply explains cause, measures and result; an interim one says at least something. What
   * was done was done by now, and what a photo shows is attached.
   *
   * @throws Invalid naming every gap, or else every other fault
   */
  public static void check(NewReply reply, Instant now) {
    List<FieldError> gaps = new ArrayList<>();
    requireText("cause", reply.cause(), gaps);
    if (reply.steps().isEmpty()) {
      requireText("measures", reply.measures(), gaps);
    }
    requireText("resultSummary", reply.resultSummary(), gaps);
    boolean interim = reply.kind() == ReplyKind.INTERIM;
    boolean silent =
        reply.cause() == null
            && reply.measures() == null
            && reply.resultSummary() == null
            && reply.steps().isEmpty();
    if (interim && silent) {
      throw new Invalid("resultSummary", "required");
    }
    if (!interim && !gaps.isEmpty()) {
      throw new Invalid(gaps);
    }
    refuseFaults(reply, now);
  }

  /**
   * A unit that helps says what it did, in one text or step by step, and what came of it.
   *
   * @throws Invalid naming every gap, or else every other fault
   */
  public static void checkShare(WorkDone share, Instant now) {
    List<FieldError> gaps = new ArrayList<>();
    if (share.steps().isEmpty()) {
      requireText("measures", share.measures(), gaps);
    }
    requireText("resultSummary", share.resultSummary(), gaps);
    if (!gaps.isEmpty()) {
      throw new Invalid(gaps);
    }
    refuseFaults(share, now);
  }

  private static void refuseFaults(WorkDone work, Instant now) {
    List<FieldError> faults = faultsOfSteps(work.steps(), now);
    faults.addAll(faultsOfPhotos("beforePhotoIds", work.beforePhotoIds(), work, List.of()));
    faults.addAll(
        faultsOfPhotos("afterPhotoIds", work.afterPhotoIds(), work, work.beforePhotoIds()));
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static List<FieldError> faultsOfSteps(List<ReplyStep> steps, Instant now) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).doneAt().isAfter(now)) {
        faults.add(new FieldError("steps[" + i + "].doneAt", "not-yet"));
      }
    }
    return faults;
  }

  /** A photo is attached, and shows one of the two. */
  private static List<FieldError> faultsOfPhotos(
      String field, List<UUID> photos, WorkDone work, List<UUID> others) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      if (!work.attachmentIds().contains(photos.get(i))) {
        faults.add(new FieldError(field + "[" + i + "]", "photo-not-attached"));
      } else if (others.contains(photos.get(i))) {
        faults.add(new FieldError(field + "[" + i + "]", "duplicate"));
      }
    }
    return faults;
  }

  /**
   * The lead unit, which reports for all [public, B3], replies for good once nobody else's reply is
   * owed.
   *
   * @param open units that help and whose tasks are open
   * @throws Conflict {@code joint-tasks-open} naming them
   */
  public static void check(NewReply reply, List<UnitName> open) {
    if (reply.kind() == ReplyKind.FINAL && !open.isEmpty()) {
      String names = open.stream().map(UnitName::name).collect(Collectors.joining(", "));
      throw new Conflict("joint-tasks-open", names).with("units", open);
    }
  }

  /**
   * A return says why; a standing demand comes with its own decision and with no other.
   *
   * @throws Invalid naming every fault
   */
  public static void check(Review review) {
    List<FieldError> faults = new ArrayList<>();
    switch (review.decision()) {
      case RETURNED -> requireText("opinion", review.opinion(), faults);
      case ACCEPTED_WITH_STANDING_DEMAND ->
          requireText("standingDemand", review.standingDemand(), faults);
      case ACCEPTED -> {}
    }
    if (review.decision() != ReviewDecision.ACCEPTED_WITH_STANDING_DEMAND
        && review.standingDemand() != null) {
      faults.add(new FieldError("standingDemand", "standing-demand-not-decided"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static void requireText(String field, String text, List<FieldError> faults) {
    if (text == null) {
      faults.add(new FieldError(field, "required"));
    }
  }
}
