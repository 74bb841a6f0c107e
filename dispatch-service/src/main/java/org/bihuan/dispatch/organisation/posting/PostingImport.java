package org.bihuan.dispatch.organisation.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.organisation.posting.PostingSheet.Row;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.SheetTable.Line;

/**
 * Works out what a list of posted cadres changes. Endings go before what begins, so that one list
 * can say both halves of a move. Whoever is not on the list stays as is: nobody is sent home by a
 * row that was forgotten.
 */
final class PostingImport {

  private final Actor actor;
  private final Instant at;
  private final Map<Posting.Cadre, List<Posting>> known = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<Posting> created = new ArrayList<>();
  private final List<Wanted> begins = new ArrayList<>();
  private int ended;
  private int changed;
  private int unchanged;

  PostingImport(List<Posting> known, Actor actor, Instant at) {
    this.actor = actor;
    this.at = at;
    known.forEach(posting -> ofCadre(posting.cadre()).add(posting));
  }

  /** A row with what it names. */
  record Wanted(Line line, Row row, AssignedUnit unit, String subdistrict) {

    Posting.Cadre cadre() {
      return new Posting.Cadre(unit.code(), row.name(), row.number());
    }
  }

  /** Takes all rows, in whatever order they stand. */
  void take(List<Wanted> rows) {
    rows.forEach(this::meet);
    begins.forEach(this::begin);
  }

  /** What is known already is met first: it may end, and make room. */
  private void meet(Wanted wanted) {
    if (!seen.add(wanted.cadre() + wanted.subdistrict() + wanted.row().from())) {
      wanted.line().fault(PostingSheet.NAME, "row-repeated");
      return;
    }
    Span span = span(wanted.row());
    Optional<Posting> same =
        ofCadre(wanted.cadre()).stream()
            .filter(posting -> posting.isOf(wanted.cadre(), wanted.subdistrict(), span))
            .findFirst();
    same.ifPresentOrElse(posting -> update(posting, wanted.row()), () -> begins.add(wanted));
  }

  /** A list older than an ending does not take it back. */
  private void update(Posting posting, Row row) {
    boolean details = posting.change(row.details());
    if (row.to() != null && posting.span().goesBeyond(row.to())) {
      posting.end(new Ending(row.to(), null), actor, at);
      ended++;
    } else if (details) {
      changed++;
    } else {
      unchanged++;
    }
  }

  private void begin(Wanted wanted) {
    Span span = span(wanted.row());
    List<Posting> others = ofCadre(wanted.cadre());
    if (span.validFrom().equals(span.validTo())) {
      wanted.line().fault(PostingSheet.TO, "not-after-first-day");
    } else if (others.stream().anyMatch(other -> other.span().overlaps(span))) {
      wanted.line().fault(PostingSheet.FROM, "posted-already");
    } else {
      Posting posting =
          Posting.of(
              wanted.unit(), wanted.cadre(), wanted.row().details(), wanted.subdistrict(), span);
      others.add(posting);
      created.add(posting);
    }
  }

  private Span span(Row row) {
    return new Span(row.from(), row.to(), null, actor.subject(), at, null, null);
  }

  private List<Posting> ofCadre(Posting.Cadre cadre) {
    return known.computeIfAbsent(cadre, none -> new ArrayList<>());
  }

  List<Posting> created() {
    return created;
  }

  ImportTally tally() {
    return new ImportTally(created.size(), ended, changed, unchanged);
  }
}
