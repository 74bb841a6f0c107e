package org.bihuan.kit.sheet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Messages;

/**
 * Imports sheets: all of one, or nothing when a row is wrong. A dry run does the same work, so that
 * it meets what the import itself would, and takes all of it back. One import goes after the other,
 * since two lists may speak of the same records in another order.
 */
@ApplicationScoped
public class SheetImports {

  private final EntityManager database;
  private final Messages messages;

  SheetImports(EntityManager database, Messages messages) {
    this.database = database;
    this.messages = messages;
  }

  /**
   * Imports a sheet, or tries it out.
   *
   * @param work reads the rows, notes what is wrong with them, and writes what they say once the
   *     table {@linkplain SheetTable#isFaultless() is faultless}
   * @throws Invalid with all that is wrong, unless it is a dry run
   */
  public ImportReport run(
      Sheet sheet,
      List<SheetColumn> columns,
      ImportRequest request,
      Function<SheetTable, ImportTally> work) {
    return run(sheet, columns, request, work, this::waitForOthers);
  }

  /**
   * The same for an import that takes minutes: those that waited for it would each hold a
   * connection to the database.
   *
   * @throws Conflict when another import is under way
   * @throws Invalid with all that is wrong, unless it is a dry run
   */
  public ImportReport runUnlessUnderWay(
      Sheet sheet,
      List<SheetColumn> columns,
      ImportRequest request,
      Function<SheetTable, ImportTally> work) {
    return run(sheet, columns, request, work, this::refuseBesideOthers);
  }

  private ImportReport run(
      Sheet sheet,
      List<SheetColumn> columns,
      ImportRequest request,
      Function<SheetTable, ImportTally> work,
      Runnable turn) {
    Function<SheetTable, ImportTally> alone =
        table -> {
          turn.run();
          return work.apply(table);
        };
    SheetTable table = sheet.under(columns);
    if (request.isDryRun()) {
      ImportTally tally = takenBack(table, alone);
      return ImportReport.of(false, tally, table, table.told(messages, request.language()));
    }
    ImportTally tally = QuarkusTransaction.joiningExisting().call(() -> alone.apply(table));
    table.refuseFaults();
    return ImportReport.of(true, tally, table, List.of());
  }

  /** In a transaction of its own, since the one around it keeps the answer to the request. */
  private ImportTally takenBack(SheetTable table, Function<SheetTable, ImportTally> work) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                throw new TakenBack(work.apply(table));
              });
      throw new IllegalStateException("what is tried out is taken back");
    } catch (TakenBack tried) {
      return tried.tally;
    }
  }

  /** Ends a transaction so that nothing of it is kept. */
  private static final class TakenBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportTally tally;

    private TakenBack(ImportTally tally) {
      super(null, null, false, false);
      this.tally = tally;
    }
  }

  private void waitForOthers() {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtext('sheet-import'))")
        .getResultList();
  }

  private void refuseBesideOthers() {
    Object isFree =
        database
            .createNativeQuery("select pg_try_advisory_xact_lock(hashtext('sheet-import'))")
            .getSingleResult();
    if (!Boolean.TRUE.equals(isFree)) {
      throw new Conflict("import-under-way");
    }
  }
}
