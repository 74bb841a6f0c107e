package org.bihuan.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No text of an event is forgotten: each is marked, or named here as none of anybody's words. */
class FreeTextTest {

  private static final Set<String> NO_FREE_TEXT =
      Set.of(
          // Codes and numbers.
          "Actor.role",
          "Actor.unitCode",
          "AttachedFile.sha256",
          "ItemCorrected.categoryCode",
          "AttachmentStored.sha256",
          "AssessmentClosed.month",
          "AttachmentStored.type",
          "CategoryPublished.code",
          "ComplaintCorrected.categoryCode",
          "ComplaintCorrected.subdistrictCode",
          "ComplaintHandedOver.bodyCode",
          "ComplaintMerged.channel",
          "ComplaintRegistered.categoryCode",
          "ComplaintRegistered.channel",
          "ComplaintRegistered.complaintSerial",
          "ComplaintRegistered.subdistrictCode",
          "DistrictPublished.code",
          "FindingReported.categoryCode",
          "ItemJoinedCampaign.campaignCode",
          "ItemLeftCampaign.campaignCode",
          "ItemIssued.orderSerial",
          "ItemIssued.ruleVersion",
          "ItemReturnRequested.clauseCode",
          "ItemWrittenOff.reason",
          "LateFactNoted.fact",
          "LateItemFactNoted.fact",
          "LookBackDone.categoryCode",
          "PhotoBlurred.blurredSha256",
          "PhotoBlurred.sha256",
          "Place.communityCode",
          "Place.subdistrictCode",
          "ProblemCorrected.categoryCode",
          "ProblemFiled.categoryCode",
          "ProblemFiled.problemSerial",
          "ProblemHandedOver.bodyCode",
          "ProblemMerged.intoProblemSerial",
          "ReplyAccepted.categoryCode",
          "ReplyAccepted.involvedSubjects",
          "ReplyAccepted.involvedUnitCodes",
          "ReplyAccepted.problemSerial",
          "ReworkOrdered.ruleVersion",
          "RoutingReason.version",
          "SubdistrictPublished.code",
          "WeekFrozen.hash",
          "WeekFrozen.week",
          "UnitName.code",
          "UnitPublished.code",
          "UnitPublished.parentCode",
          // Opaque, of the identity provider.
          "Actor.subject",
          // Names in reference data.
          "CategoryPublished.name",
          "DistrictPublished.name",
          "RoutingReason.words",
          "SubdistrictPublished.name",
          "UnitName.name",
          "UnitPublished.aliases",
          "UnitPublished.name");

  @Test
  void every_text_of_an_event_is_marked_or_is_known_to_be_none() {
    assertEquals(
        new TreeSet<>(NO_FREE_TEXT),
        records().stream()
            .flatMap(record -> Arrays.stream(record.getRecordComponents()))
            .filter(component -> component.getGenericType().getTypeName().contains("String"))
            .filter(component -> !isMarked(component))
            .map(FreeTextTest::nameOf)
            .collect(TreeSet::new, Set::add, Set::addAll));
  }

  /** The events and what they are made of. */
  private static Set<Class<?>> records() {
    Set<Class<?>> records = new HashSet<>();
    EventCatalogue.types().forEach(type -> collect(type.record(), records));
    return records;
  }

  private static void collect(Type type, Set<Class<?>> records) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, records));
    } else if (type instanceof Class<?> record && record.isRecord() && records.add(record)) {
      Arrays.stream(record.getRecordComponents())
          .forEach(component -> collect(component.getGenericType(), records));
    }
  }

  private static String nameOf(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
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
