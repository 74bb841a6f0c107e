package org.bihuan.localstack.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.bihuan.localstack.identity.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./bihuan token}. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Prints a token for the services of this stack; it works at once and needs nothing running.")
final class TokenCommand implements Callable<Integer> {

  @Mixin private IdentityOptions who;

  @Option(
      names = "--ttl",
      defaultValue = "PT12H",
      paramLabel = "DURATION",
      description = "How long it is valid, such as PT30M (default: ${DEFAULT-VALUE}).")
  private Duration validity;

  @Override
  public Integer call() {
    System.out.println(Tokens.of(Main.layout()).sign(who.identity(), validity));
    return ExitCode.OK;
  }
}
