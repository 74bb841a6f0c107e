package org.bihuan.inspection.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.bihuan.inspection.inspection.InspectionAccess;
import org.bihuan.inspection.inspection.Inspections;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.stream.StreamSource;

/**
 * The inspections that changed, each with the state it is in now, for who may see them as they are
 * now: who is inspected hears of an unannounced one when it has started.
 */
@ApplicationScoped
class InspectionStreams {

  private static final String CHANGES =
      "select id, id as record_id, status as kind, written_at as at, written_in from inspection";

  private final Inspections inspections;
  private final InspectionAccess access;

  InspectionStreams(Inspections inspections, InspectionAccess access) {
    this.inspections = inspections;
    this.access = access;
  }

  /** With the sight that the caller has now. */
  @Transactional
  StreamSource ofCaller() {
    Criteria sight = access.criteria();
    return new StreamSource() {
      @Override
      public String changes() {
        return CHANGES;
      }

      @Override
      public Set<UUID> visible(Collection<UUID> recordIds) {
        return inspections.visibleAmong(recordIds, sight);
      }
    };
  }
}
