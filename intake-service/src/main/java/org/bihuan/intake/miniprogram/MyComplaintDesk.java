package org.bihuan.intake.miniprogram;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.ComplaintWithdrawn;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.kit.paging.Page;

/** Shows residents what they have sent, and takes it back for them. */
@ApplicationScoped
@Transactional
class MyComplaintDesk {

  private final MyComplaintReading reading;
  private final Ledger ledger;
  private final Clock clock;

  MyComplaintDesk(MyComplaintReading reading, Ledger ledger, Clock clock) {
    this.reading = reading;
    this.ledger = ledger;
    this.clock = clock;
  }

  Page<MyComplaintView> page(MyComplaintFilter filter) {
    return reading.page(filter);
  }

  MyComplaintView read(UUID id) {
    return reading.view(reading.visible(id));
  }

  MyComplaintView withdraw(UUID id) {
    Complaint complaint = reading.toActOn(id);
    complaint.withdraw();
    Instant now = clock.instant();
    Actor actor = reading.actor();
    ledger.announce(new ComplaintWithdrawn(id, now, actor), null, id, now, actor);
    return reading.view(complaint).withoutPhotos();
  }
}
