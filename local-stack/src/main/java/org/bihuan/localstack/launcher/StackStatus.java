package org.bihuan.localstack.launcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Part;

/**
 * What runs, as {@code ./bihuan status --json} prints it.
 *
 * @param postgres the primary, where there are two
 * @param standby the other one; null where there is none
 */
record StackStatus(
    List<PartStatus> services,
    PartStatus postgres,
    @JsonInclude(JsonInclude.Include.NON_NULL) PartStatus standby,
    List<PartStatus> brokers) {

  /** UP: answers; NOT_READY: its process runs and does not answer; DOWN: no process. */
  enum Health {
    UP,
    NOT_READY,
    DOWN
  }

  /**
   * @param pid number of the process; null when there is none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PartStatus(String name, String address, Long pid, Health health) {
    static PartStatus of(Part part) {
      Optional<Long> pid = part.pid();
      Health health = pid.isEmpty() ? Health.DOWN : part.isReady() ? Health.UP : Health.NOT_READY;
      return new PartStatus(part.name(), part.address(), pid.orElse(null), health);
    }
  }

  static StackStatus of(Stack stack) {
    List<PartStatus> databases = stack.primaryFirst().stream().map(PartStatus::of).toList();
    return new StackStatus(
        Arrays.stream(ServiceName.values()).map(stack::service).map(PartStatus::of).toList(),
        databases.get(0),
        databases.size() == 1 ? null : databases.get(1),
        stack.brokers().stream().map(PartStatus::of).toList());
  }

  Stream<PartStatus> parts() {
    return Stream.of(
            services.stream(), Stream.of(postgres), Stream.ofNullable(standby), brokers.stream())
        .flatMap(part -> part);
  }

  boolean isUp() {
    return parts().allMatch(part -> part.health() == Health.UP);
  }

  /** One line for each part. */
  String toTable() {
    StringBuilder table =
        new StringBuilder(String.format("%-12s%-26s%-10s%s%n", "PART", "ADDRESS", "PID", "HEALTH"));
    parts()
        .forEach(
            part ->
                table.append(
                    String.format(
                        "%-12s%-26s%-10s%s%n",
                        part.name(),
                        part.address(),
                        part.pid() == null ? "-" : part.pid(),
                        part.health())));
    return table.toString();
  }
}
