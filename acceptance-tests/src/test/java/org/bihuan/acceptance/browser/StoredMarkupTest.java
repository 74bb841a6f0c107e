package org.bihuan.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What people typed is shown as they typed it, and does nothing. */
@InBrowser
class StoredMarkupTest {
  private static final Loop LOOP = new Loop(RunningStack.get());

  private static String markup(String field) {
    return "<img src=x onerror=alert('" + field + "')><script>alert(1)</script>" + field;
  }

  @Test
  void markup_in_every_text_of_a_life_is_shown_as_text() {
    String mark = UUID.randomUUID().toString();
    String complaint =
        LOOP.intake(Role.CHANNEL_CLERK)
            .body(
                Map.of(
                    "channel",
                    "HOTLINE_12319",
                    "subject",
                    markup("subject") + mark,
                    "text",
                    markup("text") + mark,
                    "categoryCode",
                    "ROOF_LEAK",
                    "location",
                    Map.of("address", markup("address") + mark, "subdistrictCode", "370203021"),
                    "reporter",
                    Map.of("name", "<b>张某</b>", "phone", "19900000124")))
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String problem =
        LOOP.intake(Role.SPECIAL_TEAM).get("/api/v1/complaints/" + complaint).path("problemId");
    Item item = LOOP.awaitItem(problem, "ISSUED");
    LOOP.dispatch(item.handler())
        .body(Map.of("responsiblePerson", "<img src=x onerror=alert(1)>王某"))
        .post("/api/v1/order-items/" + item.id() + "/acknowledgement")
        .then()
        .statusCode(200);
    LOOP.dispatch(item.handler())
        .body(
            Map.of(
                "kind", "FINAL",
                "cause", markup("cause"),
                "measures", markup("measures"),
                "resultSummary", markup("result"),
                "lastingMeasures", markup("lasting")))
        .post("/api/v1/order-items/" + item.id() + "/replies")
        .then()
        .statusCode(201);

    try (Visitor team = Visitors.chromium().login(Identity.of(Role.SPECIAL_TEAM))) {
      Stream.of(
              "/complaints/" + complaint,
              "/complaints?q=" + mark,
              "/problems/" + problem,
              "/order-items/" + item.id(),
              "/order-items?problemId=" + problem)
          .forEach(
              address -> {
                team.show(address);
                team.awaitContent();
                assertThat(team.page().getByText("onerror=alert").first()).isVisible();
                assertEquals(0, team.page().locator("img[src=x]").count(), address);
                assertEquals(List.of(), team.complaints(), address);
              });
    }
  }
}
