package org.bihuan.kit.outbox;

import java.sql.SQLException;

/** The database refused to store an announcement; the transaction cannot commit. */
final class OutboxUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutboxUnavailable(SQLException cause) {
    super(cause);
  }
}
