package org.bihuan.acceptance.demo;

import java.util.List;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/** Who acts in the demonstration. */
final class People {

  static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  static final Identity ADMIN = Identity.of(Role.ADMIN);
  static final Identity INSPECTOR = Identity.of(Role.INSPECTOR);
  static final Identity TOP_LEADER = Identity.of(Role.TOP_LEADER);

  private People() {}

  static Identity handler(String unit) {
    return Identity.of(Role.UNIT_HANDLER).ofUnit(unit);
  }

  static Identity lineLeader(String line) {
    return Identity.of(Role.LINE_LEADER).ofLine(line);
  }

  /** Who takes complaints of a channel in. */
  static Identity clerk(String channel) {
    return channel.equals(PlannedComplaint.TEAM_DESK)
        ? TEAM
        : Identity.of(Role.CHANNEL_CLERK).called("clerk-" + channel).ofChannels(List.of(channel));
  }
}
