package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.ComplaintWithdrawn;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.recognition.Suggestion;
import org.bihuan.intake.subdistrict.photo.PhotoPlace;
import org.bihuan.intake.subdistrict.photo.PhotoPlaces;
import org.bihuan.kit.paging.Page;

/** Shows complaints, and takes one back for its reporter. */
@ApplicationScoped
@Transactional
class ComplaintDesk {

  private final ComplaintReading reading;
  private final Ledger ledger;
  private final PhotoPlaces photos;
  private final Clock clock;

  ComplaintDesk(ComplaintReading reading, Ledger ledger, PhotoPlaces photos, Clock clock) {
    this.photos = photos;
    this.reading = reading;
    this.ledger = ledger;
    this.clock = clock;
  }

  Page<ComplaintView> page(ComplaintFilter filter) {
    return reading.page(filter);
  }

  ComplaintView read(UUID id) {
    return reading.full(reading.visible(id));
  }

  Suggestion suggestion(UUID id) {
    Complaint complaint = reading.visible(id);
    Suggestion suggestion = reading.suggestion(complaint);
    if (complaint.site().point().isPresent()) {
      return suggestion;
    }
    PhotoPlace taken = photos.of(complaint.attachmentIds(), complaint.receivedAt());
    return taken.locality() == null
        ? suggestion
        : suggestion.atPhotos(taken.locality(), taken.takenAt());
  }

  ComplaintView withdraw(UUID id) {
    Complaint complaint = reading.toActOn(id);
    complaint.withdraw();
    Instant now = clock.instant();
    Actor actor = reading.actor();
    ledger.announce(new ComplaintWithdrawn(id, now, actor), null, id, now, actor);
    return reading.full(complaint);
  }
}
