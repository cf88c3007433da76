package dev.encargo.local.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.encargo.local.queue.MessageQueue.Depth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MessageQueueTest {
    @TempDir
    Path folder;

    private QueueHost host;

    @BeforeEach
    void start() {
        host = QueueHost.in(folder);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private MessageQueue work() {
        return host.queue("work");
    }

    private MessageQueue dead() {
        return host.queue("dead-work");
    }

    private List<String> taken(int max) {
        return host.take("work", max).stream().map(Message::body).toList();
    }

    @Nested
    class Taking {
        @Test
        void gives_the_oldest_first_and_no_more_than_asked_for() {
            host.send("work", "1", "2", "3", "4");
            assertThat(taken(3)).containsExactly("1", "2", "3");
            assertThat(taken(3)).containsExactly("4");
        }

        @Test
        void gives_a_message_to_one_taker_until_its_visibility_ends() {
            host.send("work", "1");
            assertThat(taken(1)).containsExactly("1");
            host.forward(Duration.ofSeconds(59));
            assertThat(work().idle()).isTrue();
            host.forward(Duration.ofSeconds(1));
            assertThat(host.take("work", 1))
                    .extracting(Message::body, Message::receives)
                    .containsExactly(tuple("1", 2));
        }

        @Test
        void gives_no_more_bytes_than_a_call_of_a_function_carries() {
            String large = "x".repeat(1_000_000);
            host.send("large", large, large, large, large, large, large, large, large);
            List<Message> first = host.take("large", 10);
            List<Message> second = host.take("large", 10);
            assertThat(first).hasSize(6);
            assertThat(second).hasSize(2);
            assertThat(QueueEvent.of(host.queue("large").resource(), first)).hasSizeLessThanOrEqualTo(6 * 1024 * 1024);
        }

        @Test
        void counts_what_escaping_adds_to_a_call() {
            String quotes = "\"".repeat(1_000_000);
            String signs = "\u20ac\u00f1".repeat(170_000);
            host.send("large", quotes, signs, quotes, signs, quotes, signs);
            List<Message> first = host.take("large", 10);
            assertThat(first).hasSizeBetween(3, 5);
            assertThat(QueueEvent.of(host.queue("large").resource(), first)).hasSizeLessThanOrEqualTo(6 * 1024 * 1024);
        }

        @Test
        void keeps_up_with_more_messages_than_it_holds_in_memory() {
            String[] many =
                    IntStream.range(0, 4_500).mapToObj(Integer::toString).toArray(String[]::new);
            host.send("work", many);
            List<String> all = new ArrayList<>();
            while (!work().idle()) {
                List<Message> batch = host.take("work", 100);
                all.addAll(batch.stream().map(Message::body).toList());
                work().delete(batch);
            }
            assertThat(all).containsExactly(many);
        }
    }

    @Nested
    class Sending {
        @Test
        void keeps_a_delayed_message_back_in_business_time() {
            host.send("later", "1");
            assertThat(host.queue("later").idle()).isTrue();
            assertThat(host.queue("later").depth()).isEqualTo(new Depth(0, 0, 1));
            host.forward(Duration.ofSeconds(29));
            assertThat(host.queue("later").idle()).isTrue();
            host.forward(Duration.ofSeconds(1));
            assertThat(host.queue("later").depth()).isEqualTo(new Depth(1, 0, 0));
            assertThat(host.take("later", 1)).hasSize(1);
        }

        @Test
        @DisplayName("F19: refuses what is larger than the queue takes, and says how large it is")
        void refuses_what_is_too_large() {
            assertThatThrownBy(() -> work().send("ñ".repeat(600), null))
                    .isInstanceOf(MessageTooLarge.class)
                    .hasMessageContaining("1200 bytes")
                    .hasMessageContaining("1024");
            assertThat(work().depth()).isEqualTo(new Depth(0, 0, 0));
        }
    }

    @Nested
    class Ending {
        @Test
        void a_handled_message_is_gone() {
            host.send("work", "1", "2");
            work().delete(host.take("work", 1));
            host.settle();
            assertThat(work().depth()).isEqualTo(new Depth(1, 0, 0));
            assertThat(work().peek(10)).extracting(Message::body).containsExactly("2");
            host.forward(Duration.ofMinutes(5));
            assertThat(taken(10)).containsExactly("2");
        }

        @Test
        @DisplayName("F29: a message that was handled after its visibility had ended is not handed out any more")
        void late_handling_ends_a_message_too() {
            host.send("work", "1");
            List<Message> late = host.take("work", 1);
            host.forward(Duration.ofSeconds(61));
            work().delete(late);
            host.settle();
            assertThat(work().idle()).isTrue();
            assertThat(work().depth()).isEqualTo(new Depth(0, 0, 0));
        }

        @Test
        void depth_tells_apart_what_waits_what_is_worked_on_and_what_is_delayed() {
            host.send("work", "1", "2", "3");
            host.take("work", 1);
            assertThat(work().depth()).isEqualTo(new Depth(2, 1, 0));
        }
    }

    @Nested
    class DeadLetters {
        @Test
        @DisplayName("F26: a message that failed as often as declared is in the dead letters, with cause and queue")
        void get_what_failed_too_often() {
            host.send("work", "poison", "good");
            for (int receive = 1; receive <= 3; receive++) {
                List<Message> batch = host.take("work", 10);
                assertThat(batch).extracting(Message::receives).contains(receive);
                work().failed(
                                batch.stream()
                                        .filter(m -> m.body().equals("poison"))
                                        .toList(),
                                "cannot: " + receive);
                work().delete(batch.stream()
                        .filter(m -> m.body().equals("good"))
                        .toList());
                host.forward(Duration.ofSeconds(60));
            }
            assertThat(host.takeNow("work", 10)).isEmpty();
            host.settle();
            assertThat(work().peek(10)).isEmpty();
            Message letter = dead().peek(10).getFirst();
            assertThat(letter.body()).isEqualTo("poison");
            assertThat(letter.error()).isEqualTo("cannot: 3");
            assertThat(letter.receives()).isZero();
            assertThat(Attributes.read(letter.attributes()))
                    .containsEntry("DeadLetterQueueSourceArn", work().resource().arn());
        }

        @Test
        void are_not_reached_by_a_queue_that_declares_none() {
            host.send("later", "1");
            for (int receive = 1; receive <= 20; receive++) {
                host.forward(Duration.ofSeconds(60));
                assertThat(host.take("later", 1)).extracting(Message::receives).containsExactly(receive);
            }
        }
    }

    @Nested
    class Redriving {
        private List<Long> letters(int count) {
            String[] bodies =
                    IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
            for (String body : bodies) {
                host.write(dead().sendFailed(body, Map.of("ERROR_CODE", "X"), "broken"));
            }
            return dead().peek(100).stream().map(Message::id).toList();
        }

        @Test
        @DisplayName("F30: messages go back as if sent anew")
        void sends_anew() {
            List<Long> ids = letters(3);
            assertThat(dead().redrive(work(), ids.subList(0, 2))).isEqualTo(2);
            assertThat(dead().peek(10)).extracting(Message::body).containsExactly("2");
            List<Message> back = host.take("work", 10);
            assertThat(back).extracting(Message::body).containsExactly("0", "1");
            assertThat(back).allSatisfy(message -> {
                assertThat(message.receives()).isEqualTo(1);
                assertThat(message.error()).isNull();
                assertThat(Attributes.read(message.attributes())).containsEntry("ERROR_CODE", "X");
            });
        }

        @Test
        @DisplayName("F30: what was moved already is not moved again")
        void is_resumable() {
            List<Long> ids = letters(2);
            assertThat(dead().redrive(work(), ids)).isEqualTo(2);
            assertThat(dead().redrive(work(), ids)).isZero();
            assertThat(taken(10)).hasSize(2);
        }

        @Test
        void moves_nothing_of_another_queue() {
            List<Long> ids = letters(1);
            assertThat(host.queue("later").redrive(work(), ids)).isZero();
            assertThat(dead().depth()).isEqualTo(new Depth(1, 0, 0));
        }
    }

    @Nested
    class Purging {
        private List<Long> ids(String queue) {
            return host.queue(queue).peek(100).stream().map(Message::id).toList();
        }

        @Test
        void deletes_what_waits() {
            host.send("work", "1", "2", "3");
            assertThat(work().purge(ids("work").subList(0, 2))).isEqualTo(2);
            assertThat(taken(10)).containsExactly("3");
        }

        @Test
        void deletes_what_is_in_flight_or_delayed_and_counts_it_no_more() {
            host.send("work", "1");
            host.send("later", "1");
            host.take("work", 1);
            assertThat(work().purge(ids("work"))).isEqualTo(1);
            assertThat(host.queue("later").purge(ids("later"))).isEqualTo(1);
            assertThat(work().depth()).isEqualTo(new Depth(0, 0, 0));
            assertThat(host.queue("later").depth()).isEqualTo(new Depth(0, 0, 0));
            host.forward(Duration.ofMinutes(5));
            assertThat(work().idle()).isTrue();
            assertThat(host.queue("later").idle()).isTrue();
        }

        @Test
        void leaves_other_queues_alone() {
            host.send("work", "1");
            assertThat(dead().purge(ids("work"))).isZero();
            assertThat(taken(1)).containsExactly("1");
        }
    }

    @Test
    void peeking_receives_nothing() {
        host.send("work", "1", "2", "3");
        assertThat(work().peek(2)).extracting(Message::body).containsExactly("1", "2");
        assertThat(work().depth()).isEqualTo(new Depth(3, 0, 0));
        assertThat(host.take("work", 1)).extracting(Message::receives).containsExactly(1);
    }

    @Nested
    class Restarting {
        private void kill() {
            host = host.killed();
        }

        @Test
        void shows_what_waited_and_what_was_in_flight_at_once() {
            host.send("work", "1", "2");
            host.take("work", 1);
            kill();
            assertThat(work().depth()).isEqualTo(new Depth(2, 0, 0));
            assertThat(taken(10)).containsExactly("1", "2");
        }

        @Test
        void keeps_a_delay() {
            host.send("later", "1");
            kill();
            assertThat(host.queue("later").idle()).isTrue();
            host.forward(Duration.ofSeconds(30));
            assertThat(host.take("later", 1)).hasSize(1);
        }

        @Test
        void counts_the_receive_that_was_under_way() {
            host.send("work", "1", "2");
            host.take("work", 1);
            kill();
            assertThat(host.take("work", 10))
                    .extracting(Message::body, Message::receives)
                    .containsExactly(tuple("1", 2), tuple("2", 1));
        }

        @Test
        @DisplayName("F26: a message that kills every process that handles it ends in the dead letters")
        void buries_what_kills() {
            host.send("work", "deadly");
            for (int life = 1; life <= 3; life++) {
                assertThat(taken(1)).containsExactly("deadly");
                kill();
            }
            assertThat(host.takeNow("work", 1)).isEmpty();
            host.settle();
            assertThat(dead().peek(10)).singleElement().satisfies(letter -> {
                assertThat(letter.body()).isEqualTo("deadly");
                assertThat(letter.error()).isEqualTo("the host ended while the message was handled");
            });
        }

        @Test
        void counts_nothing_for_what_was_handled() {
            host.send("work", "1");
            work().delete(host.take("work", 1));
            host.settle();
            host.send("work", "2");
            kill();
            assertThat(host.take("work", 10))
                    .extracting(Message::body, Message::receives)
                    .containsExactly(tuple("2", 1));
        }

        @Test
        void writes_no_row_and_makes_no_commit_for_a_receive() {
            host.send("work", "1", "2");
            long commits = host.commits();
            host.take("work", 2);
            host.settle();
            assertThat(host.commits()).isEqualTo(commits);
        }
    }
}
