package org.bihuan.inspection.assessment.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.bihuan.contract.DeadlineClass;

/**
 * A unit's time with an item, and its limit.
 *
 * @param unitCode the unit
 * @param orderSerial number of its order
 * @param issuedAt when it was put on that order
 * @param deadlineClass class of the limit
 * @param dueAt end of the limit as it is now
 * @param current whether the unit still has it, or had it at the end
 * @param suspended whether the clock stands
 * @param cancelled whether it was called off
 * @param returnRequested whether the unit asked to be rid of it
 * @param takenBack whether the team took it from the unit for that
 */
@Embeddable
public record Duty(
    @Column(name = "unit_code") String unitCode,
    @Column(name = "order_serial") String orderSerial,
    @Column(name = "issued_at") Instant issuedAt,
    @Enumerated(EnumType.STRING) @Column(name = "deadline_class") DeadlineClass deadlineClass,
    @Column(name = "due_at") Instant dueAt,
    boolean current,
    boolean suspended,
    boolean cancelled,
    @Column(name = "return_requested") boolean returnRequested,
    @Column(name = "taken_back") boolean takenBack) {}
