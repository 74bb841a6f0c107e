package org.bihuan.dispatch.unit.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.UnitTies;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.sheet.ImportReport;
import org.bihuan.kit.sheet.ImportRequest;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.sheet.SheetImports;
import org.bihuan.kit.sheet.SheetTable;

/** Imports lists of units; every change is told to the other services. */
@ApplicationScoped
@Transactional
public class UnitRegisterDesk {

  private final Units units;
  private final UnitTies ties;
  private final Outbox outbox;
  private final SheetImports imports;

  UnitRegisterDesk(Units units, UnitTies ties, Outbox outbox, SheetImports imports) {
    this.units = units;
    this.ties = ties;
    this.outbox = outbox;
    this.imports = imports;
  }

  /**
   * Stores what the list says, or tries it out.
   *
   * @throws org.bihuan.kit.refusal.Invalid with all that is wrong
   */
  ImportReport run(Sheet sheet, ImportRequest request) {
    return imports.run(sheet, UnitSheet.COLUMNS, request, this::work);
  }

  private ImportTally work(SheetTable table) {
    UnitImport work =
        new UnitImport(units.withAliases(), unit -> !ties.holds(unit.code()).isEmpty());
    table.lines().forEach(line -> UnitSheet.read(line).ifPresent(row -> work.take(line, row)));
    Map<String, Unit.Details> then = work.compare();
    work.change(then);
    if (table.isFaultless()) {
      units.persist(work.created());
      units.flush();
      Stream.concat(work.created().stream(), work.touched().stream())
          .forEach(unit -> outbox.announce(unit.published()));
    }
    return work.tally();
  }
}
