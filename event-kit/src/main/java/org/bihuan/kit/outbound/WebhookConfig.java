package org.bihuan.kit.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What webhooks may reach and how long they take. */
@ConfigMapping(prefix = "bihuan.webhooks")
public interface WebhookConfig {

  /**
   * Hosts, in small letters, that may be inside the network and be called by http: for receivers of
   * the district itself and for development.
   */
  Optional<Set<String>> allowedHosts();

  /** Longest time for one call. */
  @WithDefault("10s")
  Duration timeout();
}
