package org.bihuan.intake.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things about attachments last. */
@ConfigMapping(prefix = "bihuan.attachments")
public interface AttachmentConfig {

  /** How long an upload can be used. */
  @WithDefault("24h")
  Duration usable();

  /**
   * How long after that an unused one is kept, so that a use that another service tells late still
   * finds it.
   */
  @WithDefault("48h")
  Duration grace();

  /** How long a link to a file leads to it. */
  @WithDefault("5m")
  Duration linkValid();
}
