package org.bihuan.kit.idempotency;

import java.sql.SQLException;

/** The database could not be asked for stored answers. */
final class AnswersUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AnswersUnavailable(SQLException cause) {
    super(cause);
  }
}
