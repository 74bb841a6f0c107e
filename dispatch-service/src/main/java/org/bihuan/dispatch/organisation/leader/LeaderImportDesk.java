package org.bihuan.dispatch.organisation.leader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.dispatch.organisation.leader.LeaderSheet.Row;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.sheet.ImportReport;
import org.bihuan.kit.sheet.ImportRequest;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.sheet.SheetImports;
import org.bihuan.kit.sheet.SheetTable;
import org.bihuan.kit.sheet.SheetTable.Line;

/**
 * Imports lists of leaders. A leader is known by code and first day in office; who is not on the
 * list stays as is. Duties follow, as when a leader is changed or ended alone.
 */
@ApplicationScoped
@Transactional
public class LeaderImportDesk {

  private final Leaders leaders;
  private final LeadingBodies bodies;
  private final LeaderDuties duties;
  private final SheetImports imports;
  private final Caller caller;
  private final Clock clock;

  LeaderImportDesk(
      Leaders leaders,
      LeadingBodies bodies,
      LeaderDuties duties,
      SheetImports imports,
      Caller caller,
      Clock clock) {
    this.leaders = leaders;
    this.bodies = bodies;
    this.duties = duties;
    this.imports = imports;
    this.caller = caller;
    this.clock = clock;
  }

  /** What becomes of a leader by a row. */
  private enum Effect {
    CREATED,
    ENDED,
    CHANGED,
    UNCHANGED
  }

  /**
   * A row with what it names.
   *
   * @param known the leader that it is about, or {@code null} for a new one
   */
  private record Wanted(Row row, Leader.Details details, Leader known, Effect effect) {

    static Wanted of(Row row, Leader.Details details, Leader known) {
      Effect effect = Effect.UNCHANGED;
      if (known == null) {
        effect = Effect.CREATED;
      } else if (row.to() != null && known.span().goesBeyond(row.to())) {
        effect = Effect.ENDED;
      } else if (!known.details().equals(details)) {
        effect = Effect.CHANGED;
      }
      return new Wanted(row, details, known, effect);
    }
  }

  /**
   * Stores what the list says, or tries it out.
   *
   * @throws org.bihuan.kit.refusal.Invalid with all that is wrong
   */
  ImportReport run(Sheet sheet, ImportRequest request) {
    return imports.run(sheet, LeaderSheet.COLUMNS, request, this::work);
  }

  private ImportTally work(SheetTable table) {
    List<Wanted> wanted = wanted(table);
    if (table.isFaultless()) {
      wanted.forEach(this::store);
      leaders.flush();
    }
    Map<Effect, Long> tally =
        wanted.stream().collect(Collectors.groupingBy(Wanted::effect, Collectors.counting()));
    return new ImportTally(
        tally.getOrDefault(Effect.CREATED, 0L).intValue(),
        tally.getOrDefault(Effect.ENDED, 0L).intValue(),
        tally.getOrDefault(Effect.CHANGED, 0L).intValue(),
        tally.getOrDefault(Effect.UNCHANGED, 0L).intValue());
  }

  /** The rows that can be followed. */
  private List<Wanted> wanted(SheetTable table) {
    Map<String, Leader> known =
        leaders.allHeld().stream().collect(Collectors.toMap(Leader::code, Function.identity()));
    Map<String, Optional<String>> bodyCodes = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<Wanted> wanted = new ArrayList<>();
    for (Line line : table.lines()) {
      Optional<Row> read = LeaderSheet.read(line);
      if (read.isPresent()) {
        Row row = read.get();
        Optional<String> body = bodyCodes.computeIfAbsent(row.body(), bodies::codeOf);
        noteFaults(line, row, body, known.get(row.code()), seen.add(row.code()));
        Leader.Details details = new Leader.Details(row.name(), row.post(), body.orElse(null));
        if (!line.isFaulty()) {
          wanted.add(Wanted.of(row, details, known.get(row.code())));
        }
      }
    }
    return wanted;
  }

  /** A code stays with one person, so that its first day in office cannot be another. */
  private void noteFaults(
      Line line, Row row, Optional<String> body, Leader known, boolean firstOfItsCode) {
    if (!firstOfItsCode) {
      line.fault(LeaderSheet.CODE, "row-repeated");
    }
    if (body.isEmpty()) {
      line.fault(LeaderSheet.BODY, bodies.fault());
    }
    if (known != null && !known.span().validFrom().equals(row.from())) {
      line.fault(LeaderSheet.FROM, "leader-in-office-since", known.span().validFrom());
    }
    if (known == null && row.from().equals(row.to())) {
      line.fault(LeaderSheet.TO, "not-after-first-day");
    }
  }

  private void store(Wanted wanted) {
    Row row = wanted.row();
    Instant now = clock.instant();
    if (wanted.effect() == Effect.CREATED) {
      Span span = Span.of(row.from(), row.to(), caller.actor(), now);
      leaders.persist(Leader.of(row.code(), wanted.details(), span));
    } else if (wanted.effect() != Effect.UNCHANGED) {
      wanted.known().change(wanted.details());
      duties.follow(wanted.known());
    }
    if (wanted.effect() == Effect.ENDED) {
      Ending ending = new Ending(row.to(), row.reason());
      wanted.known().end(ending, caller.actor(), now);
      duties.endWith(wanted.known(), ending);
    }
  }
}
