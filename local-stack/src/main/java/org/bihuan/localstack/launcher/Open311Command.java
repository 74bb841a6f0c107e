package org.bihuan.localstack.launcher;

import java.time.DateTimeException;
import java.util.concurrent.Callable;
import org.bihuan.localstack.open311.Assertion;
import org.bihuan.localstack.open311.Endpoint;
import org.bihuan.localstack.open311.GeoReportSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan open311}: holds an endpoint against GeoReport v2. */
@Command(
    name = "open311",
    mixinStandardHelpOptions = true,
    description = "Holds an endpoint of Open311 against GeoReport v2, in XML and JSON.")
final class Open311Command implements Callable<Integer> {

  @Option(
      names = "--endpoint",
      defaultValue = "http://localhost:8081/open311/v2",
      paramLabel = "URL",
      description = "What stands before the names of the methods (default: ${DEFAULT-VALUE}).")
  private String endpoint;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description =
          "Lets it report: some dozens of service requests are made. Without one, what needs a key"
              + " is left out.")
  private String key;

  @Override
  public Integer call() {
    int failed = 0;
    int passed = 0;
    for (Endpoint.Form form : Endpoint.Form.values()) {
      Endpoint asked = new Endpoint(endpoint, form, key);
      for (Assertion assertion : GeoReportSuite.assertions()) {
        if (assertion.needsKey() && key == null) {
          System.out.printf("left out  %s  %s%n", form, assertion);
        } else if (holds(assertion, asked, form)) {
          passed++;
        } else {
          failed++;
        }
      }
    }
    System.out.printf("passed=%d failed=%d%n", passed, failed);
    return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static boolean holds(Assertion assertion, Endpoint asked, Endpoint.Form form) {
    try {
      assertion.check().at(asked);
      System.out.printf("passed    %s  %s%n", form, assertion);
      return true;
    } catch (AssertionError | DateTimeException violated) {
      System.out.printf("FAILED    %s  %s%n          %s%n", form, assertion, violated.getMessage());
      return false;
    }
  }
}
