package org.bihuan.kit.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Shares in percent. */
class FigureTest {

  @Test
  void a_share_is_told_to_a_hundredth_of_a_percent() {
    Figure share = Figure.share(2, 3, "/list");
    assertEquals(new BigDecimal("66.67"), share.value());
    assertEquals(2, share.numerator());
    assertEquals(3, share.denominator());
  }

  @Test
  void a_share_of_nothing_has_no_value() {
    assertNull(Figure.share(0, 0, "/list").value());
  }
}
