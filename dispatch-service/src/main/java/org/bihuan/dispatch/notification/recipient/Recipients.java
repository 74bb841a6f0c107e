package org.bihuan.dispatch.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.contract.Role;
import org.bihuan.contract.UnitKind;
import org.bihuan.dispatch.district.LineCategories;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.UnitDirectory;

/** Finds who is told of a fact: the rule names them, the organisation says who they are. */
@ApplicationScoped
public class Recipients {

  private final NotificationRules rules;
  private final LineCategories lines;
  private final UnitDirectory units;

  Recipients(NotificationRules rules, LineCategories lines, UnitDirectory units) {
    this.rules = rules;
    this.lines = lines;
    this.units = units;
  }

  /**
   * What of a fact says whom it concerns.
   *
   * @param leadUnit unit that answers for the item, or {@code null}
   * @param taskUnit unit whose task it is about, or {@code null}
   * @param category category of the item, or {@code null}
   */
  public record Concerned(String leadUnit, String taskUnit, String category) {}

  /** Each of them once; nobody without a rule. */
  public Set<Recipient> of(NotificationKind kind, Concerned concerned) {
    Set<Recipient> found = new LinkedHashSet<>();
    rules.findByIdOptional(kind).map(NotificationRule::recipients).orElse(List.of()).stream()
        .flatMap(named -> resolve(named, concerned))
        .forEach(found::add);
    return found;
  }

  /** Channels beside the inbox on which they are told. */
  public List<Channel> channelsFor(NotificationKind kind) {
    return rules.findByIdOptional(kind).map(NotificationRule::channels).orElse(List.of());
  }

  private Stream<Recipient> resolve(RecipientKind named, Concerned concerned) {
    return switch (named) {
      case LEAD_UNIT_HANDLER -> bounded(Role.UNIT_HANDLER, Optional.ofNullable(concerned.leadUnit));
      case LEAD_UNIT_LEADER -> bounded(Role.UNIT_LEADER, Optional.ofNullable(concerned.leadUnit));
      case TASK_UNIT_HANDLER -> bounded(Role.UNIT_HANDLER, ofTask(concerned));
      case TASK_UNIT_LEADER -> bounded(Role.UNIT_LEADER, ofTask(concerned));
      case LINE_LEADER -> bounded(Role.LINE_LEADER, lines.lineOf(concerned.category));
      case SPECIAL_TEAM -> Stream.of(new Recipient(Role.SPECIAL_TEAM, ""));
      case TOP_LEADER -> Stream.of(new Recipient(Role.TOP_LEADER, ""));
    };
  }

  private static Stream<Recipient> bounded(String role, Optional<String> code) {
    return code.stream().map(each -> new Recipient(role, each));
  }

  /** An external party has no login: the lead unit speaks for it. */
  private Optional<String> ofTask(Concerned concerned) {
    if (concerned.taskUnit == null) {
      return Optional.empty();
    }
    boolean external =
        units
            .called(concerned.taskUnit)
            .map(Unit::kind)
            .filter(UnitKind.EXTERNAL_PARTY::equals)
            .isPresent();
    return Optional.ofNullable(external ? concerned.leadUnit : concerned.taskUnit);
  }
}
