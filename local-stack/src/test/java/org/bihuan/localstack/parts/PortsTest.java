package org.bihuan.localstack.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_taken_port_makes_another_be_used() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int chosen = Ports.preferred(taken.getLocalPort());

      assertNotEquals(taken.getLocalPort(), chosen);
      assertTrue(
          chosen >= 15_000 && chosen < 32_000,
          "not of the range of outgoing connections: " + chosen);
    }
  }

  @Test
  void a_free_port_is_used_as_wished() {
    int free = Ports.free();

    assertEquals(free, Ports.preferred(free));
  }

  @Test
  void ports_are_remembered_for_the_commands_that_follow() {
    Layout layout = TestStacks.empty("ports");
    Ports chosen = Ports.anyFree(1, false);

    chosen.write(layout);

    for (ServiceName service : ServiceName.values()) {
      assertEquals(chosen.of(service.partName()), Ports.read(layout).of(service.partName()));
    }
  }

  @Test
  void before_the_first_start_the_documented_ports_are_assumed() {
    Ports ports = Ports.read(TestStacks.empty("ports"));

    assertEquals(8081, ports.of("intake"));
    assertEquals(5432, ports.of("postgres"));
  }

  @Test
  void a_part_that_an_earlier_version_did_not_have_has_its_documented_port() throws IOException {
    Layout layout = TestStacks.empty("ports");
    Layout.ensure(layout.directory());
    Files.writeString(layout.ports(), "{\"intake\": 18081}");

    assertEquals(18081, Ports.read(layout).of("intake"));
    assertEquals(8084, Ports.read(layout).of("login"));
  }

  @Test
  void three_brokers_are_known_by_the_ports_of_the_last_start() {
    Layout layout = TestStacks.empty("ports");

    Ports.anyFree(3, false).write(layout);

    assertEquals(List.of("kafka-1", "kafka-2", "kafka-3"), Ports.read(layout).brokers());
  }

  @Test
  void one_broker_keeps_its_name_in_a_file_of_an_earlier_version() throws IOException {
    Layout layout = TestStacks.empty("ports");
    Layout.ensure(layout.directory());
    Files.writeString(layout.ports(), "{\"kafka\": 19092, \"kafka-controller\": 19093}");

    assertEquals(List.of("kafka"), Ports.read(layout).brokers());
    assertEquals(19093, Ports.read(layout).of(Ports.controllerOf("kafka")));
  }
}
