package org.bihuan.intake.rewriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.bihuan.kit.refusal.Overloaded;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

class FileRewritingTest {

  private static FileRewriting within(String time) {
    return new FileRewriting(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(RewritingConfig.class)
            .withDefaultValue("bihuan.attachments.rewriting.time", time)
            .build()
            .getConfigMapping(RewritingConfig.class));
  }

  @Test
  void what_takes_too_long_on_a_busy_machine_can_be_sent_again() throws Exception {
    byte[] photo = SamplePhoto.jpeg(1);
    FileRewriting hurried = within("1ms");
    for (int time = 0; time < 10; time++) {
      assertEquals(
          "attachments-overloaded",
          assertThrows(Overloaded.class, () -> hurried.rewrite(photo)).code());
    }
    assertEquals(FileKind.JPEG, within("60s").rewrite(photo).kind());
  }
}
