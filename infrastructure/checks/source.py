"""The template as its files say it, with the files that it names put in their places."""

import re
from pathlib import Path

from samtranslator.yaml_helper import yaml_parse

PLACEHOLDER = re.compile(r"\$\{(\w+)}")


def read(file):
    return yaml_parse(Path(file).read_text(encoding="utf-8"))


def template(folder):
    return read(folder / "template.yaml")


def beside(folder):
    """The templates of the stacks that the application's stack makes."""
    return sorted(
        folder / resource["Properties"]["TemplateURL"]
        for resource in template(folder)["Resources"].values()
        if resource["Type"] == "AWS::CloudFormation::Stack"
    )


def included(body, folder):
    """An `AWS::Include` as the file that it names; anything else as it is."""
    match body:
        case {"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": location}}}:
            return read(folder / location)
        case _:
            return body


def definition(machine, folder, values):
    """The text of a workflow. What stands bare in it, a number, is filled in from the parameters' `values`; what
    stands in quotes may stay a placeholder, since that is a text too."""
    properties = machine["Properties"]
    text = (folder / properties["DefinitionUri"]).read_text(encoding="utf-8")
    numbers = {
        name: str(values[value["Ref"]])
        for name, value in properties.get("DefinitionSubstitutions", {}).items()
        if isinstance(value, dict) and value.get("Ref") in values
    }
    return PLACEHOLDER.sub(lambda found: numbers.get(found[1], found[0]), text)
