package org.bihuan.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What a service lets in from the network, and what browsers may do with its pages. */
@ConfigMapping(prefix = "bihuan.http")
public interface HttpGuardConfig {

  /** Longest address with its query, in characters; longer is 414. */
  @WithDefault("4096")
  int longestAddress();

  /** Most characters of all headers together, names included; more is 431. */
  @WithDefault("16384")
  int headerCharacters();

  /** Most header lines; more is 431. */
  @WithDefault("100")
  int headerLines();

  /** Largest body; larger is 413. */
  @WithDefault("1M")
  MemorySize bodySize();

  /** How long the body of a request may take to arrive; then 408. */
  @WithDefault("30s")
  Duration bodyTime();

  /**
   * Room for what has come of all bodies under way together; when it is full, a body over 16 KB is
   * 503.
   */
  @WithDefault("48M")
  MemorySize bodyRoom();

  /** Where larger bodies than {@link #bodySize} are sent, by a name of their own. */
  Map<String, Upload> uploads();

  /** Pages for people, by a name of their own. */
  Map<String, Page> pages();

  /** An address to which files are sent, with bounds of its own: others keep theirs meanwhile. */
  interface Upload {

    /** The address, such as {@code /api/v1/attachments}; nothing below it is meant. */
    String path();

    /** Largest body; larger is 413. */
    MemorySize bodySize();

    /** How long such a body may take to arrive; then 408. */
    Duration bodyTime();

    /** Room for what has come of all such bodies under way together; when it is full, 503. */
    MemorySize bodyRoom();
  }

  /** HTML that a service shows; its scripts and styles need more than the answers of the API. */
  interface Page {

    /** Beginning of the addresses, such as {@code /q/swagger-ui}. */
    String path();

    /** Value of {@code Content-Security-Policy} there. */
    String contentSecurityPolicy();

    /** Value of {@code Permissions-Policy} there. */
    @WithDefault(SecurityHeaders.NO_DEVICES)
    String permissionsPolicy();
  }
}
