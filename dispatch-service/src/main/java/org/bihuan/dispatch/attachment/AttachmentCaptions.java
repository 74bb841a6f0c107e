package org.bihuan.dispatch.attachment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.IntakeEvent.AttachmentStored;

/** What papers say of the files that intake-service has told of. */
@ApplicationScoped
public class AttachmentCaptions implements PanacheRepositoryBase<AttachmentCaption, UUID> {

  private final Attachments attachments;

  AttachmentCaptions(Attachments attachments) {
    this.attachments = attachments;
  }

  /**
   * Learns of an upload: that it can be used, and what is to be said of it. Told again it changes
   * nothing.
   */
  public void follow(AttachmentStored stored) {
    attachments.follow(stored);
    if (findByIdOptional(stored.attachmentId()).isEmpty()) {
      persist(AttachmentCaption.of(stored));
    }
  }

  /** The captions of these files, by their ids; one that is not known is absent. */
  public Map<UUID, AttachmentCaption> of(Collection<UUID> ids) {
    return list("attachmentId in ?1", ids).stream()
        .collect(Collectors.toMap(AttachmentCaption::attachmentId, Function.identity()));
  }
}
