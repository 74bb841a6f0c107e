package org.bihuan.localstack;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Broker;
import org.bihuan.localstack.parts.Standby;

/**
 * How a stack is started.
 *
 * @param usualPorts true: the documented port of each part where it is free; false: any free ports,
 *     so that stacks can run side by side
 * @param javaOptions options of the services' virtual machines, the heap among them
 * @param serviceEnvironment variables for every service, over the ones the stack sets itself
 * @param brokers how many brokers, 1 or {@link Broker#CLUSTER}
 * @param brokerSettings settings of every broker, over the ones it has by itself
 * @param standby whether PostgreSQL has a second server
 * @param detours ports that lead to others, by the names that {@link
 *     org.bihuan.localstack.parts.Ports} has for those; for what stands between parts in a test of
 *     faults
 * @param progress is told, in one line each, what the start and the stop are doing
 */
public record Options(
    boolean usualPorts,
    List<String> javaOptions,
    Map<String, String> serviceEnvironment,
    int brokers,
    Map<String, String> brokerSettings,
    Standby standby,
    Map<String, Integer> detours,
    Consumer<String> progress) {

  /** Without a beginning, Java takes the whole heap at once on a machine with much memory. */
  private static final List<String> USUAL_JAVA_OPTIONS = List.of("-Xms64m", "-Xmx192m");

  /**
   * Without the second compiler a start takes half the work; the speed it would bring comes late.
   */
  private static final List<String> SHORT_LIFE =
      List.of("-Xms64m", "-Xmx192m", "-XX:TieredStopAtLevel=1");

  public Options {
    javaOptions = List.copyOf(javaOptions);
    serviceEnvironment = Map.copyOf(serviceEnvironment);
    brokerSettings = Map.copyOf(brokerSettings);
    detours = Map.copyOf(detours);
  }

  /** As {@code ./bihuan up} starts it. */
  public static Options usual(Consumer<String> progress) {
    return new Options(
        true, USUAL_JAVA_OPTIONS, Map.of(), 1, Map.of(), Standby.NONE, Map.of(), progress);
  }

  /** Beside whatever else runs, and silent. */
  public static Options besideOthers() {
    return new Options(
        false, USUAL_JAVA_OPTIONS, Map.of(), 1, Map.of(), Standby.NONE, Map.of(), line -> {});
  }

  /** The same for services that are started often and measured never. */
  public Options forShortLives() {
    return withJavaOptions(SHORT_LIFE);
  }

  public Options withJavaOptions(List<String> options) {
    return new Options(
        usualPorts,
        options,
        serviceEnvironment,
        brokers,
        brokerSettings,
        standby,
        detours,
        progress);
  }

  public Options withServiceEnvironment(Map<String, String> environment) {
    return new Options(
        usualPorts, javaOptions, environment, brokers, brokerSettings, standby, detours, progress);
  }

  /**
   * Two brokers would stop when either is lost, so there is one or a cluster of three (ADR 0061).
   *
   * @throws StackFailure when it is neither 1 nor {@link Broker#CLUSTER}
   */
  public static void requireBrokers(int number) {
    if (number != 1 && number != Broker.CLUSTER) {
      throw new StackFailure("--brokers is 1 or " + Broker.CLUSTER + ", not " + number + ".");
    }
  }

  public Options withBrokers(int number) {
    return withBrokers(number, brokerSettings);
  }

  /**
   * @throws StackFailure as {@link #requireBrokers}
   */
  public Options withBrokers(int number, Map<String, String> settings) {
    requireBrokers(number);
    return new Options(
        usualPorts, javaOptions, serviceEnvironment, number, settings, standby, detours, progress);
  }

  public Options withStandby(Standby wanted) {
    return new Options(
        usualPorts,
        javaOptions,
        serviceEnvironment,
        brokers,
        brokerSettings,
        wanted,
        detours,
        progress);
  }

  /**
   * {@code ports} by the names of those they lead to: of PostgreSQL and of the brokers, the parts
   * that have clients.
   */
  public Options withDetours(Map<String, Integer> ports) {
    return new Options(
        usualPorts,
        javaOptions,
        serviceEnvironment,
        brokers,
        brokerSettings,
        standby,
        ports,
        progress);
  }

  /** Where clients reach a part. */
  int portForClients(String part, int own) {
    return detours.getOrDefault(part, own);
  }
}
