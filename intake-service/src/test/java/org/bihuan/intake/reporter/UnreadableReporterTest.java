package org.bihuan.intake.reporter;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What was locked with a key that is gone, or changed by hand, harms nothing but itself. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class UnreadableReporterTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final PersonalKeys LOST = PersonalKeysTest.keys(7);

  @Inject DataSource dataSource;
  @Inject PersonalKeys keys;

  @Test
  void a_name_that_no_key_opens_shows_as_stars_and_the_page_is_served() throws SQLException {
    String other = register("王某某");
    String complaint = register("李某某");
    put(complaint, "reporter_name", LOST.lock("complaint.reporter_name " + complaint, "李某某"));
    String page = "items.find { it.id == '%s' }.reporter.%s";
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "?limit=20")
        .then()
        .statusCode(200)
        .body(page.formatted(complaint, "name"), equalTo("***"))
        .body(page.formatted(complaint, "phone"), equalTo("199****0123"))
        .body(page.formatted(complaint, "unreadable"), equalTo(true))
        .body(page.formatted(other, "name"), equalTo("王*"))
        .body(page.formatted(other, "unreadable"), nullValue());
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + complaint)
        .then()
        .statusCode(200)
        .body("reporter.unreadable", equalTo(true));
    assertTrue(unreadable() >= 2);
  }

  @Test
  void what_was_swapped_between_two_complaints_is_unreadable_in_both() throws SQLException {
    String first = register("李某某");
    String second = register("王某某");
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update complaint c set reporter_name = o.reporter_name from complaint o"
                    + " where c.id in (?, ?) and o.id in (?, ?) and o.id <> c.id")) {
      for (int i = 0; i < 4; i++) {
        statement.setObject(i + 1, UUID.fromString(i % 2 == 0 ? first : second));
      }
      statement.executeUpdate();
    }
    for (String complaint : new String[] {first, second}) {
      As.role(Role.SPECIAL_TEAM)
          .get(COMPLAINTS + "/" + complaint)
          .then()
          .body("reporter.name", equalTo("***"));
    }
  }

  @Test
  void its_disclosure_is_refused_and_leaves_no_record() throws SQLException {
    String complaint = register("李某某");
    put(complaint, "reporter_phone", new byte[] {2, 0});
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"回访\"}")
        .post(COMPLAINTS + "/" + complaint + "/reporter-disclosures")
        .then()
        .statusCode(409)
        .body("code", equalTo("reporter-unreadable"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?kind=intake.reporter-disclosed.v1&complaintId=" + complaint)
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void a_start_with_another_key_is_refused() throws SQLException {
    register("李某某");
    new PersonalDataCheck(dataSource, keys).compare(null);
    String told =
        assertThrows(
                ConfigurationException.class,
                () -> new PersonalDataCheck(dataSource, LOST).compare(null))
            .getMessage();
    assertTrue(told.contains("bihuan.personal-data.old-keys"), told);
  }

  @Test
  void so_is_one_on_a_database_filled_before_there_was_a_check() throws SQLException {
    register("李某某");
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from personal_data_check")) {
      statement.executeUpdate();
    }
    assertThrows(
        ConfigurationException.class, () -> new PersonalDataCheck(dataSource, LOST).compare(null));
    new PersonalDataCheck(dataSource, keys).compare(null);
    new PersonalDataCheck(dataSource, keys).compare(null);
  }

  private static String register(String name) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "text": "路灯不亮",
             "reporter": {"name": "%s", "phone": "19900000123"}}
            """
                .formatted(name))
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void put(String complaint, String column, byte[] locked) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("update complaint set " + column + " = ? where id = ?")) {
      statement.setBytes(1, locked);
      statement.setObject(2, UUID.fromString(complaint));
      statement.executeUpdate();
    }
  }

  private static double unreadable() {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("bihuan_personal_data_unreadable_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
