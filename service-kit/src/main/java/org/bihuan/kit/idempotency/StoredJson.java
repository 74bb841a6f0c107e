package org.bihuan.kit.idempotency;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A body that is JSON already. */
record StoredJson(@JsonValue @JsonRawValue String text) {}
