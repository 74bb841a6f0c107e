package org.bihuan.localstack.layout;

import java.util.Locale;

/** The three services, in the order in which a complaint travels. */
public enum ServiceName {
  INTAKE(8081),
  DISPATCH(8082),
  INSPECTION(8083);

  private final int usualPort;

  ServiceName(int usualPort) {
    this.usualPort = usualPort;
  }

  /** The port that the HTTP contract documents. */
  public int usualPort() {
    return usualPort;
  }

  /** How commands, log files and {@code ports.json} call it: {@code intake}. */
  public String partName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The Maven module: {@code intake-service}. */
  public String module() {
    return partName() + "-service";
  }

  /** Each service owns one database, named like it. */
  public String database() {
    return partName();
  }
}
