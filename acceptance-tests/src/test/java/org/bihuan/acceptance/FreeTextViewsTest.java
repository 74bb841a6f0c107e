package org.bihuan.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.contract.FreeText;
import org.junit.jupiter.api.Test;

/** No text of an answer is forgotten: each is marked, or named here as none of anybody's words. */
class FreeTextViewsTest {

  private static final Set<String> NO_FREE_TEXT =
      Set.of(
          // Codes, serials, keys and cursors.
          "Actor.role",
          "Actor.unitCode",
          "CertifiedFile.sha256",
          "AttachmentLine.sha256",
          "AttachmentLine.type",
          "AttachmentView.sha256",
          "AttachmentView.thumbnailUrl",
          "AttachmentView.type",
          "AttachmentView.url",
          "AppealView.month",
          "AssessedName.code",
          "AssessedName.name",
          "AssessmentView.month",
          "CardView.orderSerial",
          "DeductionView.problemSerial",
          "DeductionView.subdistrictCode",
          "EntryView.categoryCode",
          "EntryView.orderSerial",
          "EntryView.problemSerial",
          "EntryView.subdistrictCode",
          "FormulaView.fromMonth",
          "CardView.problemSerial",
          "CategorySuggestion.code",
          "BodyGuess.code",
          "BodyGuess.words",
          "CategoryBranch.code",
          "CategoryBranch.englishName",
          "CategoryBranch.name",
          "CategoryView.code",
          "CategoryView.counterExample",
          "CategoryView.example",
          "CategoryView.keywords",
          "CategoryView.parentCode",
          "CategoryView.unitCode",
          "ImportedRow.problemSerial",
          "ImportedRow.serial",
          "ImportedRow.sourceRef",
          "IntentGuess.words",
          "KeyTaskFigures.week",
          "KeyTaskView.problemSerial",
          "KeyTaskView.serial",
          "KeyTaskView.week",
          // An address that was published, and is opened as it is.
          "SourceDetails.link",
          "SourceDetails.week",
          "ModelView.trainedBy",
          "ModelView.version",
          "PlaceGuess.communityCode",
          "PlaceGuess.subdistrictCode",
          "PlaceGuess.words",
          "Recognised.likelyBodyCode",
          "Recognised.model",
          "ScopeGuess.words",
          "Suggestion.model",
          "Certificate.serial",
          "ChannelDeliveryView.body",
          "ChannelKeyView.channel",
          "ChannelWebhookView.channel",
          "ChannelWebhookView.secret",
          "ChannelWebhookView.url",
          "Addressee.code",
          "Addressee.role",
          "DeliveryLine.kind",
          "DeliveryLine.recipient",
          "DeliveryView.body",
          "NotificationView.list",
          "NotificationView.orderSerial",
          "NotificationView.problemSerial",
          "NotificationView.text",
          "RecordedMessageView.address",
          "RecordedMessageView.text",
          "WebhookView.url",
          "ChannelKeyView.secret",
          "ChannelView.code",
          "ChannelView.hotline",
          "TriedCall.channel",
          "TriedCall.sourceRef",
          "CheckedRound.problemSerial",
          "ClockSegment.cause",
          "ClockSegment.ruleVersion",
          "ComplaintLine.channel",
          "ComplaintLine.serial",
          "ComplaintView.allowedActions",
          "ComplaintView.categoryCode",
          "ComplaintView.channel",
          "ComplaintView.problemSerial",
          "ComplaintView.serial",
          "ComplaintView.sourceRef",
          "ComplaintView.trackingCode",
          "Crossing.lost",
          "Crossing.won",
          "ErasedComplaint.serial",
          "ErasedComplaint.trackingCode",
          "KeptComplaint.serial",
          "LookView.role",
          "OwnComplaintView.categoryCode",
          "OwnComplaintView.channel",
          "OwnComplaintView.serial",
          "OwnComplaintView.trackingCode",
          "PersonalDataKeyView.key",
          "DeadLetter.key",
          "DeadLetter.reason",
          "DeadLetter.topic",
          "DeadLetter.type",
          "Difference.categoryCode",
          "Difference.communityCode",
          "Difference.leadUnitCode",
          "Difference.problemSerial",
          "Difference.subdistrictCode",
          "DutyClauseView.categoryCode",
          "DutyClauseView.code",
          "DutyClauseView.unitCode",
          "Figure.list",
          "CoverageView.week",
          "ListedProblemView.carriedFrom",
          "ListedProblemView.categoryCode",
          "ListedProblemView.categoryName",
          "ListedProblemView.channel",
          "ListedProblemView.channelName",
          "ListedProblemView.communityCode",
          "ListedProblemView.communityName",
          "ListedProblemView.serial",
          "ListedProblemView.subdistrictCode",
          "ListedProblemView.subdistrictName",
          "ListedProblemView.week",
          "WeekView.week",
          "WeeklyListView.carriedFrom",
          "WeeklyListView.hash",
          "WeeklyListView.nextCursor",
          "WeeklyListView.week",
          "SubdistrictCoverage.code",
          "SubdistrictVisits.code",
          "ChecklistView.placeTypeCode",
          "EvaluationPointView.placeTypeCode",
          "EvaluationPointView.subdistrictCode",
          "ObservationView.placeTypeCode",
          "ObservationView.subdistrictCode",
          "ScoreLine.key",
          "ReportLine.list",
          "DayTask.link",
          "DayTask.subdistrictCode",
          "KnownProblemView.problemSerial",
          "KnownProblemView.subdistrictCode",
          "ObligationView.lineCode",
          "VisitView.lineCode",
          "VisitView.subdistrictCode",
          "CallBackView.channel",
          "CallBackView.complaintSerial",
          "CallBackView.problemSerial",
          "FeedbackView.categoryCode",
          "FeedbackView.channel",
          "FeedbackView.complaintSerial",
          "FeedbackView.problemSerial",
          "FeedbackView.subdistrictCode",
          "FindingView.categoryCode",
          "FindingView.orderSerial",
          "Handover.bodyCode",
          "HistoryEntryView.ruleVersion",
          "InspectionView.bulletinSerial",
          "InspectionView.lineCode",
          "Inspector.unitCode",
          "HeadView.hash",
          "HeadView.keyId",
          "HeadView.root",
          "HeadView.signature",
          "InclusionEntry.actorRole",
          "InclusionEntry.actorSubject",
          "InclusionEntry.actorUnit",
          "InclusionEntry.complaintId",
          "InclusionEntry.hash",
          "InclusionEntry.id",
          "InclusionEntry.kind",
          "InclusionEntry.occurredAt",
          "InclusionEntry.path",
          "InclusionEntry.previousHash",
          "InclusionEntry.problemId",
          "InclusionEntry.recordedAt",
          "InclusionView.serial",
          "KeyView.algorithm",
          "KeyView.keyId",
          "KeyView.publicKey",
          "LedgerEntryView.hash",
          "LedgerEntryView.kind",
          "Link.hash",
          "MeView.channel",
          "MeView.channels",
          "MeView.language",
          "MeView.line",
          "MeView.lines",
          "MeView.missingClaims",
          "MeView.roles",
          "MeView.subdistrict",
          "MeView.subdistricts",
          "MeView.unit",
          "Money.amount",
          "Money.currency",
          "InspectorLoad.subject",
          "EarlierPhoto.problemSerial",
          "LotView.period",
          "LotView.seed",
          "PhotoView.url",
          "OriginalView.url",
          "AreaLoad.name",
          "AreaLoad.code",
          "InspectorLoad.unitCode",
          "LotView.unitCode",
          "PhotoView.thumbnailUrl",
          "OrderItemView.categoryCode",
          "OrderItemView.orderSerial",
          "OrderItemView.problemSerial",
          "OrderView.serial",
          "BatchOrder.serial",
          "BatchItem.problemSerial",
          "DraftLineView.fault",
          "DraftLineView.problemSerial",
          "OtherBodyView.code",
          "Page.nextCursor",
          "Place.communityCode",
          "Place.subdistrictCode",
          "ProblemView.categoryCode",
          "ProblemView.jointUnitCodes",
          "ProblemView.orderSerial",
          "ProblemView.serial",
          "ProblemView.unassignedReason",
          "PublicArea.type",
          "PublicAreaGeometry.type",
          "PublicAreaProperties.code",
          "PublicAreas.type",
          "PublicChannel.code",
          "PublicChoice.code",
          "PublicCommunity.code",
          "PublicCommunity.subdistrictCode",
          "PublicProblem.categoryCode",
          "PublicProblem.serial",
          "PublicProblem.subdistrictCode",
          "PublicSubdistrict.code",
          "RecheckView.categoryCode",
          "RecheckView.problemSerial",
          "ReturnRequestView.clauseCode",
          "RoutingReason.version",
          "RoutingReason.words",
          "RoutingRuleView.categoryCode",
          "RoutingRuleView.communityCode",
          "RoutingRuleView.jointUnitCodes",
          "RoutingRuleView.leadUnitCode",
          "RoutingRuleView.subdistrictCode",
          "RehearsalView.nextCursor",
          "RulingView.categoryCode",
          "RulingView.clauseCode",
          "RulingView.communityCode",
          "RulingView.problemSerial",
          "RulingView.subdistrictCode",
          "RulingView.words",
          "SimilarProblemView.categoryCode",
          "SimilarProblemView.serial",
          "SlaPolicyView.ruleVersion",
          "StopView.subdistrictCode",
          "SubdistrictView.code",
          "MyComplaintView.allowedActions",
          "MyPhoto.thumbnailUrl",
          "MyPhoto.url",
          "ResidentSessionView.token",
          "TrackedComplaint.categoryCode",
          "TrackedComplaint.serial",
          "TrackedComplaint.trackingCode",
          "UnitName.code",
          "UnitView.code",
          "UnitComparison.unitCode",
          "UnitView.parentCode",
          "Verification.head",
          "VerificationRunView.head",
          "VerificationRunView.requestedBy",
          "WorkLineView.code",
          "WriteOffView.problemSerial",
          "WriteOffView.subdistrictCode",
          "DutyView.groupCode",
          "DutyView.lineCode",
          "DutyView.subdistrictCode",
          "BodyName.code",
          "FrontlineGroupView.code",
          "FrontlineGroupView.subdistrictCode",
          "LeaderName.code",
          "LeaderView.bodyCode",
          "LeaderView.code",
          "LeadingBodyView.code",
          "PostingView.cadreNumber",
          "PostingView.subdistrictCode",
          "RowFault.code",
          "StandingDemandView.categoryCode",
          "StandingDemandView.subdistrictCode",
          "CampaignView.categories",
          "CampaignView.code",
          "CampaignView.mechanismCode",
          "MechanismView.code",
          "PhotoRuleView.categoryCode",
          "PointView.categoryCode",
          "PointView.number",
          "PointView.subdistrictCode",
          "UnitView.successorCode",
          "AgendaItemView.problemSerial",
          "LeaderCalled.code",
          "MeetingView.lineCode",
          // Of Open311: codes, numbers, moments, and words of ours and of reference data.
          "DiscoveryView.changeset",
          "DiscoveryView.contact",
          "DiscoveryView.keyService",
          // Where the console finds what.
          "BaseMap.attribution",
          "BaseMap.tiles",
          "Login.address",
          "Login.authority",
          "Login.clientId",
          "Services.intake",
          // By which of them a figure is counted: a code, a day.
          "FiguresRow.key",
          "EndpointView.changeset",
          "EndpointView.formats",
          "EndpointView.specification",
          "EndpointView.type",
          "EndpointView.url",
          "AttributeView.code",
          "AttributeView.datatype",
          "AttributeView.datatypeDescription",
          "AttributeView.description",
          "ServiceDefinitionView.serviceCode",
          "ServiceView.description",
          "ServiceView.group",
          "ServiceView.keywords",
          "ServiceView.serviceCode",
          "ServiceView.serviceName",
          "ServiceView.type",
          "ValueView.key",
          "ValueView.name",
          "RegisteredRequest.accountId",
          "RegisteredRequest.serviceNotice",
          "RegisteredRequest.serviceRequestId",
          "ServiceRequestView.addressId",
          "ServiceRequestView.agencyResponsible",
          "ServiceRequestView.expectedDatetime",
          "ServiceRequestView.mediaUrl",
          "ServiceRequestView.requestedDatetime",
          "ServiceRequestView.serviceCode",
          "ServiceRequestView.serviceName",
          "ServiceRequestView.serviceNotice",
          "ServiceRequestView.serviceRequestId",
          "ServiceRequestView.status",
          "ServiceRequestView.updatedDatetime",
          "ServiceRequestView.zipcode",
          "TokenView.serviceRequestId",
          "TokenView.token",
          // Names in reference data, and the telephone by which a unit is reached.
          "CategoryView.englishName",
          "CategoryView.name",
          "ChannelKeyView.holder",
          "ChannelView.englishName",
          "ChannelView.name",
          "OtherBodyView.englishName",
          "OtherBodyView.name",
          "PublicAreaProperties.name",
          "PublicChannel.englishName",
          "PublicChannel.name",
          "PublicChoice.englishName",
          "PublicChoice.name",
          "PublicCommunity.name",
          "PublicSubdistrict.name",
          "SubdistrictCoverage.name",
          "SubdistrictVisits.name",
          "ChecklistView.placeTypeName",
          "SubdistrictView.name",
          "UnitName.name",
          "UnitView.aliases",
          "UnitView.name",
          "UnitComparison.unitName",
          "CalendarDay.name",
          "UnitView.phone",
          "WorkLineView.name",
          "BodyName.name",
          "FrontlineGroupView.name",
          "LeadingBodyView.name",
          "MechanismView.name",
          // The name of a campaign, given by the special team for all to use.
          "CampaignView.name",
          // Officials, who are to be known; those posted only to who may read postings.
          "LeaderCalled.name",
          "LeaderName.name",
          "LeaderName.post",
          "LeaderView.name",
          "LeaderView.post",
          "PostingView.cadreName",
          "PostingView.officePhone",
          "PostingView.post",
          // Words of ours about a row of a sheet.
          "RowFault.column",
          "RowFault.message",
          // Opaque, of the identity provider.
          "Actor.subject",
          "Inspector.subject",
          "MeView.subject",
          // People who are to be known: the reporter has a rule of its own, the others stand for
          // their bodies.
          "OrderItemView.responsiblePerson",
          "PlanStep.responsiblePerson",
          "PlanView.responsiblePerson",
          "DraftLineView.responsiblePerson",
          "OrderView.signer",
          "PointPlan.responsiblePerson",
          "OwnComplaintView.name",
          "OwnComplaintView.phone",
          "ReporterView.name",
          "ReporterView.phone",
          // What the resident who reads it has written, and nobody else reads there.
          "MyComplaintView.subject",
          "MyComplaintView.text",
          // An event as it was told, masked already.
          "LedgerEntryView.content",
          "InclusionEntry.content",
          // Words of the catalogue of categories.
          "CategorySuggestion.words",
          // Words of the catalogue of duties.
          "DutyClauseView.text");

  /** Everything that an operation of a service answers with, and what that is made of. */
  private static Set<Class<?>> answers() {
    Set<Class<?>> answers = new HashSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "org.bihuan.intake",
                "org.bihuan.dispatch",
                "org.bihuan.inspection",
                "org.bihuan.kit")) {
      if (type.isAnnotatedWith(Path.class)) {
        Arrays.stream(type.reflect().getMethods())
            .forEach(operation -> collect(operation.getGenericReturnType(), answers));
      }
    }
    return answers;
  }

  private static void collect(Type type, Set<Class<?>> answers) {
    if (type instanceof ParameterizedType generic) {
      collect(generic.getRawType(), answers);
      List.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, answers));
    } else if (type instanceof Class<?> record && record.isRecord() && answers.add(record)) {
      for (RecordComponent component : record.getRecordComponents()) {
        collect(component.getGenericType(), answers);
      }
    }
  }

  @Test
  void every_text_of_an_answer_is_marked_or_is_known_to_be_none() {
    Set<String> unmarked = new TreeSet<>();
    for (Class<?> record : answers()) {
      for (RecordComponent component : record.getRecordComponents()) {
        if (component.getGenericType().getTypeName().contains("String") && !isMarked(component)) {
          unmarked.add(record.getSimpleName() + "." + component.getName());
        }
      }
    }
    assertEquals(new TreeSet<>(NO_FREE_TEXT), unmarked);
  }

  @Test
  void the_search_reaches_what_the_three_services_answer() {
    Set<String> found = new TreeSet<>();
    answers().forEach(record -> found.add(record.getSimpleName()));
    assertTrue(
        found.containsAll(
            Set.of("ComplaintView", "Handover", "ReviewView", "HistoryEntryView", "StopView")),
        found.toString());
  }

  private static boolean isMarked(RecordComponent component) {
    try {
      return component
          .getDeclaringRecord()
          .getDeclaredField(component.getName())
          .isAnnotationPresent(FreeText.class);
    } catch (NoSuchFieldException e) {
      throw new AssertionError("a component without its field", e);
    }
  }
}
