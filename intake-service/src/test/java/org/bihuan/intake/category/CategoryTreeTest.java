package org.bihuan.intake.category;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Categories stand in a tree of two levels; the nine of the campaign keep their codes. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class CategoryTreeTest {

  @Test
  void every_branch_has_categories_with_unit_limit_and_examples() {
    As.role(Role.CHANNEL_CLERK)
        .get("/api/v1/categories/tree")
        .then()
        .statusCode(200)
        .body("$", hasSize(8))
        .body("[0].code", equalTo("HOUSES"))
        .body("[0].categories.code", hasItems("ROOF_LEAK", "CHANGED_USE"))
        .body("categories.flatten().findAll { it.validFrom == '2025-01-01' }", hasSize(33))
        .body(
            "categories.flatten().findAll { it.validFrom == '2025-01-01' && it.unitCode == null }",
            hasSize(0))
        .body(
            "categories.flatten().findAll { it.validFrom == '2025-01-01' && it.example == null }",
            hasSize(0))
        .body(
            "categories.flatten().findAll { it.code == 'STREET_LAMP' }.deadlineClass",
            contains("FACILITY"));
  }

  @Test
  void the_nine_of_the_campaign_and_other_are_still_there() {
    As.role(Role.CHANNEL_CLERK)
        .get("/api/v1/categories")
        .then()
        .statusCode(200)
        .body(
            "code",
            hasItems(
                "ROOF_LEAK",
                "WALL_PEELING",
                "GROUND_DAMAGE",
                "PIPE_BLOCKAGE",
                "SANITATION",
                "STREET_OCCUPATION",
                "PARKING_DISORDER",
                "ILLEGAL_BUILDING",
                "CABLE_TANGLE",
                "OTHER"));
  }

  @Test
  void bodies_that_are_no_longer_handed_over_to_are_marked() {
    As.role(Role.CHANNEL_CLERK)
        .get("/api/v1/other-bodies")
        .then()
        .statusCode(200)
        .body("code", hasItems("HOUSING_FUND", "VETERANS"))
        .body("find { it.code == 'PROPERTY' }.active", equalTo(false));
  }
}
