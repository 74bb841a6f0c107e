package org.bihuan.intake.open311.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bihuan.contract.Place;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.open311.catalogue.ServiceCatalogue;
import org.bihuan.intake.open311.wire.Open311;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.intake.tracking.PublicStatus;
import org.bihuan.kit.refusal.Messages;

/**
 * What is told of a service request. Everybody learns how far it is and whose task it is; what
 * somebody wrote, the desk to the reporter too, and where it is, only who may read the complaint,
 * and masked.
 */
@ApplicationScoped
class ServiceRequestReading {

  private static final Place UNTOLD = new Place(null, null, null, null, null);

  private final ComplaintReading reading;
  private final ServiceCatalogue catalogue;
  private final Messages messages;

  ServiceRequestReading(ComplaintReading reading, ServiceCatalogue catalogue, Messages messages) {
    this.reading = reading;
    this.catalogue = catalogue;
    this.messages = messages;
  }

  /** Requests as they are told to one who may read the complaints of {@code sight}. */
  List<ServiceRequestView> views(
      List<Complaint> complaints, Predicate<Complaint> sight, Locale language) {
    return complaints.stream()
        .map(complaint -> view(complaint, sight.test(complaint), language))
        .toList();
  }

  private ServiceRequestView view(Complaint complaint, boolean seen, Locale language) {
    // What was handed over is no longer followed here, even where its problem is kept for history.
    Optional<Problem> problem =
        complaint.handover() == null ? complaint.problem() : Optional.empty();
    PublicStatus status = PublicStatus.of(complaint);
    Place place = seen ? reading.maskedPlace(complaint) : UNTOLD;
    return new ServiceRequestView(
        complaint.serial(),
        isOpen(status) ? "open" : "closed",
        notes(status, seen ? reading.maskedNote(complaint) : null, language),
        catalogue.name(complaint.categoryCode(), language),
        complaint.categoryCode(),
        seen ? reading.maskedText(complaint) : null,
        problem.map(one -> one.item().leadUnit()).map(UnitName::name).orElse(null),
        null,
        Open311.written(complaint.receivedAt()),
        Open311.written(updated(complaint)),
        Open311.written(problem.map(ServiceRequestReading::expected).orElse(null)),
        place.address(),
        place.communityCode() == null ? place.subdistrictCode() : place.communityCode(),
        null,
        place.latitude(),
        place.longitude(),
        null);
  }

  private static boolean isOpen(PublicStatus status) {
    return status == PublicStatus.RECEIVED || status == PublicStatus.IN_PROGRESS;
  }

  /** How far it is, then what the reporter was told. */
  private String notes(PublicStatus status, String note, Locale language) {
    String words = messages.text(language, "open311.status-" + status.name());
    return note == null ? words : words + " " + note;
  }

  /** As the condition of {@link ServiceRequests} has it. */
  private static Instant updated(Complaint complaint) {
    return Stream.of(
            complaint.receivedAt(),
            complaint.changedAt(),
            complaint.problem().map(ServiceRequestReading::changed).orElse(null))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** Of what was written off before changes were dated, the end is known. */
  private static Instant changed(Problem problem) {
    return problem.changedAt() == null ? problem.writtenOffAt() : problem.changedAt();
  }

  /** While the clock stands, nobody can say when; of what was called off nothing is expected. */
  private static Instant expected(Problem problem) {
    boolean isAwaited =
        problem.status() != ProblemStatus.SUSPENDED && !problem.status().isCalledOff();
    return isAwaited ? problem.dueAt() : null;
  }
}
