package dev.encargo.local.workflow.definition;

import static dev.encargo.local.workflow.definition.RefusingDefinitionsTest.expand;
import static dev.encargo.local.workflow.definition.RefusingDefinitionsTest.paths;
import static dev.encargo.local.workflow.definition.RefusingDefinitionsTest.state;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingFlowsTest {
    private static final String SETS_V = "{'StartAt':'I','States':{'I':{'Type':'Pass','Assign':{'v':1},'End':true}}}";

    private static String assigning(String name, String work) {
        return "{'StartAt':'A','States':{'A':{'Type':'Pass','Assign':{'" + name + "':1},'Next':'S'},'S':{" + work
                + ",'End':true}}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'S':{'Type':'Pass','Next':'S'} | /States
            'S':{'Type':'Pass','Next':'B'},'B':{'Type':'Pass','Next':'S'} | /States
            'S':{'Type':'Pass','End':false,'Next':'S'} | /States
            'S':{'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'S'}]} | /States
            'S':{'Type':'Map','Next':'S','ItemProcessor':FLOW} | /States
            'S':{'Type':'Map','End':true,'ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass','Next':'I'}}}} | /States/S/ItemProcessor/States
            'S':{'Type':'Parallel','End':true,'Branches':[FLOW,{'StartAt':'B','States':{'B':{'Type':'Pass','Next':'B'}}}]} | /States/S/Branches/1/States
            """)
    void a_flow_without_a_terminal_state_is_refused(String states, String where) {
        assertThat(paths("{'StartAt':'S','States':{" + expand(states) + "}}")).containsExactly(where);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'S':{'Type':'Pass','Next':'F'},'F':{'Type':'Fail'}",
                "'S':{'Type':'Pass','Next':'B'},'B':{TASK,'Catch':[{'ErrorEquals':['E'],'Next':'S'}]}",
                "'S':{'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'S'}],'Default':'G'},'G':{'Type':'Succeed'}"
            })
    void a_flow_with_one_terminal_state_is_accepted_though_it_has_loops(String states) {
        assertThat(paths("{'StartAt':'S','States':{" + expand(states) + "}}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Type':'Parallel','Branches':[SETS_V] | Branches/0/States/I/Assign/v
            'Type':'Map','ItemProcessor':SETS_V | ItemProcessor/States/I/Assign/v
            'Type':'Parallel','Branches':[{'StartAt':'P','States':{'P':{'Type':'Parallel','Branches':[SETS_V],'End':true}}}] | Branches/0/States/P/Branches/0/States/I/Assign/v
            'Type':'Parallel','Branches':[{'StartAt':'I','States':{'I':{TASK,'Catch':[{'ErrorEquals':['E'],'Next':'J','Assign':{'v.$':'$.Error'}}]},'J':{'Type':'Succeed'}}}] | Branches/0/States/I/Catch/0/Assign/v.$
            'Type':'Parallel','Branches':[{'StartAt':'I','States':{'I':{'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'J','Assign':{'v':1}}]},'J':{'Type':'Succeed'}}}] | Branches/0/States/I/Choices/0/Assign/v
            """)
    void an_inner_flow_does_not_set_a_variable_of_a_flow_around_it(String work, String where) {
        String inner = expand(work.replace("SETS_V", SETS_V));
        assertThat(paths(assigning("v", inner))).containsExactly("/States/S/" + where);
        assertThat(paths(assigning("v.$", inner).replace("'v.$':1", "'v.$':'$.a'")))
                .containsExactly("/States/S/" + where);
        assertThat(paths(assigning("w", inner))).isEmpty();
    }

    @Test
    void branches_and_what_follows_them_may_name_their_variables_alike_only_beside_each_other() {
        String other = SETS_V.replace("'I'", "'K'");
        assertThat(paths(assigning("w", "'Type':'Parallel','Branches':[" + SETS_V + "," + other + "]")))
                .isEmpty();
        assertThat(state("'Type':'Parallel','End':true,'Assign':{'v':1},'Branches':[" + SETS_V + "]"))
                .containsExactly("/States/S/Branches/0/States/I/Assign/v");
    }
}
