package org.bihuan.intake.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a script or style of the console is packed: the build leaves a packed file beside each, named
 * like it with an ending more.
 */
enum PackedFile {
  /** The smaller one, which browsers take over TLS and from their own machine. */
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz");

  private static final String SCRIPT = ".js";
  private static final Predicate<String> REFUSED =
      Pattern.compile("q=0(\\.0*)?").asMatchPredicate();

  private final String coding;
  private final String ending;

  PackedFile(String coding, String ending) {
    this.coding = coding;
    this.ending = ending;
  }

  /** The packed file for a client that asks for a file; none where it takes no packing. */
  static Stream<String> insteadOf(String file, HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return Arrays.stream(values())
        .filter(packing -> of(file).isEmpty() && accepted != null && packing.isIn(accepted))
        .map(packing -> file + packing.ending);
  }

  /** How a file with this name is packed. */
  static Optional<PackedFile> of(String file) {
    return Arrays.stream(values()).filter(packing -> file.endsWith(packing.ending)).findFirst();
  }

  /** Says what is in it, which its name does not. */
  void describe(String file, MultiMap headers) {
    String content = file.substring(0, file.length() - ending.length());
    headers.set(HttpHeaders.CONTENT_ENCODING, coding);
    headers.set(
        HttpHeaders.CONTENT_TYPE,
        (content.endsWith(SCRIPT) ? "text/javascript" : "text/css") + ";charset=UTF-8");
  }

  private boolean isIn(String accepted) {
    return Stream.of(accepted.split(","))
        .map(one -> one.strip().split("\\s*;\\s*"))
        .anyMatch(one -> one[0].equals(coding) && Stream.of(one).noneMatch(REFUSED));
  }
}
