package org.bihuan.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Shows campaigns and takes what the special team decides about them. */
@ApplicationScoped
@Transactional
public class CampaignDesk {

  private final Campaigns campaigns;
  private final CampaignTerms terms;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  CampaignDesk(
      Campaigns campaigns, CampaignTerms terms, Caller caller, IfMatch ifMatch, Clock clock) {
    this.campaigns = campaigns;
    this.terms = terms;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Page<CampaignView> page(CampaignFilter filter) {
    return campaigns.page(filter.criteria(), filter).map(CampaignView::of);
  }

  CampaignView read(UUID id) {
    return CampaignView.of(campaigns.found(id));
  }

  CampaignView create(NewCampaign wanted) {
    if (campaigns.count("code", wanted.code()) > 0) {
      throw new Conflict("campaign-exists");
    }
    Campaign campaign =
        Campaign.of(wanted.code(), terms.read(wanted.asChange()), clock.instant(), caller.actor());
    refuseTakenName(campaign);
    campaigns.persistAndFlush(campaign);
    return CampaignView.of(campaign);
  }

  CampaignView change(UUID id, CampaignChange change) {
    Campaign campaign = campaigns.held(id);
    ifMatch.require(campaign.version());
    campaign.change(terms.read(change, campaign));
    refuseTakenName(campaign);
    campaigns.flush();
    return CampaignView.of(campaign);
  }

  CampaignView close(UUID id, String conclusion) {
    Campaign campaign = campaigns.held(id);
    ifMatch.check(campaign.version());
    campaign.close(conclusion, clock.instant(), caller.actor());
    campaigns.flush();
    return CampaignView.of(campaign);
  }

  private void refuseTakenName(Campaign campaign) {
    if (campaigns.isNameTaken(campaign)) {
      throw new Conflict("campaign-name-taken");
    }
  }
}
