package org.bihuan.dispatch.campaign.point;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitTie;

/** Points that wait for a unit fall to its successor; where there is an item, that is the tie. */
@ApplicationScoped
class PointTie implements UnitTie {

  private final CampaignPoints points;

  PointTie(CampaignPoints points) {
    this.points = points;
  }

  @Override
  public String name() {
    return "campaignPoints";
  }

  @Override
  public long count(String unitCode) {
    return points.waitingFor(unitCode).size();
  }

  @Override
  public void handOver(String unitCode, AssignedUnit successor) {
    points.waitingFor(unitCode).forEach(point -> point.handOver(successor));
    points.flush();
  }
}
