package org.bihuan.inspection.letterhead;

import io.smallrye.config.ConfigMapping;

/** What stands on papers beside their facts; each district has its own. */
@ConfigMapping(prefix = "bihuan.letterhead")
public interface Letterhead {

  /** Who issues papers (发文机关): the red head and the signature. */
  String issuingBody();
}
