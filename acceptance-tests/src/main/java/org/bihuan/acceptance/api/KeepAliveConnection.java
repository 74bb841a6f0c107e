package org.bihuan.acceptance.api;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is used again and again by one thread. A measured service shares the
 * cores with whoever measures it, so this does far less than a full client: no redirects, no pool,
 * no header but those that tell where an answer ends and whether it is the last.
 */
public final class KeepAliveConnection implements Closeable {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 20_000;
  private static final int BUFFER = 16 * 1024;

  private final String host;
  private final Socket socket = new Socket();
  private final InputStream input;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;

  /**
   * Connects at once.
   *
   * @param origin such as {@code http://localhost:8081}
   */
  public KeepAliveConnection(String origin) throws IOException {
    URI uri = URI.create(origin);
    host = uri.getAuthority();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(ANSWER_MILLIS);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
    input = socket.getInputStream();
  }

  /**
   * What came back.
   *
   * @param closes whether the connection is not to be used again
   */
  public record Answer(int status, boolean closes, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /**
   * Sends one request and waits for its answer.
   *
   * @param idempotencyKey {@code null} for none
   * @param json the body, or {@code null} for none
   * @throws IOException when the connection broke or the answer cannot be understood
   */
  public Answer send(String method, String path, String token, String idempotencyKey, String json)
      throws IOException {
    StringBuilder head = new StringBuilder(1024);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    head.append("\r\nAccept: application/json\r\nAuthorization: Bearer ").append(token);
    if (idempotencyKey != null) {
      head.append("\r\nIdempotency-Key: ").append(idempotencyKey);
    }
    byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    if (json != null) {
      head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(body.length);
    }
    head.append("\r\n\r\n");
    byte[] request = new byte[head.length() + body.length];
    System.arraycopy(
        head.toString().getBytes(StandardCharsets.ISO_8859_1), 0, request, 0, head.length());
    System.arraycopy(body, 0, request, head.length(), body.length);
    socket.getOutputStream().write(request);
    return read();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.equals("connection: close")) {
        closes = true;
      }
    }
    return new Answer(status, closes, chunked ? chunks() : bytes(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(BUFFER);
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      whole.write(bytes(size));
      line();
    }
    line();
    return whole.toByteArray();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = next(); next != '\n'; next = next()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] wanted = new byte[count];
    for (int done = 0; done < count; ) {
      fill();
      int some = Math.min(count - done, filled - position);
      System.arraycopy(buffer, position, wanted, done, some);
      position += some;
      done += some;
    }
    return wanted;
  }

  private int next() throws IOException {
    fill();
    return buffer[position++] & 0xff;
  }

  private void fill() throws IOException {
    if (position == filled) {
      filled = input.read(buffer);
      position = 0;
      if (filled <= 0) {
        filled = 0;
        throw new IOException("the service closed the connection");
      }
    }
  }
}
