package org.bihuan.intake.ledger;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.AssessmentClosed;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** That a month's assessment was closed is on the ledger, in the chain with everything else. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ClosedMonthTest {

  private static final String ENTRIES =
      "/api/v1/ledger?limit=200&kind=inspection.assessment-closed.v1";

  @Test
  void a_closed_month_is_entered_on_the_ledger() throws Exception {
    Actor team = new Actor("SPECIAL_TEAM", null, "special-team");
    Instant now = Instant.parse("2026-11-24T00:00:00Z");
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(new AssessmentClosed(UUID.randomUUID(), "2026-10", 1, 60, now, team));
    }
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> !As.role(Role.ADMIN).get(ENTRIES).jsonPath().getList("items").isEmpty());
    As.role(Role.ADMIN).get("/api/v1/ledger/verification").then().body("valid", equalTo(true));
  }
}
