package dev.encargo.local.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # numbers are equal by value, never to texts
            {"a":[1]}                                          | {"a":1.0}                    | true
            {"a":[1.0]}                                        | {"a":1}                      | true
            {"a":[100]}                                        | {"a":1e2}                    | true
            {"a":[0]}                                          | {"a":-0.0}                   | true
            {"a":[1]}                                          | {"a":"1"}                    | false
            {"a":["1"]}                                        | {"a":1}                      | false
            {"a":[123456789012345678]}                         | {"a":123456789012345678}     | true
            {"a":[123456789012345678]}                         | {"a":123456789012345679}     | false
            {"a":[10000000000]}                                | {"a":10000000000}            | true
            {"numeric":[10000000000]}                          | {"numeric":10000000000}      | true
            # null, booleans, empty text
            {"a":[null]}                                       | {"a":null}                   | true
            {"a":[null]}                                       | {"b":1}                      | false
            {"a":[null]}                                       | {"a":"null"}                 | false
            {"a":[true]}                                       | {"a":true}                   | true
            {"a":[true]}                                       | {"a":"true"}                 | false
            {"a":[""]}                                         | {"a":""}                     | true
            {"a":["x","x"]}                                    | {"a":"x"}                    | true
            {"a":["X"]}                                        | {"a":"x"}                    | false
            {"A":["x"]}                                        | {"a":"x"}                    | false
            # texts
            {"a":["\\u00e9"]}                                  | {"a":"é"}                    | true
            {"a":["😀"]}                                       | {"a":"\\ud83d\\ude00"}       | true
            {"a":[{"prefix":"x"}]}                             | {"a":"xy"}                   | true
            {"a":[{"prefix":""}]}                              | {"a":"y"}                    | true
            {"a":[{"prefix":"1"}]}                             | {"a":12}                     | false
            {"a":[{"prefix":{"equals-ignore-case":"EVENTB"}}]} | {"a":"eventBridge"}          | true
            {"a":[{"suffix":".png"}]}                          | {"a":"x.png"}                | true
            {"a":[{"suffix":{"equals-ignore-case":".PNG"}}]}   | {"a":"x.png"}                | true
            {"a":[{"equals-ignore-case":"ÄB"}]}                | {"a":"äb"}                   | true
            {"a":[{"equals-ignore-case":""}]}                  | {"a":""}                     | true
            {"a":[{"wildcard":"x*z"}]}                         | {"a":"xyyz"}                 | true
            {"a":[{"wildcard":"x*z"}]}                         | {"a":"xyy"}                  | false
            {"a":[{"wildcard":"x\\\\*z"}]}                     | {"a":"x*z"}                  | true
            {"a":[{"wildcard":"x\\\\*z"}]}                     | {"a":"xyz"}                  | false
            # numbers in ranges
            {"a":[{"numeric":[">",0,"<=",5]}]}                 | {"a":5}                      | true
            {"a":[{"numeric":[">",0,"<=",5]}]}                 | {"a":0}                      | false
            {"a":[{"numeric":["=",3.018e2]}]}                  | {"a":301.8}                  | true
            {"a":[{"numeric":["<",10]}]}                       | {"a":"5"}                    | false
            {"a":[{"numeric":["<",10]}]}                       | {"a":null}                   | false
            {"a":[{"numeric":[">=",-5000000000]}]}             | {"a":-5000000000}            | true
            {"a":[{"numeric":[">",0.00001]}]}                  | {"a":0.00002}                | true
            # presence, of leaves only
            {"a":[{"exists":true}]}                            | {"a":null}                   | true
            {"a":[{"exists":true}]}                            | {"a":{"b":1}}                | false
            {"a":[{"exists":true}]}                            | {"a":[]}                     | false
            {"a":[{"exists":false}]}                           | {"a":{"b":1}}                | true
            {"a":[{"exists":false}]}                           | {"a":[]}                     | true
            {"a":[{"exists":false}]}                           | {"a":1}                      | false
            {"a":{"b":{"c":[{"exists":false}]}}}               | {"x":1}                      | true
            {"a":["x",{"exists":false}]}                       | {"b":1}                      | true
            # anything but
            {"a":[{"anything-but":"x"}]}                       | {"a":"y"}                    | true
            {"a":[{"anything-but":"x"}]}                       | {"a":1}                      | true
            {"a":[{"anything-but":"x"}]}                       | {"a":null}                   | true
            {"a":[{"anything-but":"x"}]}                       | {"b":1}                      | false
            {"a":[{"anything-but":"x"}]}                       | {"a":["x","y"]}              | true
            {"a":[{"anything-but":["x","y"]}]}                 | {"a":["x","y"]}              | false
            {"a":[{"anything-but":1}]}                         | {"a":1.0}                    | false
            {"a":[{"anything-but":1}]}                         | {"a":"1"}                    | true
            {"a":[{"anything-but":0}]}                         | {"a":0}                      | false
            {"a":[{"anything-but":{"prefix":"x"}}]}            | {"a":"xy"}                   | false
            {"a":[{"anything-but":{"prefix":["x","y"]}}]}      | {"a":"zy"}                   | true
            {"a":[{"anything-but":{"suffix":["x","y"]}}]}      | {"a":"zy"}                   | false
            {"a":[{"anything-but":{"wildcard":["x*","*y"]}}]}  | {"a":"zy"}                   | false
            {"a":[{"anything-but":{"wildcard":""}}]}           | {"a":"zy"}                   | true
            {"a":[{"anything-but":{"equals-ignore-case":["X"]}}]} | {"a":"x"}                 | false
            # addresses
            {"a":[{"cidr":"10.0.0.0/24"}]}                     | {"a":"10.0.0.255"}           | true
            {"a":[{"cidr":"10.0.0.0/24"}]}                     | {"a":"10.0.1.0"}             | false
            {"a":[{"cidr":"2001:db8::/32"}]}                   | {"a":"2001:db8::1"}          | true
            {"a":[{"cidr":"10.0.0.0/24"}]}                     | {"a":"no address"}           | false
            # lists: any element; fields of objects in a list from one element
            {"a":["x"]}                                        | {"a":["y","x"]}              | true
            {"a":["x"]}                                        | {"a":[["x"]]}                | true
            {"l":{"a":[1],"b":[2]}}                            | {"l":[{"a":1,"b":2}]}        | true
            {"l":{"a":[1],"b":[2]}}                            | {"l":[{"a":1},{"b":2}]}      | false
            {"l":{"a":[1],"b":[{"exists":false}]}}             | {"l":[{"a":1},{"b":2}]}      | true
            {"l":{"b":[{"exists":false}]}}                     | {"l":[{"a":1},{"b":2}]}      | false
            # names with dots, names given twice
            {"a.b":[1]}                                        | {"a":{"b":1}}                | true
            {"a":{"b":[1]}}                                    | {"a.b":1}                    | true
            {"a":[1],"a":[2]}                                  | {"a":1}                      | false
            {"a":[1],"a":[2]}                                  | {"a":2}                      | true
            # choices
            {"$or":[{"a":[1]},{"b":[2]}]}                      | {"b":2}                      | true
            {"$or":[{"a":[1]},{"b":[2]}]}                      | {"a":2,"b":1}                | false
            {"c":[1],"$or":[{"a":[1]},{"b":[2]}]}              | {"b":2}                      | false
            {"d":{"$or":[{"a":[1],"$or":[{"x":[1]},{"y":[1]}]},{"b":[2]}]}} | {"d":{"a":1,"y":1}} | true
            {"$or":{"a":[1]}}                                  | {"$or":{"a":1}}              | true
            """)
    void matches_as_EventBridge_does(String pattern, String event, boolean matches) {
        assertThat(EventPattern.of(pattern).matches(event)).isEqualTo(matches);
        assertThat(Why.not(EventPattern.of(pattern), event).isEmpty()).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                          | Empty objects are not allowed
            {"a":{}}                                    | Empty objects are not allowed
            {"a":[]}                                    | Empty arrays are not allowed
            {"a":"x"}                                   | "a" must be an object or an array
            {"a":42}                                    | "a" must be an object or an array
            {"a":null}                                  | "a" must be an object or an array
            []                                          | Filter is not an object
            "x"                                         | Filter is not an object
            {"a":[["x"]]}                               | Match value must be String, number, true, false, or null
            {"a":[{}]}                                  | Match expression name not found
            {"a":[{"EXISTS":true}]}                     | Unrecognized match type EXISTS
            {"a":[{"NUMERIC":["=",5]}]}                 | Unrecognized match type NUMERIC
            {"a":[{"prefix":"x","suffix":"y"}]}         | Only one key allowed in match expression
            {"a":[{"prefix":1}]}                        | prefix match pattern must be a string
            {"a":[{"prefix":["x"]}]}                    | prefix match pattern must be a string
            {"a":[{"prefix":{"suffix":"x"}}]}           | Unsupported prefix pattern: suffix
            {"a":[{"suffix":1}]}                        | suffix match pattern must be a string
            {"a":[{"suffix":{"prefix":"x"}}]}           | Unsupported suffix pattern: prefix
            {"a":[{"equals-ignore-case":["x"]}]}        | equals-ignore-case match pattern must be a string
            {"a":[{"exists":"true"}]}                   | exists match pattern must be either true or false.
            {"a":[{"wildcard":1}]}                      | wildcard match pattern must be a string
            {"a":[{"wildcard":"a**b"}]}                 | Consecutive wildcard characters at pos 2
            {"a":[{"wildcard":"a\\\\b"}]}               | Invalid escape character at pos 2
            {"a":[{"wildcard":"*:*:*:*:*:event-bus/*"}]} | Rule is too complex
            {"a":[{"cidr":"10.0.0.0"}]}                 | Malformed CIDR, one '/' required
            {"a":[{"cidr":"10.0.0.0/x"}]}               | Malformed CIDR, mask bits must be an integer
            {"a":[{"cidr":"x.11.x/24"}]}                | Nonstandard IP address: x.11.x
            {"a":[{"cidr":["10.0.0.0/8"]}]}             | prefix match pattern must be a string
            {"a":[{"numeric":5}]}                       | Value of numeric must be an array.
            {"a":[{"numeric":[]}]}                      | Invalid member in numeric match: ]
            {"a":[{"numeric":[5]}]}                     | Invalid member in numeric match: 5
            {"a":[{"numeric":["="]}]}                   | Value of equals must be numeric
            {"a":[{"numeric":["=","5"]}]}               | Value of equals must be numeric
            {"a":[{"numeric":["!=",5]}]}                | Unrecognized numeric range operator: !=
            {"a":[{"numeric":[">",0,"<"]}]}             | Value of < must be numeric
            {"a":[{"numeric":[">",0,">",0]}]}           | Bad numeric range operator: >
            {"a":[{"numeric":["<",5,">",0]}]}           | Too many elements in numeric expression
            {"a":[{"numeric":[">",5,"<",1]}]}           | Bottom must be less than top
            {"a":[{"numeric":[">",5000000000.1]}]}      | Value must be between -5.0E9 and 5.0E9, inclusive
            {"a":[{"numeric":[">",0,"<",1e10]}]}        | Value must be between -5.0E9 and 5.0E9, inclusive
            {"a":[{"anything-but":-1e10}]}              | Value must be between -5.0E9 and 5.0E9, inclusive
            {"a":[{"anything-but":[1,1e10]}]}           | Value must be between -5.0E9 and 5.0E9, inclusive
            {"a":[{"anything-but":[]}]}                 | Empty arrays are not allowed
            {"a":[{"anything-but":{"prefix":[]}}]}      | Empty arrays are not allowed
            {"a":[{"anything-but":null}]}               | Value of anything-but must be an array or single string/number value.
            {"a":[{"anything-but":true}]}               | Value of anything-but must be an array or single string/number value.
            {"a":[{"anything-but":["x",1]}]}            | Inside anything but list, either all values are number or string
            {"a":[{"anything-but":[null]}]}             | `Inside anything but list, start|null|boolean is not supported.`
            {"a":[{"anything-but":{"numeric":["=",1]}}]} | Unsupported anything-but pattern: numeric
            {"a":[{"anything-but":{"prefix":""}}]}      | Null prefix/suffix not allowed
            {"a":[{"anything-but":{"suffix":1}}]}       | prefix/suffix match pattern must be a string
            {"a":[{"anything-but":{"equals-ignore-case":1}}]} | `Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.`
            {"a":[{"anything-but":{"wildcard":1}}]}     | wildcard match pattern must be a string
            {"$or":[]}                                  | There must have at least 2 Objects in $or relationship.
            {"$or":[{"a":[1]}]}                         | There must have at least 2 Objects in $or relationship.
            {"$or":[{"a":[1]},1]}                       | Only JSON object is allowed in array of $or relationship.
            {"$or":[{},{"a":[1]}]}                      | Empty objects are not allowed
            {"a":[1                                     | Unexpected end
            {'a':[1]}                                   | Unexpected character
            {"a":[1]} x                                 | Unrecognized token
            {"a":[1]}{"b":[1]}                          | Unexpected text after the pattern
            """)
    void refuses_as_EventBridge_does(String pattern, String reason) {
        assertThatThrownBy(() -> EventPattern.of(pattern))
                .isInstanceOf(InvalidEventPattern.class)
                .hasMessageStartingWith("Event pattern is not valid. Reason: " + reason);
    }

    @Nested
    class Limits {

        @Test
        void a_pattern_has_at_most_2048_characters() {
            String text = "{\"a\":[\"%s\"]}";
            EventPattern.of(text.formatted("x".repeat(2048 - 10)));
            assertThatThrownBy(() -> EventPattern.of(text.formatted("x".repeat(2048 - 9))))
                    .isInstanceOf(InvalidEventPattern.class)
                    .hasMessageContaining("2048");
        }

        @ParameterizedTest
        @ValueSource(strings = {"arn:aws:events:us-east-1:*:event-bus/*", "*/lib/*", "dir/*/x*/y*"})
        void usual_wildcards_are_not_too_complex(String wildcard) {
            EventPattern.of("{\"a\":[{\"wildcard\":\"%s\"}]}".formatted(wildcard));
        }

        @Test
        void an_event_is_an_object() {
            for (String event : new String[] {"[]", "1", "\"x\"", "", "{\"a\":"}) {
                assertThatThrownBy(() -> EventPattern.of("{\"a\":[1]}").matches(event))
                        .isInstanceOf(InvalidEvent.class);
            }
        }
    }

    @Nested
    class ManyRules {

        @Test
        void are_told_in_their_order() {
            Map<String, String> rules = new LinkedHashMap<>();
            for (String id : new String[] {"z", "m", "a", "k"}) {
                rules.put(id, "{\"a\":[\"%s\",\"all\"]}".formatted(id));
            }
            RuleSet set = RuleSet.of(rules);
            assertThat(set.matches("{\"a\":\"all\"}")).containsExactly("z", "m", "a", "k");
            assertThat(set.matches("{\"a\":\"k\"}")).containsExactly("k");
            assertThat(set.matches("{\"a\":\"none\"}")).isEmpty();
            assertThat(set.patterns().keySet()).containsExactly("z", "m", "a", "k");
        }

        @Test
        void answer_many_threads_at_once() {
            RuleSet set = RuleSet.of(IntStream.range(0, 50)
                    .boxed()
                    .collect(Collectors.toMap(
                            i -> "r" + i, i -> "{\"a\":[%d],\"b\":[{\"prefix\":\"x\"}]}".formatted(i))));
            assertThat(IntStream.range(0, 20_000)
                            .parallel()
                            .filter(i -> !set.matches("{\"b\":\"xy\",\"a\":%d}".formatted(i % 50))
                                    .equals(List.of("r" + i % 50))))
                    .isEmpty();
        }
    }
}
