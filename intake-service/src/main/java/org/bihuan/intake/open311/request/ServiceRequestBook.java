package org.bihuan.intake.open311.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.open311.catalogue.ServiceCatalogue;
import org.bihuan.intake.open311.wire.QueryText;
import org.bihuan.kit.refusal.NotFound;

/** Shows service requests to who asks for them; who that is was found out before. */
@ApplicationScoped
@Transactional
class ServiceRequestBook {

  private final ServiceRequests requests;
  private final Complaints complaints;
  private final ServiceRequestReading reading;
  private final ServiceCatalogue catalogue;
  private final Clock clock;

  ServiceRequestBook(
      ServiceRequests requests,
      Complaints complaints,
      ServiceRequestReading reading,
      ServiceCatalogue catalogue,
      Clock clock) {
    this.requests = requests;
    this.complaints = complaints;
    this.reading = reading;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * A page of requests.
   *
   * @param nextPage its number, or {@code null} when this is the last
   */
  record Page(List<ServiceRequestView> requests, Integer nextPage) {}

  Page page(QueryText query, Predicate<Complaint> sight, Locale language) {
    catalogue.checkJurisdiction(query.jurisdiction());
    ServiceRequestQuery asked = ServiceRequestQuery.read(query, clock.instant());
    catalogue.requireKnown(asked.codes());
    List<Complaint> found = requests.find(asked);
    boolean isLast = found.size() <= asked.size();
    return new Page(
        reading.views(isLast ? found : found.subList(0, asked.size()), sight, language),
        isLast ? null : asked.page() + 1);
  }

  /** The request with this number, as a list of one. */
  List<ServiceRequestView> read(
      String id, QueryText query, Predicate<Complaint> sight, Locale language) {
    catalogue.checkJurisdiction(query.jurisdiction());
    ServiceRequestQuery asked =
        new ServiceRequestQuery(List.of(id), List.of(), null, null, null, 1, 1);
    List<Complaint> found = requests.find(asked);
    if (found.isEmpty()) {
      throw new NotFound("service-request-not-found");
    }
    return reading.views(found, sight, language);
  }

  /** The number behind a token; a tracking code is one. */
  List<TokenView> token(String token, QueryText query) {
    catalogue.checkJurisdiction(query.jurisdiction());
    return complaints
        .tracked(token)
        .map(complaint -> List.of(new TokenView(complaint.serial(), token)))
        .orElseThrow(() -> new NotFound("token-not-found"));
  }
}
