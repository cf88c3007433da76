"""Each workflow by the parser of moto's Step Functions, which has a grammar of Amazon States Language of its own."""

import json

import frozen
import source
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser, ASLParserException


def findings(folder):
    found = []
    for template in (source.template(folder), *map(source.read, source.beside(folder))):
        values = frozen.values(template, {})
        for id, resource in template["Resources"].items():
            if resource["Type"] == "AWS::Serverless::StateMachine":
                text = source.definition(resource, folder, values)
                found += [f"{id}: {why}" for why in (unreadable(text) or wrong_names(json.loads(text)))]
    return found


def unreadable(text):
    try:
        json.loads(text)
        AmazonStateLanguageParser.parse(text)
        return []
    except json.JSONDecodeError as broken:
        return [f"{broken} [json]"]
    except ASLParserException as broken:
        return [f"{why} [moto]" for why in broken.errors]


def wrong_names(machine):
    """Which state comes next is a matter of names; the grammar knows none."""
    states = machine["States"]
    named = {machine["StartAt"], *(target for state in states.values() for target in targets(state))}
    missing = [f"there is no state {name}" for name in sorted(named - states.keys())]
    return missing + [f"no state leads to {name}" for name in states if name not in named]


def targets(state):
    yield from (state[way] for way in ("Next", "Default") if way in state)
    yield from (way["Next"] for part in ("Catch", "Choices") for way in state.get(part, []))
