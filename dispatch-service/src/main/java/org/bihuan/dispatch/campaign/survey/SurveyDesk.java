package org.bihuan.dispatch.campaign.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.campaign.point.CampaignPoint;
import org.bihuan.dispatch.campaign.point.CampaignPoints;
import org.bihuan.dispatch.campaign.point.PointAccess;
import org.bihuan.dispatch.campaign.point.PointView;
import org.bihuan.kit.security.Caller;

/** Takes what was found at the points of a target list, one by one. */
@ApplicationScoped
@Transactional
public class SurveyDesk {

  private final PointAccess access;
  private final CampaignPoints points;
  private final PointSurveys surveys;
  private final SurveyBook book;
  private final Caller caller;
  private final Clock clock;

  SurveyDesk(
      PointAccess access,
      CampaignPoints points,
      PointSurveys surveys,
      SurveyBook book,
      Caller caller,
      Clock clock) {
    this.access = access;
    this.points = points;
    this.surveys = surveys;
    this.book = book;
    this.caller = caller;
    this.clock = clock;
  }

  List<SurveyView> list(UUID campaignId, UUID pointId) {
    CampaignPoint point = points.found(campaignId, pointId);
    return surveys.of(point.id()).stream().map(SurveyView::of).toList();
  }

  PointView survey(UUID campaignId, UUID pointId, NewSurvey content) {
    CampaignPoint point = access.toActOn(campaignId, pointId);
    SurveyPolicy.check(content);
    point.survey(content.result() == SurveyResult.NEEDS_WORK);
    book.enter(campaignId, PointSurvey.of(point.id(), content, clock.instant(), caller.actor()));
    points.flush();
    return PointView.of(point);
  }
}
