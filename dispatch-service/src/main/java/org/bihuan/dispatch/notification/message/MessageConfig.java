package org.bihuan.dispatch.notification.message;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** Where people are reached by text message who have no unit with a phone. */
@ConfigMapping(prefix = "bihuan.messages")
interface MessageConfig {

  /** Phone of the special team's desk on duty. */
  Optional<String> teamPhone();

  /** Phones of work lines, by the code of the line. */
  Map<String, String> linePhones();
}
