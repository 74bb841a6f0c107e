package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;

/** Shows the write-off journal. */
@ApplicationScoped
@Transactional
class WriteOffDesk {

  private final WriteOffs writeOffs;
  private final Caller caller;

  WriteOffDesk(WriteOffs writeOffs, Caller caller) {
    this.writeOffs = writeOffs;
    this.caller = caller;
  }

  Page<WriteOffView> page(WriteOffFilter filter) {
    return writeOffs.page(filter.narrow(WriteOffs.visibleTo(caller)), filter).map(WriteOffView::of);
  }
}
