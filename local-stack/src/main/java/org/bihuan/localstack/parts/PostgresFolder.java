package org.bihuan.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;

/**
 * Where a PostgreSQL server keeps its data. Like the archive of its programs, the data gets its
 * name only when it is whole.
 */
final class PostgresFolder {
  private static final String STANDBY_SIGNAL = "standby.signal";

  private final Path parent;
  private final Path ofTheOther;
  private final Path data;
  private final Path unfinished;
  private final Path outdated;

  /**
   * @param server its name
   */
  PostgresFolder(Layout layout, String server) {
    this.parent = layout.postgres();
    String other = server.equals(Postgres.NAME) ? Postgres.SECOND : Postgres.NAME;
    this.ofTheOther = parent.resolve(other.replace(Postgres.NAME, "data"));
    this.data = parent.resolve(server.replace(Postgres.NAME, "data"));
    this.unfinished = parent.resolve(server.replace(Postgres.NAME, "unfinished"));
    this.outdated = parent.resolve(server.replace(Postgres.NAME, "outdated"));
  }

  Path data() {
    return data;
  }

  boolean isEmpty() {
    return !Files.isDirectory(data);
  }

  /**
   * Whether what is there is that of a server that was promoted past, or nothing while the other
   * server has something; the first of two begins with nothing.
   */
  boolean isToBeCopied() {
    return Files.exists(outdated) || isEmpty() && (!isOfFirst() || Files.isDirectory(ofTheOther));
  }

  private boolean isOfFirst() {
    return data.endsWith("data");
  }

  /** Whether a server that starts here follows the other one. */
  boolean isOfStandby() {
    return isToBeCopied() || Files.exists(data.resolve(STANDBY_SIGNAL));
  }

  /** Whoever starts here again has to copy everything anew. */
  void markOutdated() {
    try {
      Files.writeString(outdated, "The other server was promoted past this one.\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + outdated, e);
    }
  }

  /** The other server was not promoted after all. */
  void unmarkOutdated() {
    try {
      Files.deleteIfExists(outdated);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + outdated, e);
    }
  }

  /**
   * An empty database of its own.
   *
   * @param program initdb
   * @param password a file with that of the owner
   */
  void initialise(Path program, Path password, Path log) {
    List<String> command =
        PostgresUser.run(
            program.toString(),
            "-D",
            beginAnew().toString(),
            "--username=" + Postgres.USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(Postgres.ENVIRONMENT);
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new StackFailure("initdb ended with " + code + "; see " + log + ".");
      }
      finish();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the database directory " + data, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while making the database directory.", e);
    }
  }

  /**
   * Everything a primary has, while it goes on; what comes after it is received from it.
   *
   * @param primary a connection as the owner
   * @param from its data
   * @param address how it is reached
   */
  void copy(Connection primary, Path from, String address) throws SQLException {
    try {
      BaseBackup.copy(primary, from, beginAnew());
      Files.createFile(unfinished.resolve(STANDBY_SIGNAL));
      Files.writeString(
          unfinished.resolve("postgresql.auto.conf"),
          "primary_conninfo = '%s'\n".formatted(address),
          StandardOpenOption.APPEND);
      Folders.delete(data);
      finish();
      unmarkOutdated();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy " + from, e);
    }
  }

  private Path beginAnew() {
    Layout.ensure(parent);
    Folders.delete(unfinished);
    return unfinished;
  }

  private void finish() throws IOException {
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * After kill -9 the server's lock file stays. The server itself takes it over when nothing has
   * its number, and must, since the file also guards the shared memory of children that still run.
   * Only when another program has been given the number, after a restart of the machine for
   * instance, would it refuse for ever.
   */
  void removeLockOfAnotherProgram() {
    Path lock = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(lock)) {
        return;
      }
      long pid = Files.readString(lock).lines().findFirst().map(Long::valueOf).orElse(0L);
      boolean another =
          ProcessHandle.of(pid)
              .flatMap(process -> process.info().command())
              .filter(program -> !program.endsWith("/postgres"))
              .isPresent();
      if (another) {
        Files.delete(lock);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + lock, e);
    }
  }
}
