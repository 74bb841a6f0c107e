package org.bihuan.intake.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where browsers reach the other services, for the pages that show something of all. */
@ConfigMapping(prefix = "bihuan.peers")
public interface Peers {

  /** Address of dispatch-service without a path. */
  @WithDefault("http://localhost:8082")
  URI dispatch();

  /** Address of inspection-service without a path. */
  @WithDefault("http://localhost:8083")
  URI inspection();
}
