package org.bihuan.acceptance.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** A photo of the damage, one of the repair and one of the look back, to the certificate. */
class PhotosStoryTest {

  private final Loop loop = new Loop(RunningStack.get());

  private static Response post(RequestSpecification as, String path, Map<String, Object> body) {
    return as.body(body).post(path);
  }

  @Test
  void photos_go_with_complaint_reply_and_recheck_into_the_certificate() throws Exception {
    String damage = loop.uploaded(Identity.of(Role.CHANNEL_CLERK), 1);
    Response complaint =
        post(
            loop.intake(Role.CHANNEL_CLERK),
            "/api/v1/complaints",
            Map.of(
                "channel",
                "HOTLINE_12319",
                "sourceRef",
                UUID.randomUUID().toString(),
                "text",
                "楼顶漏雨",
                "categoryCode",
                "ROOF_LEAK",
                "location",
                Map.of("subdistrictCode", "370203021"),
                "attachmentIds",
                List.of(damage)));
    String problem = loop.problemOf(complaint);
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.acknowledge(item).then().statusCode(200);

    String repair = loop.uploaded(item.handler(), 2);
    Response reply =
        Loop.patiently(
            () ->
                post(
                    loop.dispatch(item.handler()),
                    "/api/v1/order-items/" + item.id() + "/replies",
                    Map.of(
                        "kind", "FINAL",
                        "cause", "防水层老化",
                        "measures", "重做防水层",
                        "resultSummary", "已完成",
                        "attachmentIds", List.of(repair))));
    reply.then().statusCode(201).body("attachmentIds", equalTo(List.of(repair)));
    loop.review(item, reply.path("id"), Map.of("decision", "ACCEPTED")).then().statusCode(200);

    String lookBack = loop.uploaded(Identity.of(Role.INSPECTOR), 3);
    String recheck = loop.awaitRecheck(problem);
    Loop.patiently(
            () ->
                post(
                    loop.inspection(Role.INSPECTOR),
                    "/api/v1/rechecks/" + recheck + "/outcome",
                    Map.of("outcome", "PASSED", "attachmentIds", List.of(lookBack))))
        .then()
        .statusCode(200)
        .body("attachmentIds", equalTo(List.of(lookBack)));

    loop.awaitProblem(problem, "WRITTEN_OFF");
    loop.problem(problem)
        .then()
        .body("attachments.id", equalTo(List.of(damage, repair, lookBack)))
        .body("attachments.ownerKind", equalTo(List.of("COMPLAINT", "REPLY", "RECHECK")));
    Response certificate = loop.certificate(problem);
    certificate.then().body("complete", equalTo(true));
    for (Map.Entry<String, String> link :
        Map.of("COMPLAINT", damage, "REPLY", repair, "RECHECK", lookBack).entrySet()) {
      String at = "links.find { it.link == '" + link.getKey() + "' }.attachments[0].";
      certificate.then().body(at + "id", equalTo(link.getValue()));
      assertEquals(certificate.path(at + "sha256"), sha256(file(item.handler(), link.getValue())));
    }
    assertArrayEquals(
        file(item.handler(), lookBack), file(Identity.of(Role.SPECIAL_TEAM), lookBack));
  }

  private byte[] file(Identity who, String id) {
    String url = loop.intake(who).get("/api/v1/attachments/" + id).path("url");
    return RestAssured.given().get(url).then().statusCode(200).extract().asByteArray();
  }

  private static String sha256(byte[] file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }
}
