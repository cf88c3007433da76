package dev.encargo.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":[{"numeric":[">",10000]}]}                    | {"a":4380}         | a: 4380 is not > 10000
            {"a":[{"numeric":[">",0,"<=",5]}]}                 | {"a":7}            | a: 7 is not > 0 and <= 5
            {"a":[{"numeric":["=",1]}]}                        | {"a":"1"}          | a: "1" is not = 1
            {"a":["x"]}                                        | {"a":"y"}          | a: "y" is not "x"
            {"a":["x","z",3,null]}                             | {"a":"y"}          | a: "y" is not one of: "x", "z", 3, null
            {"a":["x"]}                                        | {"b":1}            | a: is missing, wanted "x"
            {"a":["x"]}                                        | {"a":{"b":1}}      | a: is an object, wanted "x"
            {"a":["x"]}                                        | {"a":[]}           | a: is an empty list, wanted "x"
            {"a":["x"]}                                        | {"a":["y","z"]}    | a: none of "y", "z" is "x"
            {"a":[{"prefix":"x"}]}                             | {"a":"y"}          | a: "y" is not a text that begins with "x"
            {"a":[{"prefix":{"equals-ignore-case":"x"}}]}      | {"a":"y"}          | a: "y" is not a text that begins with "x" (ignoring case)
            {"a":[{"suffix":"x"}]}                             | {"a":"y"}          | a: "y" is not a text that ends with "x"
            {"a":[{"suffix":{"equals-ignore-case":"x"}}]}      | {"a":"y"}          | a: "y" is not a text that ends with "x" (ignoring case)
            {"a":[{"wildcard":"x*"}]}                          | {"a":"y"}          | a: "y" is not a text like "x*"
            {"a":[{"equals-ignore-case":"X"}]}                 | {"a":"y"}          | a: "y" is not "X" (ignoring case)
            {"a":[{"cidr":"10.0.0.0/8"}]}                      | {"a":"11.0.0.1"}   | a: "11.0.0.1" is not an address in 10.0.0.0/8
            {"a":[{"anything-but":"x"}]}                       | {"a":"x"}          | a: "x" is not anything but "x"
            {"a":[{"anything-but":["x","y"]}]}                 | {"a":"x"}          | a: "x" is not anything but "x", "y"
            {"a":[{"anything-but":{"prefix":["x","y"]}}]}      | {"a":"xx"}         | a: "xx" is not anything but a text that begins with "x" or a text that begins with "y"
            {"a":[{"anything-but":{"equals-ignore-case":"X"}}]}| {"a":"x"}          | a: "x" is not anything but "X" (ignoring case)
            {"a":[{"exists":true}]}                            | {"b":1}            | a: is missing, wanted present
            {"a":[{"exists":false}]}                           | {"a":1}            | a: 1 is there and should be absent
            {"d":{"a":[1],"b":[2]}}                            | {"d":{"a":1,"b":3}}| d.b: 3 is not 2
            {"d":{"b":[1],"a":[2]}}                            | {"d":{"a":9,"b":9}}| d.b: 9 is not 1
            """)
    void the_first_failed_field_is_told_in_a_sentence(String pattern, String event, String sentence) {
        assertThat(Why.not(EventPattern.of(pattern), event))
                .map(Mismatch::sentence)
                .contains(sentence);
    }

    @Test
    void an_event_that_matches_has_no_mismatch() {
        assertThat(Why.not(EventPattern.of("{\"a\":[1]}"), "{\"a\":1.0}")).isEmpty();
    }

    @Test
    void fields_of_one_list_must_match_in_the_same_element() {
        EventPattern pattern = EventPattern.of("{\"l\":{\"a\":[1],\"b\":[2]}}");
        Mismatch mismatch = Why.not(pattern, "{\"l\":[{\"a\":1,\"b\":1},{\"a\":2,\"b\":2}]}")
                .orElseThrow();
        assertThat(mismatch.path()).isEqualTo("l.b");
        assertThat(mismatch.actual()).containsExactly("1", "2");
        assertThat(mismatch.wanted()).isEqualTo("[2]");
        assertThat(mismatch.sentence()).isEqualTo("l.b: 1, 2 matches, but not in the same list element as l.a");
    }

    @Test
    void a_choice_fails_with_each_of_its_alternatives() {
        EventPattern pattern =
                EventPattern.of("{\"s\":[\"x\"],\"d\":{\"$or\":[{\"a\":[1]},{\"b\":[{\"exists\":true}]}]},\"z\":[1]}");
        assertThat(Why.not(pattern, "{\"s\":\"x\",\"d\":{\"a\":2},\"z\":2}").orElseThrow())
                .returns("d.$or", Mismatch::path)
                .returns(
                        "d.$or: no alternative holds: d.a: 2 is not 1; d.b: is missing, wanted present",
                        Mismatch::sentence);
        assertThat(Why.not(pattern, "{\"s\":\"y\",\"d\":{\"a\":2}}")
                        .orElseThrow()
                        .path())
                .isEqualTo("s");
        assertThat(Why.not(pattern, "{\"s\":\"x\",\"d\":{\"a\":1},\"z\":2}")
                        .orElseThrow()
                        .sentence())
                .isEqualTo("z: 2 is not 1");
    }
}
