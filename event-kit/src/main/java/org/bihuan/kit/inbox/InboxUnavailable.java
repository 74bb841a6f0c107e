package org.bihuan.kit.inbox;

import java.sql.SQLException;

/** The database did not take the inbox's own rows; the events stay on the broker and come again. */
final class InboxUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InboxUnavailable(SQLException cause) {
    super(cause);
  }
}
