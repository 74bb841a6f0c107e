package org.bihuan.acceptance.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.ProofStack;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static final ApiDescription DESCRIPTION = ApiDescription.stored(ProofStack.root());

  @Test
  void every_operation_does_for_everyone_what_the_table_says() {
    RightsProof.Result result =
        new RightsProof(RightsTable.written(), DESCRIPTION, RunningStack.get()).run(row -> {});
    assertEquals(List.of(), result.differences(), result.line());
    assertTrue(result.compared() > 0, result.line());
  }

  @Test
  void table_roles_and_description_cover_each_other() {
    assertEquals(List.of(), RightsTable.written().gaps(DESCRIPTION));
  }

  @Test
  void an_operation_without_a_line_and_a_line_without_an_operation_are_told() {
    List<String> lines =
        List.of("service intake-service", "          ADMIN NOBODY", "abolishComplaint A .");
    List<String> gaps = RightsTable.read(lines).gaps(DESCRIPTION);
    assertTrue(
        gaps.contains("intake-service abolishComplaint is in the table and in no description"));
    assertTrue(
        gaps.contains("intake-service getComplaint is described and has no line in the table"));
    assertTrue(gaps.stream().anyMatch(gap -> gap.contains("has cells for [ADMIN, NOBODY]")));
  }

  @Test
  void a_line_with_a_cell_too_few_is_refused() {
    List<String> lines =
        new ArrayList<>(Stream.of("service intake-service", "  ADMIN NOBODY").toList());
    lines.add("listComplaints A");
    assertThrows(IllegalArgumentException.class, () -> RightsTable.read(lines));
  }
}
