package dev.encargo.local.workflow.data;

import static dev.encargo.local.workflow.Running.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {
    private static final String INPUT =
            "{'a':{'b':[10,20,30],'c d':1,'n':null},'list':[{'x':1,'y':'p'},{'x':2,'y':'q'}],'é':5}";

    private static Scope scope(String input) {
        return new Scope(
                json(input),
                () -> json("{'Execution':{'Name':'run'}}"),
                (com.fasterxml.jackson.databind.node.ObjectNode) json("{'who':{'id':'me'}}"),
                null,
                new Chance(1),
                Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            $.a.b | [10,20,30]
            $.a.b[1] | 20
            $['a']['c d'] | 1
            $.a.['c d'] | 1
            $.a.n | null
            $.a.b[-1] | 30
            $.a.b[0:2] | [10,20]
            $.a.b[0,2] | [10,30]
            $.list[*].x | [1,2]
            $..y | ['p','q']
            $.list[?(@.x > 1)].y | ['q']
            $.list[?(@.x > 9)].y | []
            $.list[?(@.y == 'p')].x | [1]
            $.list.length() | 2
            $.é | 5
            $$.Execution.Name | "run"
            $who.id | "me"
            $who | {'id':'me'}
            """)
    void it_finds(String path, String expected) {
        String wanted = expected.matches("[a-z]+") && !expected.equals("null") ? '"' + expected + '"' : expected;
        assertThat(Path.compile(path, "f").evaluate(scope(INPUT))).isEqualTo(json(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.nope", "$.a.b[9]", "$.a.b.c", "$.list.x", "$.a.n.m", "$nobody", "$$.Nope"})
    void what_it_does_not_find_is_a_runtime_error(String path) {
        assertThatThrownBy(() -> Path.compile(path, "f").evaluate(scope(INPUT)))
                .isInstanceOfSatisfying(
                        StatesError.class, e -> assertThat(e.error()).isEqualTo("States.Runtime"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.store\\.book | {"store.book":1}
            $.\\stor\\e.boo\\k | {"store":{"book":1}}
            $.foo.\\.bar | {"foo":{".bar":1}}
            $.foo\\@bar.baz\\[\\[.\\?pretty | {"foo@bar":{"baz[[":{"?pretty":1}}}
            $.&Ж中.\uD800\uDF46 | {"&Ж中":{"\uD800\uDF46":1}}
            $.a\\ b[0] | {"a b":[1]}
            """)
    void a_backslash_escapes_the_next_character_of_a_name(String path, String input) {
        assertThat(Path.reference(path, "f").evaluate(scope(input))).isEqualTo(json("1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.store\\.book[*] | {"store.book":[1,2]} | [1,2]
            $..\\stor\\e[*] | {"a":{"store":[1,2]}} | [1,2]
            $.it\\'s[*].\\@x | {"it's":[{"@x":1},{"@x":2}]} | [1,2]
            """)
    void escapes_are_known_to_paths_that_find_several_nodes_too(String path, String input, String expected) {
        assertThat(Path.compile(path, "f").evaluate(scope(input))).isEqualTo(json(expected));
    }

    @Test
    void a_variable_may_have_any_letters() {
        Scope scope = new Scope(
                json("{}"),
                () -> json("{}"),
                (com.fasterxml.jackson.databind.node.ObjectNode) json("{'größe':{'名':1}}"),
                null,
                new Chance(1),
                Instant.EPOCH);
        assertThat(Path.compile("$größe.名", "f").evaluate(scope)).isEqualTo(json("1"));
    }

    @Test
    void the_cause_names_path_field_and_input() {
        assertThatThrownBy(() -> Path.compile("$.x", "InputPath").evaluate(scope("{'a':1}")))
                .isInstanceOfSatisfying(
                        StatesError.class,
                        e -> assertThat(e.cause())
                                .isEqualTo(
                                        "The JSONPath '$.x' specified for the field 'InputPath' could not be found in"
                                                + " the input '{\"a\":1}'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "", "$.a[", "$.", "$.a..", "$$x", "$.a[?(@.x", "$a b", "$.a['x]", "$.a\\"})
    void what_is_no_path_is_refused(String text) {
        assertThatThrownBy(() -> Path.compile(text, "f")).isInstanceOf(SyntaxProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.a[*]", "$..a", "$.a[0:1]", "$.a[0,1]", "$.a[?(@.x)]", "$.a.length()"})
    void a_reference_path_names_one_node(String text) {
        assertThatThrownBy(() -> Path.reference(text, "f")).isInstanceOf(SyntaxProblem.class);
    }
}
