package org.bihuan.acceptance.bench;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.layout.ServiceName;

/** One thread's connections to the services of a stack, and the logins of whoever asks there. */
final class Connections implements Closeable {

  private final Stack stack;
  private final Map<ServiceName, KeepAliveConnection> connections =
      new EnumMap<>(ServiceName.class);
  private final Map<Identity, String> tokens = new HashMap<>();

  Connections(Stack stack) {
    this.stack = stack;
  }

  /** Connects to a service, anew when there is a connection already. */
  void open(ServiceName service) throws IOException {
    KeepAliveConnection before =
        connections.put(service, new KeepAliveConnection(stack.service(service).address()));
    if (before != null) {
      before.close();
    }
  }

  /**
   * Reads over the open connection.
   *
   * @throws IOException when the answer is not 200
   */
  KeepAliveConnection.Answer get(Identity who, ServiceName service, String path)
      throws IOException {
    KeepAliveConnection.Answer answer = send(who, service, "GET", path, null);
    if (answer.status() != 200) {
      throw new IOException("GET " + path + " answered " + answer.status() + " " + answer.text());
    }
    return answer;
  }

  /**
   * Acts over the open connection.
   *
   * @throws IOException when the answer is not one of success
   */
  KeepAliveConnection.Answer post(Identity who, ServiceName service, String path, String json)
      throws IOException {
    KeepAliveConnection.Answer answer = send(who, service, "POST", path, json);
    if (answer.status() >= 300) {
      throw new IOException("POST " + path + " answered " + answer.status() + " " + answer.text());
    }
    return answer;
  }

  private KeepAliveConnection.Answer send(
      Identity who, ServiceName service, String method, String path, String json)
      throws IOException {
    String token = tokens.computeIfAbsent(who, stack::token);
    return connections.get(service).send(method, path, token, null, json);
  }

  @Override
  public void close() throws IOException {
    for (KeepAliveConnection connection : connections.values()) {
      connection.close();
    }
  }
}
