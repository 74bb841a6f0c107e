package org.bihuan.dispatch.sla;

import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.contract.DeadlineClass;

/** Gives deadlines by the policies in force, which are read once in a transaction. */
@TransactionScoped
public class Deadlines {

  private final SlaPolicies policies;
  private List<SlaPolicy> all;

  Deadlines(SlaPolicies policies) {
    this.policies = policies;
  }

  /**
   * The limit of an item issued at {@code start}, or nothing for a class without an hourly limit.
   */
  public Optional<Deadline> first(DeadlineClass deadlineClass, Instant start) {
    return DeadlinePolicy.first(all(), deadlineClass, start);
  }

  /**
   * The limit for the assignment of an item that no rule gave to a unit at {@code start}, or
   * nothing when no policy sets one.
   */
  public Optional<Deadline> assignment(DeadlineClass deadlineClass, Instant start) {
    return DeadlinePolicy.assignment(all(), deadlineClass, start);
  }

  /**
   * The limit that a re-check failed at {@code start} gives.
   *
   * @param last the limit until then
   * @throws IllegalStateException when the class has none, which cannot be once an item was issued
   */
  public Deadline rework(DeadlineClass deadlineClass, TimeLimit last, Instant start) {
    if (deadlineClass == DeadlineClass.PLANNED) {
      return DeadlinePolicy.reworkOfPlanned(last, start);
    }
    return DeadlinePolicy.rework(all(), deadlineClass, start)
        .orElseThrow(() -> new IllegalStateException("no SLA policy for " + deadlineClass));
  }

  private List<SlaPolicy> all() {
    if (all == null) {
      all = policies.listAll();
    }
    return all;
  }
}
