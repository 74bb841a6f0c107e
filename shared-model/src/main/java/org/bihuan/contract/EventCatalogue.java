package org.bihuan.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one list of event types: wire name with version ⇄ record ⇄ topic. A change to a record that
 * an old reader could not follow gets a new name ({@code .v2}) beside the old one.
 */
public final class EventCatalogue {

  public static final String INTAKE_EVENTS = "intake.events";
  public static final String DISPATCH_EVENTS = "dispatch.events";
  public static final String INSPECTION_EVENTS = "inspection.events";
  public static final String REFERENCE_CATEGORIES = "reference.categories";
  public static final String REFERENCE_SUBDISTRICTS = "reference.subdistricts";
  public static final String REFERENCE_DISTRICTS = "reference.districts";
  public static final String REFERENCE_UNITS = "reference.units";

  /** Topics that keep only the newest event of a key. */
  public static final List<String> COMPACTED_TOPICS =
      List.of(REFERENCE_CATEGORIES, REFERENCE_SUBDISTRICTS, REFERENCE_DISTRICTS, REFERENCE_UNITS);

  private static final List<EventType> TYPES =
      List.of(
          type("intake.feedback-given.v1", IntakeEvent.FeedbackGiven.class, INTAKE_EVENTS),
          type("intake.picture-reused.v1", IntakeEvent.PictureReused.class, INTAKE_EVENTS),
          type("intake.attachment-stored.v1", IntakeEvent.AttachmentStored.class, INTAKE_EVENTS),
          type(
              "intake.complaint-registered.v1",
              IntakeEvent.ComplaintRegistered.class,
              INTAKE_EVENTS),
          type("intake.complaint-rejected.v1", IntakeEvent.ComplaintRejected.class, INTAKE_EVENTS),
          type(
              "intake.complaint-withdrawn.v1", IntakeEvent.ComplaintWithdrawn.class, INTAKE_EVENTS),
          type("intake.complaint-merged.v1", IntakeEvent.ComplaintMerged.class, INTAKE_EVENTS),
          type("intake.reporter-disclosed.v1", IntakeEvent.ReporterDisclosed.class, INTAKE_EVENTS),
          type("intake.photo-blurred.v1", IntakeEvent.PhotoBlurred.class, INTAKE_EVENTS),
          type("intake.original-disclosed.v1", IntakeEvent.OriginalDisclosed.class, INTAKE_EVENTS),
          type(
              "intake.personal-data-erased.v1",
              IntakeEvent.PersonalDataErased.class,
              INTAKE_EVENTS),
          type(
              "intake.complaint-corrected.v1", IntakeEvent.ComplaintCorrected.class, INTAKE_EVENTS),
          type(
              "intake.complaint-handed-over.v1",
              IntakeEvent.ComplaintHandedOver.class,
              INTAKE_EVENTS),
          type("intake.complaint-split.v1", IntakeEvent.ComplaintSplit.class, INTAKE_EVENTS),
          type("intake.problem-filed.v1", IntakeEvent.ProblemFiled.class, INTAKE_EVENTS),
          type("intake.problem-corrected.v1", IntakeEvent.ProblemCorrected.class, INTAKE_EVENTS),
          type("intake.problem-merged.v1", IntakeEvent.ProblemMerged.class, INTAKE_EVENTS),
          type("intake.problem-handed-over.v1", IntakeEvent.ProblemHandedOver.class, INTAKE_EVENTS),
          type("intake.week-frozen.v1", IntakeEvent.WeekFrozen.class, INTAKE_EVENTS),
          type("dispatch.item-unassigned.v1", DispatchEvent.ItemUnassigned.class, DISPATCH_EVENTS),
          type("dispatch.item-issued.v1", DispatchEvent.ItemIssued.class, DISPATCH_EVENTS),
          type(
              "dispatch.item-acknowledged.v1",
              DispatchEvent.ItemAcknowledged.class,
              DISPATCH_EVENTS),
          type("dispatch.item-replied.v1", DispatchEvent.ItemReplied.class, DISPATCH_EVENTS),
          type("dispatch.reply-accepted.v1", DispatchEvent.ReplyAccepted.class, DISPATCH_EVENTS),
          type("dispatch.reply-returned.v1", DispatchEvent.ReplyReturned.class, DISPATCH_EVENTS),
          type(
              "dispatch.item-return-requested.v1",
              DispatchEvent.ItemReturnRequested.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.item-return-decided.v1",
              DispatchEvent.ItemReturnDecided.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.item-return-withdrawn.v1",
              DispatchEvent.ItemReturnWithdrawn.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.item-extension-requested.v1",
              DispatchEvent.ItemExtensionRequested.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.item-extension-decided.v1",
              DispatchEvent.ItemExtensionDecided.class,
              DISPATCH_EVENTS),
          type("dispatch.item-suspended.v1", DispatchEvent.ItemSuspended.class, DISPATCH_EVENTS),
          type(
              "dispatch.item-suspension-review-overdue.v1",
              DispatchEvent.ItemSuspensionReviewOverdue.class,
              DISPATCH_EVENTS),
          type("dispatch.item-resumed.v1", DispatchEvent.ItemResumed.class, DISPATCH_EVENTS),
          type(
              "dispatch.item-declared-complex.v1",
              DispatchEvent.ItemDeclaredComplex.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.item-plan-date-set.v1",
              DispatchEvent.ItemPlanDateSet.class,
              DISPATCH_EVENTS),
          type("dispatch.item-escalated.v1", DispatchEvent.ItemEscalated.class, DISPATCH_EVENTS),
          type("dispatch.meeting-decided.v1", DispatchEvent.MeetingDecided.class, DISPATCH_EVENTS),
          type("dispatch.item-plan-filed.v1", DispatchEvent.ItemPlanFiled.class, DISPATCH_EVENTS),
          type("dispatch.item-urged.v1", DispatchEvent.ItemUrged.class, DISPATCH_EVENTS),
          type(
              "dispatch.item-joined-campaign.v1",
              DispatchEvent.ItemJoinedCampaign.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.item-left-campaign.v1",
              DispatchEvent.ItemLeftCampaign.class,
              DISPATCH_EVENTS),
          type("dispatch.item-warned.v1", DispatchEvent.ItemWarned.class, DISPATCH_EVENTS),
          type("dispatch.item-overdue.v1", DispatchEvent.ItemOverdue.class, DISPATCH_EVENTS),
          type(
              "dispatch.item-task-replied.v1",
              DispatchEvent.ItemTaskReplied.class,
              DISPATCH_EVENTS),
          type("dispatch.item-task-waived.v1", DispatchEvent.ItemTaskWaived.class, DISPATCH_EVENTS),
          type("dispatch.item-task-warned.v1", DispatchEvent.ItemTaskWarned.class, DISPATCH_EVENTS),
          type(
              "dispatch.item-task-overdue.v1",
              DispatchEvent.ItemTaskOverdue.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.assignment-warned.v1",
              DispatchEvent.AssignmentWarned.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.assignment-overdue.v1",
              DispatchEvent.AssignmentOverdue.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.same-day-order-warned.v1",
              DispatchEvent.SameDayOrderWarned.class,
              DISPATCH_EVENTS),
          type(
              "dispatch.same-day-order-missed.v1",
              DispatchEvent.SameDayOrderMissed.class,
              DISPATCH_EVENTS),
          type("dispatch.item-corrected.v1", DispatchEvent.ItemCorrected.class, DISPATCH_EVENTS),
          type("dispatch.rework-ordered.v1", DispatchEvent.ReworkOrdered.class, DISPATCH_EVENTS),
          type("dispatch.item-written-off.v1", DispatchEvent.ItemWrittenOff.class, DISPATCH_EVENTS),
          type("dispatch.item-cancelled.v1", DispatchEvent.ItemCancelled.class, DISPATCH_EVENTS),
          type("dispatch.late-fact-noted.v1", DispatchEvent.LateFactNoted.class, DISPATCH_EVENTS),
          type("dispatch.meeting-held.v1", MeetingEvent.MeetingHeld.class, DISPATCH_EVENTS),
          type("dispatch.point-surveyed.v1", CampaignEvent.PointSurveyed.class, DISPATCH_EVENTS),
          type(
              "inspection.recheck-planned.v1",
              InspectionEvent.RecheckPlanned.class,
              INSPECTION_EVENTS),
          type(
              "inspection.evidence-waived.v1",
              InspectionEvent.EvidenceWaived.class,
              INSPECTION_EVENTS),
          type(
              "inspection.recheck-passed.v1",
              InspectionEvent.RecheckPassed.class,
              INSPECTION_EVENTS),
          type(
              "inspection.recheck-failed.v1",
              InspectionEvent.RecheckFailed.class,
              INSPECTION_EVENTS),
          type(
              "inspection.look-back-done.v1",
              InspectionEvent.LookBackDone.class,
              INSPECTION_EVENTS),
          type(
              "inspection.problem-written-off.v1",
              InspectionEvent.ProblemWrittenOff.class,
              INSPECTION_EVENTS),
          type(
              "inspection.point-observed.v1",
              InspectionEvent.PointObserved.class,
              INSPECTION_EVENTS),
          type(
              "inspection.finding-reported.v1",
              InspectionEvent.FindingReported.class,
              INSPECTION_EVENTS),
          type(
              "inspection.finding-decided.v1",
              InspectionEvent.FindingDecided.class,
              INSPECTION_EVENTS),
          type(
              "inspection.case-confirmed.v1",
              InspectionEvent.CaseConfirmed.class,
              INSPECTION_EVENTS),
          type("inspection.case-served.v1", InspectionEvent.CaseServed.class, INSPECTION_EVENTS),
          type(
              "inspection.assessment-closed.v1",
              InspectionEvent.AssessmentClosed.class,
              INSPECTION_EVENTS),
          type(
              "inspection.late-item-fact-noted.v1",
              InspectionEvent.LateItemFactNoted.class,
              INSPECTION_EVENTS),
          type(
              "reference.category-published.v1",
              ReferenceEvent.CategoryPublished.class,
              REFERENCE_CATEGORIES),
          type(
              "reference.subdistrict-published.v1",
              ReferenceEvent.SubdistrictPublished.class,
              REFERENCE_SUBDISTRICTS),
          type(
              "reference.district-published.v1",
              ReferenceEvent.DistrictPublished.class,
              REFERENCE_DISTRICTS),
          type("reference.unit-published.v1", ReferenceEvent.UnitPublished.class, REFERENCE_UNITS));

  private static final Map<String, EventType> BY_NAME =
      TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

  private static final Map<Class<? extends Event>, EventType> BY_RECORD =
      TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

  private EventCatalogue() {}

  /** Every type, in the order of the loop. */
  public static List<EventType> types() {
    return TYPES;
  }

  /** Every topic events travel on, dead-letter topics excluded. */
  public static List<String> topics() {
    return List.copyOf(
        TYPES.stream().map(EventType::topic).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The type called {@code name}, or nothing when this version does not know it. */
  public static Optional<EventType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The type of a record.
   *
   * @throws IllegalArgumentException when the record is missing in the list, which a test forbids
   */
  public static EventType of(Class<? extends Event> record) {
    EventType type = BY_RECORD.get(record);
    if (type == null) {
      throw new IllegalArgumentException(record.getName() + " is not in the event catalogue");
    }
    return type;
  }

  private static EventType type(String name, Class<? extends Event> record, String topic) {
    return new EventType(name, record, topic);
  }
}
