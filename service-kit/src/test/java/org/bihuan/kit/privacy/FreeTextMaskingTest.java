package org.bihuan.kit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.Role;
import org.junit.jupiter.api.Test;

/** Without a request nobody is asked, so nobody may have the numbers. */
class FreeTextMaskingTest {

  private static final String NUMBER = "19900000503";

  private record Said(@FreeText String text, String code, List<Said> more) {}

  private final ObjectMapper json = new ObjectMapper();

  FreeTextMaskingTest() {
    json.registerModule(FreeTextMasking.module(() -> false));
  }

  @Test
  void a_marked_text_is_masked_and_another_is_not() throws Exception {
    Said said = new Said(NUMBER, NUMBER, List.of(new Said(NUMBER, null, null)));
    assertEquals(
        "{\"text\":\"199****0503\",\"code\":\"19900000503\","
            + "\"more\":[{\"text\":\"199****0503\",\"code\":null,\"more\":null}]}",
        json.writeValueAsString(said));
  }

  @Test
  void a_text_that_is_not_there_stays_away() throws Exception {
    assertEquals(
        "{\"text\":null,\"code\":null,\"more\":null}",
        json.writeValueAsString(new Said(null, null, null)));
  }

  @Test
  void who_writes_for_somebody_decides() throws Exception {
    Said said = new Said(NUMBER, null, null);
    assertTrue(FreeTexts.writer(json, true).writeValueAsString(said).contains(NUMBER));
    assertFalse(FreeTexts.writer(json, false).writeValueAsString(said).contains(NUMBER));
  }

  @Test
  void those_who_take_complaints_and_decide_about_them_read_what_was_written() {
    assertEquals(
        List.of(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM),
        Role.all().stream().filter(role -> FreeTexts.areReadAsWrittenBy(List.of(role))).toList());
    assertFalse(FreeTexts.areReadAsWrittenBy(List.of()));
  }
}
