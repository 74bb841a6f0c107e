package org.bihuan.intake.reporter;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The key changes while complaints come in: the service under test still locks with the former key,
 * a second replica is the first that has the next one in force.
 */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class KeyChangeTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final int ENOUGH = 30;

  @Inject DataSource dataSource;
  @Inject PersonalKeys former;
  @Inject LockedReporters reporters;

  private PersonalKeys next;
  private KeyChange replica;
  private String phone;

  @BeforeEach
  void start_a_replica_with_the_next_key() throws SQLException {
    PersonalDataConfig config =
        PersonalKeysTest.config(
            IntakeStack.NEXT_KEY,
            List.of(ConfigProvider.getConfig().getValue("bihuan.personal-data.key", String.class)));
    next = new PersonalKeys(config);
    replica =
        new KeyChange(
            next,
            reporters,
            new PersonalDataCheck(dataSource, next),
            config,
            new SimpleMeterRegistry());
    phone = unusedPhone();
  }

  /**
   * A number of which nothing is kept, whatever other tests have registered: an export counts all
   * of it.
   */
  private String unusedPhone() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement known =
            connection.prepareStatement(
                "select exists (select from complaint where reporter_phone_hash in (?, ?))")) {
      for (int number = 1_000; ; number++) {
        String candidate = "1990000" + number;
        known.setBytes(1, ReporterVault.phoneHash(former.current(), candidate));
        known.setBytes(2, ReporterVault.phoneHash(next.current(), candidate));
        try (ResultSet row = known.executeQuery()) {
          row.next();
          if (!row.getBoolean(1)) {
            return candidate;
          }
        }
      }
    }
  }

  @AfterEach
  void go_on_with_the_former_key() throws SQLException {
    new PersonalDataCheck(dataSource, former).compare(null);
  }

  private String register() {
    return registered("\"text\": \"路灯不亮\",").path("id");
  }

  private Response registered(String fields) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
                {"channel": "HOTLINE_12319", %s
                 "reporter": {"name": "李某某", "phone": "%s"}}
                """
                .formatted(fields, phone))
        .post(COMPLAINTS);
  }

  private int lockSome() {
    return QuarkusTransaction.requiringNew().call(replica::lockAnew);
  }

  private void lockAll() {
    while (lockSome() > 0) {
      // Until nothing is left that any of its keys opens.
    }
  }

  private boolean isLockedWith(PersonalKeys keys, String complaint) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select reporter_name, reporter_phone, reporter_phone_hash from complaint where id = ?")) {
      statement.setObject(1, UUID.fromString(complaint));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return keys.isCurrent(row.getBytes(1))
            && keys.isCurrent(row.getBytes(2))
            && Arrays.equals(row.getBytes(3), ReporterVault.phoneHash(keys.current(), phone));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void all_that_came_in_meanwhile_is_read_found_and_locked_anew() throws Exception {
    Queue<String> sent = new ConcurrentLinkedQueue<>(List.of(register(), register()));
    String first = sent.peek();
    String version = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "/" + first).header("ETag");
    new PersonalDataCheck(dataSource, next).compare(null);
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> senders =
        CompletableFuture.runAsync(
            () -> {
              while (!enough.get()) {
                sent.add(register());
              }
            });
    try {
      await()
          .until(
              () -> {
                lockSome();
                return sent.size() >= ENOUGH;
              });
      assertTrue(isLockedWith(next, first));
      read_in_full(first);
    } finally {
      enough.set(true);
      senders.join();
    }
    lockAll();
    for (String complaint : sent) {
      assertTrue(isLockedWith(next, complaint), complaint);
      read_in_full(complaint);
    }
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + first)
        .then()
        .header("ETag", equalTo(version))
        .body("reporter.name", equalTo("李*"));
    As.role(Role.SPECIAL_TEAM)
        .body("{\"kind\": \"EXPORT\", \"phone\": \"%s\", \"reason\": \"核对\"}".formatted(phone))
        .post("/api/v1/personal-data-requests")
        .then()
        .statusCode(201)
        .body("request.complaints", equalTo(sent.size()));
    String key = "find { it.key == '" + next.current().name() + "' }.";
    As.role(Role.ADMIN)
        .get("/operations/personal-data-keys")
        .then()
        .statusCode(200)
        .body(key + "current", equalTo(false))
        .body(key + "configured", equalTo(true))
        .body(key + "reporters", greaterThanOrEqualTo(sent.size()));
  }

  private void read_in_full(String complaint) {
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"核对\"}")
        .post(COMPLAINTS + "/" + complaint + "/reporter-disclosures")
        .then()
        .statusCode(200)
        .body("phone", equalTo(phone));
  }

  @Test
  void a_replica_whose_key_is_not_the_last_to_be_started_with_undoes_nothing() throws SQLException {
    String complaint = register();
    new PersonalDataCheck(dataSource, former).compare(null);
    assertEquals(0, lockSome());
    assertTrue(isLockedWith(former, complaint));
  }

  @Test
  void replicas_at_work_at_once_do_not_wait_for_each_other() throws SQLException {
    new PersonalDataCheck(dataSource, next).compare(null);
    lockAll();
    List<String> sent = List.of(register(), register(), register());
    int taken =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  int first = replica.lockAnew();
                  assertEquals(0, lockSome());
                  return first;
                });
    assertEquals(sent.size(), taken);
    sent.forEach(complaint -> assertTrue(isLockedWith(next, complaint)));
  }

  @Test
  void the_service_itself_locks_anew_what_another_key_has_locked() throws SQLException {
    String complaint = register();
    new PersonalDataCheck(dataSource, next).compare(null);
    lockAll();
    assertTrue(isLockedWith(next, complaint));
    new PersonalDataCheck(dataSource, former).compare(null);
    await().until(() -> isLockedWith(former, complaint));
  }

  @Test
  void what_no_key_opens_is_passed_over_and_the_rest_is_locked_anew() throws SQLException {
    String broken = register();
    String sound = register();
    byte[] locked = former.lock(ReporterVault.PHONE + sound, phone);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("update complaint set reporter_phone = ? where id = ?")) {
      statement.setBytes(1, locked);
      statement.setObject(2, UUID.fromString(broken));
      statement.executeUpdate();
    }
    new PersonalDataCheck(dataSource, next).compare(null);
    lockAll();
    assertTrue(isLockedWith(next, sound));
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + broken)
        .then()
        .body("reporter.name", equalTo("李*"))
        .body("reporter.phone", equalTo("***"));
    As.role(Role.ADMIN)
        .get("/operations/personal-data-keys")
        .then()
        .body("key", hasItem(former.current().name()));
  }

  @Test
  void a_number_sent_again_is_compared_as_long_as_its_key_is_there() throws SQLException {
    String number = UUID.randomUUID().toString();
    String fields = "\"text\": \"%s\", \"sourceRef\": \"" + number + "\",";
    registered(fields.formatted("路灯不亮")).then().statusCode(201);
    registered(fields.formatted("路灯又亮")).then().statusCode(409);
    change(number, "substring(sent_fingerprints from 9 for 64)");
    registered(fields.formatted("路灯不亮")).then().statusCode(200);
    registered(fields.formatted("路灯又亮"))
        .then()
        .statusCode(409)
        .body("differs", equalTo(List.of("text")));
    change(number, "'\\x0000000000000007'::bytea || sent_fingerprints");
    registered(fields.formatted("路灯又亮")).then().statusCode(200);
  }

  private void change(String number, String fingerprints) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update complaint set sent_fingerprints = "
                    + fingerprints
                    + " where source_ref = ?")) {
      statement.setString(1, number);
      statement.executeUpdate();
    }
  }
}
