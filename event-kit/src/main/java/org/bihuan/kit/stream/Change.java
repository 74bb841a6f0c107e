package org.bihuan.kit.stream;

import java.time.Instant;
import java.util.UUID;

/**
 * A change as readers are told of it. What the record is now they ask for themselves.
 *
 * @param id record that changed
 * @param kind what happened to it
 * @param at when
 */
record Change(UUID id, String kind, Instant at) {}
