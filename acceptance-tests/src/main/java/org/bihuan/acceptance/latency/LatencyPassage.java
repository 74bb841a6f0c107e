package org.bihuan.acceptance.latency;

import java.time.Instant;

/**
 * One complaint on its way to an order item, as its sender saw it.
 *
 * @param problemId the problem it became
 * @param intended when it was to be sent; a sender that is late counts against the system
 * @param answered when intake's answer was there
 * @param seen when a reader of dispatch first saw the order item
 */
public record LatencyPassage(String problemId, Instant intended, Instant answered, Instant seen) {}
