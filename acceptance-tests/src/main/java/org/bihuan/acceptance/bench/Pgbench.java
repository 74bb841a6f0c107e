package org.bihuan.acceptance.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Postgres;

/** {@code pgbench} of the machine; the PostgreSQL that we run comes without it. */
final class Pgbench implements ReferenceInserts {

  private static final String PROGRAM = "pgbench";
  private static final Pattern RATE =
      Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
  private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");
  private static final long NANOS_PER_MICRO = 1_000;
  private static final int THREADS = 2;

  private final Path program;
  private final Postgres postgres;
  private final String database;
  private final Path folder;

  private Pgbench(Path program, Postgres postgres, String database, Path folder) {
    this.program = program;
    this.postgres = postgres;
    this.database = database;
    this.folder = folder;
  }

  /**
   * Nothing when this machine has no {@code pgbench}.
   *
   * @param folder where scripts and logs of a run lie until it has ended
   */
  static Optional<ReferenceInserts> find(Postgres postgres, String database, Path folder) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(place -> Path.of(place, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Pgbench(program, postgres, database, folder));
  }

  @Override
  public String name() {
    return "pgbench -M prepared";
  }

  @Override
  public Timings run(int clients, Duration duration, List<List<String>> scripts)
      throws IOException, InterruptedException {
    Folders.delete(folder);
    Files.createDirectories(folder);
    try {
      String said = output(command(clients, duration, scripts));
      double failed = number(FAILED, said);
      if (failed > 0) {
        throw new StackFailure("pgbench had " + failed + " failed transactions:\n" + said);
      }
      Timings logged = Timings.of(latencies(), duration.toNanos());
      return new Timings(logged.sortedNanos(), number(RATE, said));
    } finally {
      Folders.delete(folder);
    }
  }

  private List<String> command(int clients, Duration duration, List<List<String>> scripts)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "-h", "127.0.0.1", "-n", "-M", "prepared"));
    command.addAll(List.of("-p", String.valueOf(postgres.port()), "-U", postgres.username()));
    command.addAll(List.of("-c", String.valueOf(clients), "-j", String.valueOf(THREADS)));
    command.addAll(List.of("-T", String.valueOf(duration.toSeconds())));
    command.addAll(List.of("-l", "--log-prefix=" + folder.resolve("log")));
    for (int i = 0; i < scripts.size(); i++) {
      Path script = folder.resolve("script-" + i + ".sql");
      Files.writeString(script, text(scripts.get(i)));
      command.addAll(List.of("-f", script.toString()));
    }
    command.add(database);
    return command;
  }

  /** A single statement is a transaction by itself. */
  private static String text(List<String> statements) {
    String all = String.join(";\n", statements) + ";\n";
    return statements.size() == 1 ? all : "begin;\n" + all + "commit;\n";
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", postgres.password());
    builder.environment().put("PGCLIENTENCODING", "UTF8");
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new StackFailure("pgbench ended with " + code + ":\n" + said);
      }
      return said;
    } finally {
      process.destroy();
    }
  }

  /** The third word of each line is how long that transaction took, in microseconds. */
  private long[] latencies() throws IOException {
    LongStream.Builder all = LongStream.builder();
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log :
          logs.filter(file -> file.getFileName().toString().startsWith("log.")).toList()) {
        try (Stream<String> lines = Files.lines(log)) {
          lines.forEach(line -> all.add(Long.parseLong(line.split(" ")[2]) * NANOS_PER_MICRO));
        }
      }
    }
    return all.build().toArray();
  }

  private static double number(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new StackFailure("pgbench did not say '" + pattern + "':\n" + said);
    }
    return Double.parseDouble(found.group(1));
  }
}
