package org.bihuan.kit.stream;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What one caller is told of: where the changes stand, and which of them are within its sight. */
public interface StreamSource {

  /**
   * A query for all changes, with the columns {@code id} (uuid), {@code record_id} (uuid), {@code
   * kind} (text), {@code at} (timestamptz) and {@code written_in} (xid8), the last being {@code
   * pg_current_xact_id()} of the transaction that wrote it and indexed together with the id.
   */
  String changes();

  /** Those of some records that the caller may see, asked inside a transaction. */
  Set<UUID> visible(Collection<UUID> recordIds);
}
