package org.bihuan.dispatch.campaign.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All surveys of points. */
@ApplicationScoped
public class PointSurveys implements PanacheRepositoryBase<PointSurvey, UUID> {

  /** The surveys of a point, oldest first. */
  List<PointSurvey> of(UUID pointId) {
    return list("pointId = ?1 order by id", pointId);
  }
}
