package org.bihuan.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.bihuan.localstack.layout.Folders;

/**
 * A copy of the files of a PostgreSQL server that goes on working, as pg_basebackup makes it; that
 * program is not among those that Maven has.
 */
public final class BaseBackup {

  /** What a server makes anew. */
  private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

  private BaseBackup() {}

  /**
   * Copies all but the log, which has to come from an archive or from the server itself; only with
   * it is the copy complete.
   *
   * @param server a connection as the owner
   * @param data its folder
   * @param to is made, and must not exist
   */
  public static void copy(Connection server, Path data, Path to) throws SQLException, IOException {
    try (Statement statement = server.createStatement()) {
      statement.execute("select pg_backup_start('base', fast => true)");
      copyWithoutLog(data, to);
      try (ResultSet label =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        label.next();
        Files.writeString(to.resolve("backup_label"), label.getString(1));
      }
    }
  }

  /** The files of a server or of its backup. */
  public static void copyWithoutLog(Path data, Path to) {
    Folders.copy(
        data, to, file -> !LEFT_OUT.contains(file.toString()) && !file.startsWith("pg_wal"));
  }
}
