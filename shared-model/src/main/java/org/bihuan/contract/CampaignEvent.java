package org.bihuan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Facts told by dispatch-service about campaigns, before there is a problem or an item. */
public sealed interface CampaignEvent extends Event {

  Actor actor();

  /** When the fact happened. */
  Instant occurredAt();

  /**
   * Somebody looked at a point of a target list (摸排).
   *
   * @param pointId the point, by which its surveys are in order
   * @param attachments photos and papers that show what was found
   */
  record PointSurveyed(
      UUID surveyId,
      UUID campaignId,
      UUID pointId,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments)
      implements CampaignEvent {

    public PointSurveyed {
      attachments = attachments == null ? List.of() : attachments;
    }

    @Override
    public String key() {
      return pointId.toString();
    }
  }
}
