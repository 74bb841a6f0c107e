package org.bihuan.acceptance.chaos;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * An agent in a service's virtual machine that takes away things on which a promise rests. The
 * advice is copied into the service's own methods, so it may name nothing but Java itself.
 */
public final class Sabotage {

  private Sabotage() {}

  /** What can be taken away. */
  enum Target {
    /** Every event counts as new. */
    INBOX("org.bihuan.kit.inbox.InboxTable", "remember", 1, EverythingIsNew.class),
    /** Kafka hears that a batch is applied before the database has it. */
    OFFSETS_AFTER_THE_DATABASE("org.bihuan.kit.inbox.InboxLoop", "applied", 2, OffsetsFirst.class),
    /** Every copy believes that it alone publishes. */
    RELAY_LOCK("org.bihuan.kit.outbox.OutboxRelay", "isLeader", 1, Yes.class),
    /** The broker takes every copy for another writer, and shuts none out. */
    RELAY_FENCE("org.bihuan.kit.outbox.EventProducer", "transactionalId", 0, NameOfItsOwn.class),
    /** Any role may ask for everything. */
    ROLES(
        "io.quarkus.security.runtime.interceptor.check.RolesAllowedCheck",
        "apply",
        3,
        Nothing.class);

    private final String type;
    private final String method;
    private final int arguments;
    private final Class<?> advice;

    Target(String type, String method, int arguments, Class<?> advice) {
      this.type = type;
      this.method = method;
      this.arguments = arguments;
      this.advice = advice;
    }
  }

  /** Called by the virtual machine; {@code targets} names each {@link Target}, joined by a plus. */
  public static void premain(String targets, Instrumentation instrumentation) {
    for (String target : targets.split("\\+")) {
      takeAway(Target.valueOf(target), instrumentation);
    }
  }

  private static void takeAway(Target wanted, Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .type(named(wanted.type))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(wanted.advice)
                        .on(named(wanted.method).and(takesArguments(wanted.arguments)))))
        .installOn(instrumentation);
  }

  private static final class EverythingIsNew {
    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) Collection<?> ids, @Advice.Return(readOnly = false) Set<?> fresh) {
      fresh = new HashSet<>(ids);
    }
  }

  private static final class OffsetsFirst {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object consumer)
        throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
      consumer.getClass().getMethod("commitSync").invoke(consumer);
    }
  }

  private static final class Yes {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) boolean answer) {
      answer = true;
    }
  }

  private static final class NameOfItsOwn {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) String name) {
      name = name + ProcessHandle.current().pid();
    }
  }

  private static final class Nothing {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter() {
      return true;
    }
  }
}
