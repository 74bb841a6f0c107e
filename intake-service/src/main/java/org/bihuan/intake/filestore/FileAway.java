package org.bihuan.intake.filestore;

import org.bihuan.kit.refusal.Refusal;
import org.jboss.logging.Logger;

/** The store does not answer, or has lost a file: 503, since trying again may be right. */
public final class FileAway extends Refusal {

  private static final Logger LOG = Logger.getLogger(FileAway.class);
  private static final long serialVersionUID = 1L;

  /** Tells the log what the caller is not told. */
  FileAway(String what, Exception cause) {
    super(503, "file-store-unavailable");
    LOG.errorf("%s: %s", what, cause);
  }
}
