package org.bihuan.dispatch.organisation.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.sheet.ImportReport;
import org.bihuan.kit.sheet.ImportRequest;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.sheet.SheetImports;
import org.bihuan.kit.sheet.SheetTable;

/** Imports lists of posted cadres: all of a list, or nothing when a row is wrong. */
@ApplicationScoped
@Transactional
public class ImportDesk {

  private final Postings postings;
  private final PostingPlaces places;
  private final SheetImports imports;
  private final Caller caller;
  private final Clock clock;

  ImportDesk(
      Postings postings, PostingPlaces places, SheetImports imports, Caller caller, Clock clock) {
    this.postings = postings;
    this.places = places;
    this.imports = imports;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Stores what the list says, or tries it out.
   *
   * @throws Invalid with all that is wrong
   */
  ImportReport run(Sheet sheet, ImportRequest request) {
    return imports.run(sheet, PostingSheet.COLUMNS, request, this::work);
  }

  private ImportTally work(SheetTable table) {
    List<PostingImport.Wanted> rows = new ArrayList<>();
    Map<String, Optional<String>> found = new HashMap<>();
    table
        .lines()
        .forEach(line -> PostingSheet.read(line).ifPresent(row -> place(line, row, found, rows)));
    Set<String> units = rows.stream().map(row -> row.unit().code()).collect(Collectors.toSet());
    PostingImport work =
        new PostingImport(postings.ofUnits(units), caller.actor(), clock.instant());
    work.take(rows);
    if (table.isFaultless()) {
      store(work);
    }
    return work.tally();
  }

  /** What ends makes room for what begins, so that it is written first. */
  private void store(PostingImport work) {
    postings.flush();
    postings.persist(work.created());
    postings.flush();
  }

  private void place(
      SheetTable.Line line,
      PostingSheet.Row row,
      Map<String, Optional<String>> found,
      List<PostingImport.Wanted> rows) {
    places.faultOfUnit(row.unit()).ifPresent(fault -> line.fault(PostingSheet.UNIT, fault));
    String subdistrict = found.computeIfAbsent(row.place(), places::subdistrictCalled).orElse(null);
    if (subdistrict == null) {
      line.fault(PostingSheet.PLACE, "unknown-subdistrict");
    }
    if (!line.isFaulty()) {
      rows.add(new PostingImport.Wanted(line, row, places.unit(row.unit()), subdistrict));
    }
  }
}
