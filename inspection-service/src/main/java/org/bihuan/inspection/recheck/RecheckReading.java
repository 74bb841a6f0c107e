package org.bihuan.inspection.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;

/** Shows re-checks as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class RecheckReading {

  private final RecheckAccess access;
  private final Rechecks rechecks;
  private final Caller caller;
  private final Clock clock;

  RecheckReading(RecheckAccess access, Rechecks rechecks, Caller caller, Clock clock) {
    this.access = access;
    this.rechecks = rechecks;
    this.caller = caller;
    this.clock = clock;
  }

  Page<RecheckView> page(RecheckFilter filter) {
    return rechecks.page(filter.narrow(access.criteria(), clock.instant()), filter).map(this::view);
  }

  RecheckView read(UUID id) {
    return view(access.visible(id));
  }

  /** A re-check after everything the running transaction did to it. */
  public RecheckView full(Recheck recheck) {
    rechecks.flush();
    return view(recheck);
  }

  private RecheckView view(Recheck recheck) {
    return RecheckView.of(recheck, caller, clock.instant());
  }
}
