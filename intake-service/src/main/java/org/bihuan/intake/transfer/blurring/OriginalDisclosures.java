package org.bihuan.intake.transfer.blurring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.reporter.ErasedReporter;

/** Every look at the original of a blurred photo. */
@ApplicationScoped
class OriginalDisclosures implements PanacheRepositoryBase<OriginalDisclosure, UUID> {

  /** Reasons may name an erased reporter. */
  void mask(@Observes ErasedReporter erased) {
    list(
            "attachmentId in (select a.id from Attachment a where a.ownerKind = ?1 and a.ownerId = ?2)",
            Owner.Kind.COMPLAINT,
            erased.complaintId())
        .forEach(look -> write(look.id(), erased.masking().apply(look.reason())));
  }

  private void write(UUID id, String reason) {
    getEntityManager()
        .createNativeQuery("update original_disclosure set reason = :reason where id = :id")
        .setParameter("reason", reason)
        .setParameter("id", id)
        .executeUpdate();
  }
}
