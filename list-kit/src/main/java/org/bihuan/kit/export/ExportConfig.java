package org.bihuan.kit.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is exported. */
@ConfigMapping(prefix = "bihuan.export")
public interface ExportConfig {

  /** Most rows of an export; a sheet has room for a million. */
  @WithDefault("100000")
  int mostRows();

  /** Most exports under way in a replica; each holds a thread and, now and then, a connection. */
  @WithDefault("4")
  int atOnce();
}
