package org.bihuan.dispatch.campaign;

/** Whether a campaign takes anything more. */
public enum CampaignStatus {
  OPEN,
  /** It takes nothing more; what it took goes on and is counted when it is written off. */
  CLOSED
}
