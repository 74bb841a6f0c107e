package org.bihuan.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown without a login, and what a login says of its holder. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class OpenPagesTest {

  private static final String PUBLIC = "/api/v1/public/";
  private static final String ME = "/api/v1/me";

  @ParameterizedTest
  @ValueSource(strings = {"categories", "channels", "subdistricts", "communities"})
  void what_a_form_offers_needs_no_login_and_may_be_kept(String list) {
    String tag =
        As.nobody()
            .get(PUBLIC + list)
            .then()
            .statusCode(200)
            .header("Cache-Control", "public, max-age=300")
            .body("code", not(empty()))
            .extract()
            .header("ETag");
    As.nobody()
        .header("If-None-Match", tag)
        .get(PUBLIC + list)
        .then()
        .statusCode(304)
        .header("Cache-Control", "public, max-age=300");
    As.role(Role.CHANNEL_CLERK).get(PUBLIC + list).then().statusCode(200).header("ETag", tag);
  }

  @Test
  void a_form_offers_what_is_in_use_and_open_to_residents() {
    As.nobody()
        .get(PUBLIC + "channels")
        .then()
        .body("code", hasItem("WEB_FORM"))
        .body("code", not(hasItem("SPECIAL_TEAM_DESK")))
        .body("find { it.code == 'WEB_FORM' }.isPublic", equalTo(true))
        .body("find { it.code == 'HOTLINE_12319' }.isPublic", equalTo(false));
    As.nobody().get(PUBLIC + "categories").then().body("code", hasItem("ROOF_LEAK"));
    As.nobody().get(PUBLIC + "subdistricts").then().body("code.size()", equalTo(22));
  }

  @Test
  void communities_are_those_of_a_subdistrict_when_one_is_named() {
    As.nobody().get(PUBLIC + "communities").then().body("code.size()", equalTo(137));
    As.nobody()
        .get(PUBLIC + "communities?subdistrictCode=370203005")
        .then()
        .statusCode(200)
        .body("code", everyItem(startsWith("370203005")))
        .body("subdistrictCode", everyItem(equalTo("370203005")));
    As.nobody()
        .get(PUBLIC + "communities?subdistrictCode=999999999")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-subdistrict"));
  }

  @Test
  void nobody_is_nobody() {
    As.nobody().get(ME).then().statusCode(401).body("code", equalTo("unauthorized"));
  }

  @Test
  void a_token_says_whom_it_is_of_and_what_bounds_it() {
    Identity clerk =
        Identity.of(Role.CHANNEL_CLERK)
            .called("clerk-7")
            .ofChannels(List.of("HOTLINE_12319", "DISTRICT_HOTLINE"));
    As.as(clerk)
        .header("Accept-Language", "en")
        .get(ME)
        .then()
        .statusCode(200)
        .body("subject", equalTo("clerk-7"))
        .body("roles", contains("CHANNEL_CLERK"))
        .body("channel", equalTo("DISTRICT_HOTLINE"))
        .body("channels", contains("DISTRICT_HOTLINE", "HOTLINE_12319"))
        .body("unit", nullValue())
        .body("missingClaims", empty())
        .body("language", equalTo("en"));
    As.as(clerk.ofChannels(List.of()).withoutUsualClaims())
        .get(ME)
        .then()
        .body("missingClaims", contains("channel"))
        .body("language", equalTo("zh-CN"));
  }

  @Test
  void a_key_is_a_clerk_of_its_channel() {
    String secret =
        As.role(Role.ADMIN)
            .body("{\"holder\": \"热线供应商\"}")
            .post("/api/v1/channels/HOTLINE_12319/keys")
            .path("secret");
    As.nobody()
        .header("X-Api-Key", secret)
        .get(ME)
        .then()
        .statusCode(200)
        .body("subject", startsWith("channel-key-"))
        .body("roles", contains("CHANNEL_CLERK"))
        .body("channels", contains("HOTLINE_12319"));
  }
}
