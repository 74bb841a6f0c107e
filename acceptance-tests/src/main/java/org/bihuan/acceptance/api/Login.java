package org.bihuan.acceptance.api;

import java.util.List;

/** How a caller proves who it is: by headers. */
public record Login(List<Header> headers) {

  public static Login nobody() {
    return new Login(List.of());
  }

  public static Login token(String token) {
    return new Login(List.of(new Header("Authorization", "Bearer " + token)));
  }

  public static Login key(String secret) {
    return new Login(List.of(new Header("X-Api-Key", secret)));
  }

  /** A resident, by a session of the mini-program. */
  static Login session(String token) {
    return new Login(List.of(new Header("X-Session-Token", token)));
  }
}
