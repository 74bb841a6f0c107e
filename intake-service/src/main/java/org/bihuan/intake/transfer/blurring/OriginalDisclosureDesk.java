package org.bihuan.intake.transfer.blurring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.OriginalDisclosed;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.transfer.AttachmentAccess;
import org.bihuan.intake.transfer.SignedLinks;
import org.bihuan.intake.transfer.blurring.OriginalDisclosureResource.OriginalView;
import org.bihuan.kit.security.Caller;

/** Shows an original to one who says why; the look is on record before anything is seen. */
@ApplicationScoped
@Transactional
class OriginalDisclosureDesk {

  private final AttachmentAccess access;
  private final OriginalDisclosures disclosures;
  private final SignedLinks links;
  private final Ledger ledger;
  private final Caller caller;
  private final Clock clock;

  OriginalDisclosureDesk(
      AttachmentAccess access,
      OriginalDisclosures disclosures,
      SignedLinks links,
      Ledger ledger,
      Caller caller,
      Clock clock) {
    this.access = access;
    this.disclosures = disclosures;
    this.links = links;
    this.ledger = ledger;
    this.caller = caller;
    this.clock = clock;
  }

  OriginalView disclose(UUID id, String reason) {
    Attachment photo = access.blurred(id);
    UUID complaintId = photo.owner().id();
    Actor actor = caller.actor();
    Instant now = clock.instant();
    disclosures.persist(OriginalDisclosure.of(id, reason, actor, now));
    ledger.announce(
        new OriginalDisclosed(complaintId, id, now, actor), null, complaintId, now, actor);
    Instant expiry = links.expiry();
    return new OriginalView(links.address(id, Variant.UNBLURRED, expiry), expiry);
  }
}
