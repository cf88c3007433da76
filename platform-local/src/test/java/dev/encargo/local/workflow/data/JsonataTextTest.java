package dev.encargo.local.workflow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataTextTest {
    private static JsonNode template(String expression) {
        return Json.text("{% " + expression + " %}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$$",
                "$.a",
                "$$.a",
                "$[0]",
                "1 + $",
                "($x := 1; $)",
                "{'a': $}",
                "[$, 1]",
                "$sum($)",
                "$states.input.a = 1 and $ = 2",
                "$states.input.a ~> $join($)",
                "true ? $ : 1",
                "$states.input.a & $.b",
                "/* $states */ $",
                "$contains('a', /a/) and $$.b",
                "name",
                "name.first",
                "`a name`",
                "items[n > 1]",
                "$states.input.n > n",
                "{'a': name}",
                "$count(items)",
                "and and or"
            })
    void what_refers_to_a_context_where_there_is_none_is_refused(String expression) {
        assertThatThrownBy(() -> Jsonata.compile(template(expression), "f"))
                .isInstanceOf(SyntaxProblem.class)
                .hasMessageContaining("where it means nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'$'",
                "\"it costs $ 5, or $$ 'five'\"",
                "\"a\\\"$\"",
                "$states.input.`a $`",
                "null",
                "true and false or 1e3 < 2.5",
                "[1..$states.input.n].($ * 2)",
                "$count($states.input.items[n in [1, 2] and m]) in [3]",
                "($f := λ($x){ $x.and }; $f($states.input))",
                "$states.input.items.a.b[c].d^(e, >f){g: h}",
                "$map($states.input.items, function($v, $i){ {'n': name, 'i': $i} })",
                "$states.input.`$`",
                "$states.input[$ > 1]",
                "$states.input.items[$.n > 1].n",
                "$states.input.items.($ + 1)",
                "$states.input.items.$",
                "$states.input.items.$string($)",
                "$states.input.items.{'a': $}",
                "$states.input.items.[$, 1]",
                "$states.input.items{n: $sum($.v)}",
                "$states.input.items^($.n)",
                "$states.input.items^(>$)[0]",
                "$states.input.items.a.$uppercase($) ~> $join('-')",
                "$states.input ~> |$|{'a': $.b}|",
                "$map([1,2], function($v){ $ })",
                "$map([1,2], function($v)<n:n>{ $ })",
                "$states.input.items@$i.($ & $i)",
                "$states.input.s ~> /\\$x\\/$/",
                "$contains($states.input.s, /a$/)",
                "1 /* $ and $$ */ + 2"
            })
    void where_there_is_a_context_or_none_is_meant_it_is_accepted(String expression) {
        assertThatCode(() -> Jsonata.compile(template(expression), "f")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'see $states.result'",
                "'a' & /* $states.result */ 'b'",
                "$states.input.`$states.result`",
                "$states.input.states.result"
            })
    void a_part_that_is_only_written_about_is_not_asked_for(String expression) {
        assertThatCode(() -> Jsonata.requireParts(template(expression), Set.of("input")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$states.result", "$states . result", "$states.`result`.a", "($x := [$states.result])"})
    void a_part_that_is_asked_for_must_exist(String expression) {
        assertThatThrownBy(() -> Jsonata.requireParts(template(expression), Set.of("input")))
                .isInstanceOf(SyntaxProblem.class)
                .hasMessageContaining("'$states.result'");
    }

    @Test
    void it_knows_the_variables_and_functions_of_an_expression() {
        assertThat(JsonataText.of("$größe + $sum($x1.y) & '$z'").variables()).containsExactly("größe", "sum", "x1");
    }
}
