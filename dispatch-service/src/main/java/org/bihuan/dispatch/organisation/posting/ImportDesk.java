package org.bihuan.dispatch.organisation.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.sheet.SheetFault;
import org.bihuan.kit.sheet.SheetTable;

/** Imports lists of posted cadres: all of a list, or nothing when a row is wrong. */
@ApplicationScoped
@Transactional
public class ImportDesk {

  private static final int MOST_NAMED = 100;

  private final Postings postings;
  private final PostingPlaces places;
  private final Messages messages;
  private final Caller caller;
  private final Clock clock;

  ImportDesk(
      Postings postings, PostingPlaces places, Messages messages, Caller caller, Clock clock) {
    this.postings = postings;
    this.places = places;
    this.messages = messages;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Stores what the list says.
   *
   * @throws Invalid with all that is wrong
   */
  ImportReport store(Sheet sheet) {
    SheetTable table = sheet.under(PostingSheet.COLUMNS);
    PostingImport work = work(table);
    if (!table.faults().isEmpty()) {
      throw new Invalid(table.faults().stream().map(SheetFault::asFieldError).toList());
    }
    // What ends makes room for what begins, so that it is written first.
    postings.flush();
    postings.persist(work.created());
    postings.flush();
    return work.report(true, table.lines().size(), List.of());
  }

  /** Says what {@link #store} would do, and all that is wrong. */
  ImportReport tryOut(Sheet sheet, Locale language) {
    SheetTable table = sheet.under(PostingSheet.COLUMNS);
    PostingImport work = work(table);
    // What was worked out on the records stays in memory.
    EntityManager session = postings.getEntityManager();
    session.clear();
    return work.report(
        false,
        table.lines().size(),
        table.faults().stream().limit(MOST_NAMED).map(fault -> words(fault, language)).toList());
  }

  private PostingImport work(SheetTable table) {
    postings.oneImportAtATime();
    List<PostingImport.Wanted> rows = new ArrayList<>();
    Map<String, Optional<String>> found = new HashMap<>();
    table
        .lines()
        .forEach(line -> PostingSheet.read(line).ifPresent(row -> place(line, row, found, rows)));
    Set<String> units = rows.stream().map(row -> row.unit().code()).collect(Collectors.toSet());
    PostingImport work =
        new PostingImport(postings.ofUnits(units), caller.actor(), clock.instant());
    work.take(rows);
    return work;
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

  private ImportReport.RowFault words(SheetFault fault, Locale language) {
    return new ImportReport.RowFault(
        fault.row(),
        fault.column(),
        fault.code(),
        messages.text(language, "fault." + fault.code(), fault.arguments()));
  }
}
