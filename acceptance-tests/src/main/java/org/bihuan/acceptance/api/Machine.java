package org.bihuan.acceptance.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures were taken on: without it they say little. */
public record Machine(
    @JsonProperty int cores,
    @JsonProperty long memoryMegabytes,
    @JsonProperty String processor,
    @JsonProperty String java,
    @JsonProperty String load,
    @JsonProperty String date) {

  private static final long KILOBYTES_PER_MEGABYTE = 1024;

  public static Machine here() throws IOException {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        line("/proc/meminfo", "MemTotal:")
            .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
            .orElse(0L),
        line("/proc/cpuinfo", "model name")
            .map(text -> text.substring(text.indexOf(':') + 1).strip())
            .orElse(System.getProperty("os.arch")),
        System.getProperty("java.version"),
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  public String toText() {
    return String.format(
        "%d cores (%s), %d MB, JDK %s, load %s when it began, %s",
        cores, processor, memoryMegabytes, java, load, date);
  }

  private static Optional<String> line(String file, String start) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.filter(line -> line.startsWith(start)).findFirst();
    }
  }
}
