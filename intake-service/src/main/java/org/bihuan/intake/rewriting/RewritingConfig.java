package org.bihuan.intake.rewriting;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much work an uploaded file may be. */
@ConfigMapping(prefix = "bihuan.attachments.rewriting")
public interface RewritingConfig {

  /** Largest file; larger is 413. */
  @WithDefault("20M")
  MemorySize mostBytes();

  /** Most pixels of a photo, by its head. Memory of a process follows from it: 8 bytes a pixel. */
  @WithDefault("50000000")
  long mostPixels();

  /**
   * How long a file may take; then it is 503, since no honest file takes long but on a busy
   * machine.
   */
  @WithDefault("20s")
  Duration time();

  /** Processes at once. */
  @WithDefault("2")
  int processes();

  /** Files that may wait for one; one more is 503. */
  @WithDefault("8")
  int waiting();
}
