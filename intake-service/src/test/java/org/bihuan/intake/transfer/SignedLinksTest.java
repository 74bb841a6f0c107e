package org.bihuan.intake.transfer;

import static io.restassured.RestAssured.given;
import static org.bihuan.intake.attachment.Uploads.ATTACHMENTS;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

/** Links to files hold for a while, for one file, and only when they were made here. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SignedLinksTest {

  @Inject SignedLinks links;

  private static Response attachment() {
    String id = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(1));
    return As.role(Role.INSPECTOR).get(ATTACHMENTS + "/" + id);
  }

  @Test
  void a_link_shows_the_file_and_lets_nothing_of_it_run() {
    Response attachment = attachment();
    String url = attachment.path("url");
    Response file = given().get(url);
    file.then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("Content-Disposition", containsString("inline; filename="))
        .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("no-store"))
        .header("ETag", equalTo("\"" + attachment.path("sha256") + "\""));
    Instant expiresAt = Instant.parse(attachment.path("expiresAt"));
    assertTrue(expiresAt.isBefore(Instant.now().plus(Duration.ofMinutes(5))));
    assertTrue(expiresAt.isAfter(Instant.now()));
  }

  @Test
  void a_link_that_was_changed_leads_nowhere() {
    String url = attachment().path("url");
    String other = attachment().path("id");
    Stream.of(
            url.replace("variant=SHOWN", "variant=THUMBNAIL"),
            url.replaceAll("expires=\\d+", "expires=99999999999"),
            url.replaceAll("signature=.{4}", "signature=0000"),
            url.replaceAll("&signature=.*", ""),
            url.replaceAll("attachments/[^/]+", "attachments/" + other),
            url.replaceAll("\\?.*", ""))
        .forEach(
            changed ->
                given()
                    .get(changed)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo("attachment-link-invalid")));
  }

  @Test
  void a_link_runs_out() {
    UUID id = UUID.fromString(attachment().path("id"));
    String path = links.path(id, Variant.SHOWN, Instant.now().minusSeconds(1));
    given().get(path).then().statusCode(403).body("code", equalTo("attachment-link-expired"));
  }
}
