package org.bihuan.acceptance.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Client;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;

/** The smallest demonstration, which sends every kind of request that the whole one sends. */
class DemoTest {

  private static final int AT_ONCE = 8;

  private final Client client = new Client(RunningStack.get());

  @Test
  void a_stack_is_filled_without_a_refusal_and_only_once() throws IOException {
    assertEquals(Demo.Ending.FILLED, demo().fill(Demo.FEWEST_ITEMS));

    long complaints = total("/api/v1/complaints");
    assertEquals(Demo.Ending.ALREADY_FILLED, demo().fill(Demo.FEWEST_ITEMS));
    assertEquals(complaints, total("/api/v1/complaints"));
  }

  private Demo demo() {
    return new Demo(client, AT_ONCE);
  }

  private long total(String list) throws IOException {
    return client.total(People.TEAM, ServiceName.INTAKE, list);
  }
}
