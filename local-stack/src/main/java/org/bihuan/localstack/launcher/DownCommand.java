package org.bihuan.localstack.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code ./bihuan down}. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops everything, what a killed stack has left included. Data is kept.")
final class DownCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Supervisor.stopAll(Main.layout(), System.out::println);
    System.out.println("Nothing runs.");
    return ExitCode.OK;
  }
}
