package org.bihuan.intake.miniprogram;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How residents log in by the mini-program. Without any of it they cannot. */
@ConfigMapping(prefix = "bihuan.mini-program")
interface MiniProgramConfig {

  /** AppID of the mini-program. */
  Optional<String> appId();

  /** Its AppSecret. */
  Optional<String> secret();

  /** Where WeChat is asked. */
  @WithDefault("https://api.weixin.qq.com")
  String address();

  /** How long WeChat has to answer. */
  @WithDefault("5s")
  Duration time();

  /** How many logins ask WeChat at once, at least 1; 16 more wait for a turn. */
  @WithDefault("16")
  int loginsAtOnce();

  /** Whether any code {@code local-…} logs in whom it names, without WeChat. */
  @WithDefault("false")
  boolean standIn();
}
