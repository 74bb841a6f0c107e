package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.identity.Identity;

/** Takes an item as far as its fate says. */
final class ItemLife {

  private static final Map<String, Object> ACCEPTED = Map.of("decision", "ACCEPTED");
  private static final String OTHER_UNIT = "PROPERTY_MANAGEMENT_CENTRE";
  private static final List<String> CAUSES =
      List.of("AWAITING_FUNDS", "AWAITING_OUTSIDE_PARTY", "WEATHER", "DEMOLITION_OR_REBUILDING");

  private final UnitWork work;
  private final Rechecking rechecking;
  private final Vocabulary vocabulary;
  private final LocalDate today;

  ItemLife(UnitWork work, Rechecking rechecking, Vocabulary vocabulary, LocalDate today) {
    this.work = work;
    this.rechecking = rechecking;
    this.vocabulary = vocabulary;
    this.today = today;
  }

  void live(HeldItem item) {
    switch (item.fate()) {
      case ISSUED -> {
        // Nobody has confirmed receipt.
      }
      case URGED -> work.act(People.TEAM, item, "urges", "text", "urge");
      case CANCELLED -> work.act(People.TEAM, item, "cancellation", "reason", "cancellation");
      case RETURN_ASKED, RETURN_REFUSED, REASSIGNED, RULED -> giveBack(item);
      default -> rectify(item);
    }
  }

  private void rectify(HeldItem item) {
    work.acknowledge(item);
    switch (item.fate()) {
      case ACKNOWLEDGED, EMERGENCY -> {
        // At work.
      }
      case INTERIM -> work.interim(item);
      case EXTENSION_ASKED, EXTENDED, EXTENSION_REFUSED -> extend(item);
      case SUSPENDED, RESUMED -> suspend(item);
      case COMPLEX, PLANNED, LEADING_GROUP ->
          work.act(People.handler(item.leadUnit()), item, "complexity", "reason", "complexity");
      default -> reply(item);
    }
  }

  private void reply(HeldItem item) {
    work.help(item);
    String reply = work.reply(item);
    switch (item.fate()) {
      case REPLIED -> {
        // Waits for the special team.
      }
      case REPLY_RETURNED ->
          work.review(
              item,
              reply,
              Map.of("decision", "RETURNED", "opinion", vocabulary.word("returnedReply")));
      case WRITTEN_OFF_WITH_DEMAND ->
          work.review(
              item,
              reply,
              Map.of(
                  "decision",
                  "ACCEPTED_WITH_STANDING_DEMAND",
                  "standingDemand",
                  item.plan().kind().lasting()));
      default -> work.review(item, reply, ACCEPTED);
    }
    recheck(item);
  }

  private void recheck(HeldItem item) {
    switch (item.fate()) {
      case REPLIED, REPLY_RETURNED, RECHECK_PENDING -> {
        // Nobody has been there.
      }
      case RECHECK_ASSIGNED -> rechecking.assign(item);
      case REWORK -> rechecking.fail(item, "PARTIAL");
      case WRITTEN_OFF_AFTER_REWORK -> passSecondTime(item, "NOT_RECTIFIED");
      case WRITTEN_OFF_AFTER_RELAPSE -> passSecondTime(item, "RELAPSED");
      default -> rechecking.pass(item);
    }
  }

  private void passSecondTime(HeldItem item, String firstOutcome) {
    rechecking.fail(item, firstOutcome);
    finish(item);
  }

  /** From the work that is done to the write-off. */
  void finish(HeldItem item) {
    work.help(item);
    work.review(item, work.reply(item), ACCEPTED);
    rechecking.pass(item);
  }

  private void extend(HeldItem item) {
    Instant dueAt = Instant.parse(work.read(item).path("dueAt").asText());
    JsonNode asked =
        work.act(
            People.handler(item.leadUnit()),
            item,
            "extension-requests",
            Map.of(
                "until", dueAt.plus(Duration.ofHours(24)).toString(),
                "reason", vocabulary.word("extension")));
    if (item.fate() != Fate.EXTENSION_ASKED) {
      boolean refused = item.fate() == Fate.EXTENSION_REFUSED;
      decide(item, "extension-requests", asked, refused ? "extensionRefused" : null, null);
    }
  }

  private void suspend(HeldItem item) {
    work.act(
        People.TEAM,
        item,
        "suspension",
        Map.of(
            "cause", CAUSES.get(item.number() % CAUSES.size()),
            "reviewOn", today.plusDays(1 + item.number() % 28).toString(),
            "reason", vocabulary.word("suspension")));
    if (item.fate() == Fate.RESUMED) {
      work.act(People.TEAM, item, "resumption", "reason", "resumption");
    }
  }

  private void giveBack(HeldItem item) {
    JsonNode asked = askReturn(People.handler(item.leadUnit()), item, OTHER_UNIT);
    switch (item.fate()) {
      case RETURN_REFUSED -> decide(item, "return-requests", asked, "returnRefused", null);
      case REASSIGNED -> decide(item, "return-requests", asked, null, OTHER_UNIT);
      case RULED -> {
        decide(item, "return-requests", asked, null, OTHER_UNIT);
        JsonNode again = askReturn(People.handler(OTHER_UNIT), item, item.leadUnit());
        work.act(
            People.TEAM,
            item,
            "return-requests/" + again.path("id").asText() + "/ruling",
            Map.of(
                "leadUnitCode",
                item.leadUnit(),
                "clauseCode",
                "OUTSIDE_DUTY",
                "reason",
                vocabulary.word("ruling"),
                "precedent",
                true,
                "place",
                "COMMUNITY"));
      }
      default -> {
        // Waits for the special team.
      }
    }
  }

  private JsonNode askReturn(Identity who, HeldItem item, String suggested) {
    return work.act(
        who,
        item,
        "return-requests",
        Map.of(
            "reason",
            vocabulary.word("outsideArea"),
            "clauseCode",
            "OUTSIDE_AREA",
            "suggestedUnitCode",
            suggested));
  }

  /** Accepts, or refuses when there is a sentence to refuse with. */
  private void decide(HeldItem item, String requests, JsonNode asked, String refusal, String unit) {
    Map<String, Object> decision =
        refusal != null
            ? Map.of("decision", "REFUSED", "opinion", vocabulary.word(refusal))
            : unit == null ? ACCEPTED : Map.of("decision", "ACCEPTED", "leadUnitCode", unit);
    work.act(People.TEAM, item, requests + "/" + asked.path("id").asText() + "/decision", decision);
  }
}
