package org.bihuan.inspection.inspection.trip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The end of an inspection.
 *
 * @param concludedAt when it was concluded
 * @param summary what it came to
 * @param bulletinSerial number of its bulletin (督查专报)
 */
@Embeddable
public record Closing(
    @Column(name = "concluded_at") Instant concludedAt,
    @Column(name = "summary") String summary,
    @Column(name = "bulletin_serial") String bulletinSerial) {}
