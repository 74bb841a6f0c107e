package org.bihuan.localstack.launcher;

import java.util.concurrent.Callable;
import org.bihuan.localstack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code ./bihuan link}. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description =
        "Prints a link that logs somebody in to the console of this stack, once and within 12 hours.")
final class LinkCommand implements Callable<Integer> {

  @Mixin private IdentityOptions who;

  @Override
  public Integer call() {
    System.out.println(Stack.attach(Main.layout()).loginLink(who.identity()));
    return ExitCode.OK;
  }
}
