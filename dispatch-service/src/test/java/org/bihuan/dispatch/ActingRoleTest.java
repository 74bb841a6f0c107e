package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** The role that history and events name when somebody has several. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ActingRoleTest {

  @Inject District district;

  @Test
  void who_acts_is_named_in_the_role_that_gave_the_right() {
    String id = district.itemOf(district.problem()).getString("items[0].id");
    Identity handler =
        Identity.of(Role.ADMIN).alsoAs(Role.ASSESSOR, Role.UNIT_HANDLER).ofUnit(ENFORCEMENT);
    as(handler)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(200);
    Identity team = Identity.of(Role.ADMIN).alsoAs(Role.SPECIAL_TEAM, Role.UNIT_HANDLER);
    as(team)
        .body("{\"reason\": \"重复\"}")
        .post("/api/v1/order-items/" + id + "/cancellation")
        .then()
        .statusCode(200);
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/history")
        .then()
        .body("items[-2].actor.role", equalTo("UNIT_HANDLER"))
        .body("items[-1].actor.role", equalTo("SPECIAL_TEAM"));
  }
}
