package org.bihuan.inspection.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingModeTest {

  /** {@code +} is a lot that was accepted, {@code -} one that failed. */
  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource({
    "'', NORMAL",
    "+, NORMAL",
    "-, NORMAL",
    "--, TIGHTENED",
    "-+++-, TIGHTENED",
    "-++++-, NORMAL",
    "--++++, TIGHTENED",
    "--+++++, NORMAL",
    "--++++-+++++, NORMAL",
    "--++++-, TIGHTENED",
    "------, TIGHTENED",
    "-------, SUSPENDED",
    "---+-+-+-+-, SUSPENDED",
    "-------+, TIGHTENED",
    "-------+++++, NORMAL",
    "++++++++++, REDUCED",
    "+++++++++-, NORMAL",
    "++++++++++-, NORMAL",
    "++++++++++-++++++++++, REDUCED",
    "++++++++++--, NORMAL",
    "++++++++++---, TIGHTENED"
  })
  void the_mode_follows_from_the_lots_before(String lots, SamplingMode mode) {
    List<Boolean> accepted = lots.chars().mapToObj(lot -> lot == '+').toList();
    assertEquals(mode, SamplingMode.after(accepted));
  }
}
