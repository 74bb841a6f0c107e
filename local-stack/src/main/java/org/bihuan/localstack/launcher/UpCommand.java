package org.bihuan.localstack.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.Waiting;
import org.bihuan.localstack.parts.Ports;
import org.bihuan.localstack.parts.ServiceProcess;
import org.bihuan.localstack.parts.Standby;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan up}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Starts everything and prints the addresses; Ctrl-C stops everything. Data is kept in .bihuan/.")
final class UpCommand implements Callable<Integer> {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final Layout layout = Main.layout();
  private final Path supervisorLog = layout.log("supervisor");

  @Option(
      names = {"-d", "--detach"},
      description = "Return when everything is ready and leave it running; 'bihuan down' stops it.")
  private boolean detach;

  @Option(
      names = "--brokers",
      paramLabel = "NUMBER",
      description =
          "1 broker, or 3 that copy from each other (default: as many as at the last start, 1 at the"
              + " first).")
  private Integer brokers;

  @Option(
      names = "--standby",
      arity = "0..1",
      fallbackValue = "SYNCHRONOUS",
      paramLabel = "KIND",
      description =
          "A second PostgreSQL that follows the first: SYNCHRONOUS (default), so that nothing answered"
              + " is lost with the first, or ASYNCHRONOUS. Later starts have one too, SYNCHRONOUS unless told"
              + " otherwise.")
  private Standby standby;

  @Option(
      names = "--supervise",
      hidden = true,
      description = "What --detach runs in the background.")
  private boolean supervise;

  @Override
  public Integer call() {
    int wanted = brokers == null ? Ports.read(layout).brokers().size() : brokers;
    Options.requireBrokers(wanted);
    if (standby == null) {
      standby = Ports.read(layout).databases().size() == 1 ? Standby.NONE : Standby.SYNCHRONOUS;
    }
    Optional<ProcessHandle> live = Supervisor.running(layout);
    if (live.isPresent()) {
      System.out.println("The stack runs already (supervisor " + live.get().pid() + ").");
      Waiting.until(
          () -> Supervisor.hasStarted(layout) || !Supervisor.isRunning(layout), START_LIMIT);
      return report();
    }
    if (detach) {
      superviseInBackground(wanted);
      return report();
    }
    new Supervisor(
            layout,
            options -> options.withBrokers(wanted).withStandby(standby),
            System.out::println)
        .run(
            () -> {
              if (!supervise) {
                report();
                System.out.println("Ctrl-C stops everything.");
              }
            });
    return ExitCode.OK;
  }

  private void superviseInBackground(int wanted) {
    Layout.ensure(layout.logs());
    List<String> command =
        List.of(
            "setsid",
            ServiceProcess.java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-D" + Main.ROOT + "=" + layout.root(),
            "-cp",
            layout.classpath(),
            Main.class.getName(),
            "up",
            "--supervise",
            "--brokers",
            String.valueOf(wanted),
            "--standby",
            standby.name());
    try {
      Process supervisor =
          new ProcessBuilder(command)
              .directory(layout.directory().toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(supervisorLog.toFile())
              .start();
      showStart(supervisor);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the supervisor", e);
    }
  }

  private void showStart(Process supervisor) {
    LogFollower said = LogFollower.fromBegin(supervisorLog);
    Waiting.until(
        () -> {
          said.copyNewTo(System.out);
          return Supervisor.hasStarted(layout) || !supervisor.isAlive();
        },
        START_LIMIT);
    said.copyNewTo(System.out);
  }

  private int report() {
    if (!Supervisor.hasStarted(layout)) {
      System.err.println("The stack did not start. Its logs are in " + layout.logs() + ".");
      return ExitCode.SOFTWARE;
    }
    Stack stack = Stack.attach(layout);
    StackStatus status = StackStatus.of(stack);
    System.out.printf("%n%s%n", status.toTable());
    if (!status.isUp()) {
      System.err.println(
          "Not everything is up: './bihuan logs PART' shows why, './bihuan down' and './bihuan up' start afresh.");
      return ExitCode.SOFTWARE;
    }
    System.out.println(new ConsoleLinks(layout, stack).toText());
    String intake = status.services().get(ServiceName.INTAKE.ordinal()).address();
    System.out.printf(
        """
        API descriptions: %1$s/q/swagger-ui
        A token for any role: ./bihuan token --role SPECIAL_TEAM   ('./bihuan token --help' lists them, and what bounds each)
        A first complaint:

        TOKEN=$(./bihuan token --role CHANNEL_CLERK --channel HOTLINE_12319)
        curl -i %1$s/api/v1/complaints \\
          -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
          -H "Idempotency-Key: first-complaint" \\
          -d '{"channel": "HOTLINE_12319", "text": "台东街道示例路 12 号 3 单元楼顶漏雨, 已一周无人处理"}'

        """,
        intake);
    return ExitCode.OK;
  }
}
