package org.bihuan.acceptance.demo;

import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.OptionRange;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.demo.Demo.Ending;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Fills the running stack with a made-up district, through the API alone: 104 orders with"
          + " 1500 items, meetings, plans, a campaign of 187 points, inspections.",
      "Running it again adds nothing. Ends with 1 when anything was refused or not answered."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final int MOST_AT_ONCE = 64;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "" + DemoPlan.ITEMS,
      description =
          "Items on orders, 40 to 1500 (default: ${DEFAULT-VALUE}); all else shrinks with them.")
  private int items;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "8",
      description = "Requests under way at the same time, 1 to 64 (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Override
  public Integer call() {
    OptionRange.require("--items", items, Demo.FEWEST_ITEMS, DemoPlan.ITEMS);
    OptionRange.require("--concurrency", concurrency, 1, MOST_AT_ONCE);
    Stack stack = Stack.attach(Layout.ofCheckout(ProofStack.root()));
    if (!stack.intake().isReady() || !stack.dispatch().isReady() || !stack.inspection().isReady()) {
      throw new StackFailure("All services must be up: run './bihuan up --detach' first.");
    }
    long begin = System.nanoTime();
    Ending ending = new Demo(new Client(stack), concurrency).fill(items);
    System.out.printf("%s in %.0f s%n", ending, (System.nanoTime() - begin) / 1e9);
    return ending == Ending.INCOMPLETE ? ExitCode.SOFTWARE : ExitCode.OK;
  }
}
