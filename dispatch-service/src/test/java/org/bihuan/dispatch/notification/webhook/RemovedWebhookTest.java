package org.bihuan.dispatch.notification.webhook;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.dispatch.notification.delivery.Deliveries;
import org.bihuan.dispatch.notification.delivery.Delivery;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A webhook that ends or is removed takes nobody along who is just telling it something. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class RemovedWebhookTest {

  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final String URL = "http://localhost:9/x";

  @Inject EntityManager entities;
  @Inject DataSource dataSource;
  @Inject Deliveries deliveries;
  @Inject WebhookDesk desk;
  @Inject WebhookSweep sweep;

  @AfterEach
  @Transactional
  void forgetWebhooks() {
    entities.createNativeQuery("delete from webhook").executeUpdate();
  }

  private static Response made() {
    Response made =
        as(ADMIN)
            .body(
                """
                {"url": "%s", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                 "kinds": ["TASK_WAIVED"]}"""
                    .formatted(URL))
            .post(WEBHOOKS);
    made.then().statusCode(201);
    return made;
  }

  private static String path(Response webhook) {
    return WEBHOOKS + "/" + webhook.path("id");
  }

  private static UUID id(Response webhook) {
    return UUID.fromString(webhook.path("id"));
  }

  /** Something waits for it. */
  @Transactional
  UUID told(Response webhook) {
    Delivery delivery =
        Delivery.toWebhook(
            id(webhook),
            new Delivery.Message(UUID.randomUUID().toString(), "TASK_WAIVED", "{}"),
            Instant.now());
    deliveries.enqueue(delivery);
    return delivery.id();
  }

  @Test
  void it_is_removed_while_something_is_told_to_it_and_hidden_everywhere() throws SQLException {
    Response made = made();
    UUID delivery = told(made);
    as(ADMIN).get("/api/v1/deliveries/" + delivery).then().statusCode(200);
    try (Connection connection = dataSource.getConnection();
        Statement telling = connection.createStatement()) {
      connection.setAutoCommit(false);
      telling.execute("select 1 from webhook where id = '" + made.path("id") + "' for key share");
      as(ADMIN).delete(path(made)).then().statusCode(204);
      connection.rollback();
    }
    as(ADMIN).get(path(made)).then().statusCode(404).body("code", equalTo("webhook-not-found"));
    as(ADMIN).delete(path(made)).then().statusCode(404);
    as(ADMIN).get(WEBHOOKS).then().body("items.id", not(hasItem(made.<String>path("id"))));
    as(ADMIN)
        .get("/api/v1/deliveries?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(delivery.toString())));
    as(ADMIN)
        .get("/api/v1/deliveries/" + delivery)
        .then()
        .statusCode(404)
        .body("code", equalTo("delivery-not-found"));
  }

  @Test
  void it_goes_with_its_calls_when_nobody_can_be_telling_it_any_more_and_leaves_others() {
    Response removed = made();
    Response stays = made();
    told(removed);
    told(stays);
    as(ADMIN).delete(path(removed)).then().statusCode(204);
    sweep.forget();
    assertEquals(1, rows("delivery where webhook_id", removed));
    anHourLater();
    sweep.forget();
    assertEquals(0, rows("delivery where webhook_id", removed));
    assertEquals(0, rows("webhook where id", removed));
    assertEquals(1, rows("delivery where webhook_id", stays));
  }

  @Test
  void an_answer_410_from_an_address_that_was_changed_meanwhile_ends_nothing() {
    Response made = made();
    assertFalse(desk.close(id(made), "https://former.invalid/x"));
    as(ADMIN).get(path(made)).then().body("active", equalTo(true));
    assertTrue(desk.close(id(made), URL));
    as(ADMIN).get(path(made)).then().body("closedBecause", equalTo("GONE"));
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
            .setParameter("id", id(webhook))
            .getSingleResult();
  }
}
