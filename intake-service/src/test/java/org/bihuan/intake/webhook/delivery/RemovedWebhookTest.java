package org.bihuan.intake.webhook.delivery;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A webhook that is removed is hidden at once and goes later, so that nobody waits for its end. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RemovedWebhookTest {

  private static final String CHANNEL = "/api/v1/channels/DISTRICT_HOTLINE";
  private static final String NEW =
      "{\"url\": \"http://localhost:9/x\", \"events\": [\"COMPLAINT_FILED\"]}";

  @Inject EntityManager entities;
  @Inject DataSource dataSource;
  @Inject DeliverySweep sweep;

  @AfterEach
  @Transactional
  void forgetWebhooks() {
    entities.createNativeQuery("delete from webhook").executeUpdate();
  }

  private static RequestSpecification clerk() {
    return As.as(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of("DISTRICT_HOTLINE")));
  }

  private static Response made() {
    Response made = clerk().body(NEW).post(CHANNEL + "/webhooks");
    made.then().statusCode(201);
    return made;
  }

  private static String path(Response webhook) {
    return CHANNEL + "/webhooks/" + webhook.path("id");
  }

  private static String ping(Response webhook) {
    return clerk()
        .post(path(webhook) + "/test")
        .then()
        .statusCode(200)
        .extract()
        .path("delivery.id");
  }

  @Test
  void it_is_removed_while_something_is_told_to_it_and_hidden_everywhere() throws SQLException {
    Response made = made();
    String delivery = ping(made);
    try (Connection connection = dataSource.getConnection();
        Statement telling = connection.createStatement()) {
      connection.setAutoCommit(false);
      telling.execute("select 1 from webhook where id = '" + made.path("id") + "' for key share");
      clerk().delete(path(made)).then().statusCode(204);
      connection.rollback();
    }
    clerk().get(path(made)).then().statusCode(404).body("code", equalTo("webhook-not-found"));
    clerk().delete(path(made)).then().statusCode(404);
    clerk().post(path(made) + "/test").then().statusCode(404);
    clerk().get(CHANNEL + "/webhooks").then().statusCode(200).body("items", hasSize(0));
    clerk().get(CHANNEL + "/deliveries").then().statusCode(200).body("items", hasSize(0));
    clerk().get(CHANNEL + "/deliveries/" + delivery).then().statusCode(404);
    clerk().post(CHANNEL + "/deliveries/" + delivery + "/redelivery").then().statusCode(404);
    for (int i = 0; i < 5; i++) {
      made();
    }
  }

  @Test
  void it_goes_with_its_calls_when_nobody_can_be_telling_it_any_more_and_leaves_others() {
    Response removed = made();
    Response stays = made();
    ping(removed);
    ping(stays);
    clerk().delete(path(removed)).then().statusCode(204);
    sweep.forget();
    assertEquals(1, rows("webhook where id", removed));
    assertEquals(1, rows("delivery where webhook_id", removed));
    anHourLater();
    sweep.forget();
    assertEquals(0, rows("delivery where webhook_id", removed));
    assertEquals(0, rows("webhook where id", removed));
    assertEquals(1, rows("delivery where webhook_id", stays));
  }

  @Transactional
  void anHourLater() {
    entities
        .createNativeQuery("update webhook set removed_at = removed_at - interval '1 hour'")
        .executeUpdate();
  }

  @Transactional
  long rows(String where, Response webhook) {
    return (Long)
        entities
            .createNativeQuery("select count(*) from " + where + " = :id", Long.class)
            .setParameter("id", UUID.fromString(webhook.path("id")))
            .getSingleResult();
  }
}
