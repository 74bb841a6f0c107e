package org.bihuan.dispatch.campaign.membership;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;

/** That an item counts for a campaign. One that left stays on record. */
@Entity
@Table(name = "campaign_item")
public class CampaignItem {

  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaignId;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "joined_at")
  private Instant joinedAt;

  @Column(name = "joined_by_subject")
  private String joinedBySubject;

  @Column(name = "left_at")
  private Instant leftAt;

  @Column(name = "left_by_subject")
  private String leftBySubject;

  @Column(name = "leave_reason")
  private String leaveReason;

  protected CampaignItem() {}

  static CampaignItem of(UUID campaignId, UUID itemId, Instant at, Actor by) {
    CampaignItem member = new CampaignItem();
    member.id = UuidCreator.getTimeOrderedEpoch();
    member.campaignId = campaignId;
    member.itemId = itemId;
    member.joinedAt = at;
    member.joinedBySubject = by.subject();
    return member;
  }

  /** It does not count any more. */
  void leave(String reason, Instant at, Actor by) {
    leaveReason = reason;
    leftAt = at;
    leftBySubject = by.subject();
  }

  UUID itemId() {
    return itemId;
  }
}
