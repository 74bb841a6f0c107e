package org.bihuan.inspection.evaluation.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.PointObserved;
import org.bihuan.inspection.attachment.Attachments;
import org.bihuan.kit.outbox.Outbox;

/** Uses the photos of observations, and tells intake-service to keep them. */
@ApplicationScoped
class ObservedPhotos {

  private final Attachments attachments;
  private final Outbox outbox;

  ObservedPhotos(Attachments attachments, Outbox outbox) {
    this.attachments = attachments;
    this.outbox = outbox;
  }

  void use(Observation observation) {
    List<AttachedFile> used =
        attachments.use(
            observation.attachmentIds(), observation.observedBy().subject(), observation.id());
    if (!used.isEmpty()) {
      outbox.announce(
          new PointObserved(
              observation.id(),
              observation.evaluationId(),
              observation.pointId(),
              observation.receivedAt(),
              observation.observedBy(),
              used));
    }
  }
}
