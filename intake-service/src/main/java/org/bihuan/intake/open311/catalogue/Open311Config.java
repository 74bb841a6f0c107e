package org.bihuan.intake.open311.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What clients of Open311 are told about this installation. */
@ConfigMapping(prefix = "bihuan.open311")
public interface Open311Config {

  /** Whom developers ask, in words. */
  String contact();

  /** How one gets an {@code api_key}, in words. */
  String keyService();

  /** Whether this is the endpoint in use, {@code production}, or one to try, {@code test}. */
  @WithDefault("production")
  EndpointType type();

  /** Most lists of service requests that a replica reads at once; some more wait, then are 503. */
  @WithDefault("4")
  int listsAtOnce();

  /** Kinds of endpoints, called as the standard calls them. */
  enum EndpointType {
    PRODUCTION,
    TEST
  }
}
