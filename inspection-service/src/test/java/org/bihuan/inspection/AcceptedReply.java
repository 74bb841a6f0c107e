package org.bihuan.inspection;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemCorrected;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;

/**
 * A reply that dispatch has accepted, from which the tests of re-checks start: the market's public
 * toilet of acceptance story 1.
 */
public record AcceptedReply(
    UUID problemId,
    UUID itemId,
    int round,
    String categoryCode,
    Instant repliedAt,
    String unitCode,
    SourceKind sourceKind,
    boolean difficult) {

  /** Of a market's toilet that a citizen complained of. */
  public AcceptedReply(
      UUID problemId, UUID itemId, int round, String categoryCode, Instant repliedAt) {
    this(
        problemId,
        itemId,
        round,
        categoryCode,
        repliedAt,
        Callers.LEAD_UNIT,
        SourceKind.CITIZEN,
        false);
  }

  /** The same of another unit. */
  public AcceptedReply ofUnit(String code) {
    return new AcceptedReply(
        problemId, itemId, round, categoryCode, repliedAt, code, sourceKind, difficult);
  }

  /** The same that somebody else found. */
  public AcceptedReply from(SourceKind other) {
    return new AcceptedReply(
        problemId, itemId, round, categoryCode, repliedAt, unitCode, other, difficult);
  }

  /** The same that needed the team. */
  public AcceptedReply ofHardCase() {
    return new AcceptedReply(
        problemId, itemId, round, categoryCode, repliedAt, unitCode, sourceKind, true);
  }

  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "special-team");

  /** A new item's first reply, made an hour ago, of a category without a quiet time. */
  public static AcceptedReply first() {
    return new AcceptedReply(
        UUID.randomUUID(),
        UUID.randomUUID(),
        0,
        "GROUND_DAMAGE",
        Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS));
  }

  /** The same in another category. */
  public AcceptedReply ofCategory(String code) {
    return new AcceptedReply(
        problemId, itemId, round, code, repliedAt, unitCode, sourceKind, difficult);
  }

  /** The item's reply of another round. */
  public AcceptedReply ofRound(int other) {
    return new AcceptedReply(
        problemId, itemId, other, categoryCode, repliedAt, unitCode, sourceKind, difficult);
  }

  /** The fact as dispatch tells it. */
  public ReplyAccepted fact() {
    return new ReplyAccepted(
        itemId,
        problemId,
        4 + 4 * round,
        UUID.randomUUID(),
        round,
        "P-2026-000815",
        "公厕地砖破损",
        categoryCode,
        DeadlineClass.GENERAL,
        new Place("示例路 12 号", Callers.SUBDISTRICT, null, 120.3561, 36.0835),
        new UnitName(unitCode, "市场服务建设一中心"),
        List.of(unitCode, Callers.JOINT_UNIT, "HUALINSHAN_OFFICE"),
        "增加公厕的打扫频次",
        repliedAt,
        repliedAt.plus(30, ChronoUnit.MINUTES),
        TEAM,
        List.of("handler-1", TEAM.subject()),
        sourceKind,
        difficult);
  }

  /** The fact that the item was called off. */
  public ItemCancelled cancellation() {
    return new ItemCancelled(itemId, problemId, 5 + 4 * round, Instant.now(), TEAM);
  }

  /** The fact that category and place were corrected. */
  public ItemCorrected correction(String address) {
    return new ItemCorrected(
        itemId,
        problemId,
        5 + 4 * round,
        "ROOF_LEAK",
        new Place(address, Callers.SUBDISTRICT, null, null, null),
        Instant.now(),
        TEAM);
  }

  /** Tells the fact and waits for the re-check that follows from it; returns its id. */
  public String recheck() {
    Facts.tell(fact());
    return plannedRecheck();
  }

  /** Waits for the re-check of this round; returns its id. */
  public String plannedRecheck() {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Callers.team()
                    .get("/api/v1/rechecks?itemId=" + itemId)
                    .path("items.find { it.round == " + round + " }?.id"),
            id -> id != null);
  }
}
