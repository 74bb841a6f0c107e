package org.bihuan.inspection.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.bihuan.inspection.recheck.RecheckAccess;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.stream.StreamSource;

/**
 * The re-checks that changed, each with the state it is in now, for who may see them as they are
 * now.
 */
@ApplicationScoped
class RecheckStreams {

  private static final String CHANGES =
      "select id, id as record_id, status as kind, written_at as at, written_in from recheck"
          // That a look-back was drawn is no news: it is wanted weeks later.
          + " where kind <> 'LOOK_BACK' or status <> 'PLANNED'";

  private final Rechecks rechecks;
  private final RecheckAccess access;

  RecheckStreams(Rechecks rechecks, RecheckAccess access) {
    this.rechecks = rechecks;
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
        return rechecks.visibleAmong(recordIds, sight);
      }
    };
  }
}
