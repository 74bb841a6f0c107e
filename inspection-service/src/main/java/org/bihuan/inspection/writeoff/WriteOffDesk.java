package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bihuan.kit.paging.Page;

/** Shows the write-off journal. */
@ApplicationScoped
@Transactional
class WriteOffDesk {

  private final WriteOffs writeOffs;
  private final WriteOffAccess access;

  WriteOffDesk(WriteOffs writeOffs, WriteOffAccess access) {
    this.writeOffs = writeOffs;
    this.access = access;
  }

  Page<WriteOffView> page(WriteOffFilter filter) {
    return writeOffs.page(filter.narrow(access.criteria()), filter).map(WriteOffView::of);
  }
}
