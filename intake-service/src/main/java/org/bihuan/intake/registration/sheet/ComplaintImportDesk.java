package org.bihuan.intake.registration.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.registration.AdmittedComplaint;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.intake.registration.RegistrationDesk;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.sheet.ImportReport;
import org.bihuan.kit.sheet.ImportRequest;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.sheet.SheetImports;
import org.bihuan.kit.sheet.SheetTable;
import org.bihuan.kit.web.FieldErrors;

/**
 * Imports sheets of complaints from above (ADR 0054). The whole sheet is checked first, by the
 * rules of every complaint, and refused when a row is wrong. Its rows are then registered like all
 * others, together with those that come in meanwhile: each is known by its number, so that a sheet
 * that broke off is sent again.
 */
@ApplicationScoped
@Transactional
class ComplaintImportDesk {

  /** Rows that wait to be written at the same time; the queue has room for those of others. */
  private static final int AT_ONCE = 128;

  private final SheetImports imports;
  private final NamedInSheet named;
  private final Validator validator;
  private final RegistrationDesk registration;
  private final Complaints complaints;

  ComplaintImportDesk(
      SheetImports imports,
      NamedInSheet named,
      Validator validator,
      RegistrationDesk registration,
      Complaints complaints) {
    this.imports = imports;
    this.named = named;
    this.validator = validator;
    this.registration = registration;
    this.complaints = complaints;
  }

  /**
   * Registers what the sheet says, or tries it out.
   *
   * @throws Conflict when another sheet is being imported; nothing of this one was registered
   * @throws Invalid with all that is wrong; nothing of the sheet was registered
   */
  ComplaintImportView run(Sheet sheet, ImportRequest request) {
    List<AdmittedRow> rows = new ArrayList<>();
    ImportReport report =
        imports.runUnlessUnderWay(
            sheet, ComplaintSheet.COLUMNS, request, table -> check(table, rows));
    if (report.stored()) {
      inGroups(rows.stream().filter(row -> !row.known()).toList()).forEach(this::register);
    }
    return ComplaintImportView.of(report, outcomes(rows));
  }

  /** A row that is sound by itself, with the line it stands in. */
  private record Sound(SheetTable.Line line, AdmittedComplaint complaint) {}

  private ImportTally check(SheetTable table, List<AdmittedRow> rows) {
    Set<String> numbers = new HashSet<>();
    List<Sound> sound = new ArrayList<>();
    for (SheetTable.Line line : table.lines()) {
      ComplaintSheet.read(line, named)
          .flatMap(row -> admitted(line, row))
          .ifPresent(
              complaint -> {
                if (numbers.add(complaint.sent().sourceRef())) {
                  sound.add(new Sound(line, complaint));
                } else {
                  line.fault(ComplaintSheet.NUMBER, "row-repeated");
                }
              });
    }
    inGroups(sound).forEach(group -> rows.addAll(compared(group)));
    int known = (int) rows.stream().filter(AdmittedRow::known).count();
    return new ImportTally(rows.size() - known, 0, 0, known);
  }

  private Optional<AdmittedComplaint> admitted(SheetTable.Line line, NewComplaint row) {
    List<FieldError> faults = FieldErrors.of(validator.validate(row));
    if (faults.isEmpty()) {
      try {
        return Optional.of(registration.admit(row));
      } catch (Invalid invalid) {
        faults = invalid.faults();
      }
    }
    faults.forEach(
        fault ->
            line.fault(ComplaintSheet.columnOf(fault.field()), fault.code(), fault.arguments()));
    return Optional.empty();
  }

  /** Which of the rows were registered before; one that says something else now is a fault. */
  private List<AdmittedRow> compared(List<Sound> group) {
    List<Optional<Outcome>> repetitions =
        registration.repetitions(
            Channels.SPECIAL_TEAM_DESK, group.stream().map(Sound::complaint).toList());
    List<AdmittedRow> rows = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      Sound sound = group.get(i);
      Optional<Outcome> repetition = repetitions.get(i);
      if (repetition.filter(Outcome.Refused.class::isInstance).isPresent()) {
        sound.line().fault(ComplaintSheet.NUMBER, "source-ref-reused");
      } else {
        rows.add(new AdmittedRow(sound.line().number(), sound.complaint(), repetition.isPresent()));
      }
    }
    return rows;
  }

  private void register(List<AdmittedRow> group) {
    List<CompletionStage<Outcome>> written =
        group.stream().map(row -> registration.register(row.complaint())).toList();
    written.forEach(ComplaintImportDesk::await);
  }

  /**
   * @throws RuntimeException when it was not written, as when somebody else used its number since
   *     the sheet was checked
   */
  private static void await(CompletionStage<Outcome> written) {
    try {
      if (written.toCompletableFuture().join() instanceof Outcome.Refused refused) {
        throw refused.refusal();
      }
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private List<ImportedRow> outcomes(List<AdmittedRow> rows) {
    List<ImportedRow> outcomes = new ArrayList<>();
    for (List<AdmittedRow> group : inGroups(rows)) {
      Map<String, Complaint> registered =
          complaints
              .numbered(
                  Channels.SPECIAL_TEAM_DESK, group.stream().map(AdmittedRow::sourceRef).toList())
              .stream()
              .collect(Collectors.toMap(Complaint::sourceRef, Function.identity()));
      group.forEach(row -> outcomes.add(ImportedRow.of(row, registered.get(row.sourceRef()))));
    }
    return outcomes;
  }

  private static <T> List<List<T>> inGroups(List<T> all) {
    List<List<T>> groups = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      groups.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return groups;
  }
}
