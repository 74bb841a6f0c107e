package org.bihuan.intake.reporter;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The reporter of a complaint is being erased: whoever keeps words of or about the reporter masks
 * them, in the transaction of the erasure.
 *
 * @param masking what is left of a text that is kept; {@code null} stays {@code null}
 */
public record ErasedReporter(UUID complaintId, UnaryOperator<String> masking, Instant at) {}
