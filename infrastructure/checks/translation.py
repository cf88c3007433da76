"""What SAM makes of the template for one stage, by the library that AWS itself runs."""

import json
import os
from pathlib import Path

import cfnlint
import frozen
import source

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")

from samtranslator.model.exceptions import InvalidDocumentException  # noqa: E402 (reads the region)
from samtranslator.translator.transform import transform  # noqa: E402

# Where `package` puts what a stack of its own is made of.
PACKAGED = "https://s3.eu-west-1.amazonaws.com/artifacts/{}"


class Refused(Exception):
    def __init__(self, reasons):
        super().__init__("\n".join(reasons))
        self.reasons = reasons


class ManagedPolicies:
    """The managed policies that SAM knows by name, from cfn-lint's own list instead of an account."""

    def load(self):
        return json.loads((Path(cfnlint.__file__).parent / "data/Serverless/ManagedPolicies.json").read_text())


def of(folder, parameters):
    try:
        stage = frozen.Frozen(source.template(folder), parameters)
        return transform(whole(stage, folder), {}, ManagedPolicies())
    except InvalidDocumentException as refused:
        raise Refused([cause.message for cause in refused.causes]) from refused
    except ValueError as wrong:
        raise Refused([str(wrong)]) from wrong


def with_stacks(made, folder):
    """The resources of the stage and of the stacks that it makes, as one: what they are given stands in its place."""
    all_of_them = dict(made["Resources"])
    for resource in made["Resources"].values():
        if resource["Type"] == "AWS::CloudFormation::Stack":
            file = folder / resource["Properties"]["TemplateURL"].rpartition("/")[2]
            inner = frozen.Frozen(source.read(file), resource["Properties"]["Parameters"]).made()["Resources"]
            clashing = all_of_them.keys() & inner.keys()
            if clashing:
                raise Refused([f"{file.name} has names of the template: {', '.join(sorted(clashing))}"])
            all_of_them |= inner
    return made | {"Resources": all_of_them}


def whole(stage, folder):
    """Nothing is left that is fetched while it is deployed. What a file brings in is frozen as well."""
    given = dict(stage.template)
    given["Resources"] = {id: inlined(resource, folder, stage.values) for id, resource in given["Resources"].items()}
    stage.template = given
    return stage.made()


def inlined(resource, folder, values):
    properties = dict(resource.get("Properties", {}))
    match resource["Type"]:
        case "AWS::Serverless::Api":
            properties["DefinitionBody"] = source.included(properties["DefinitionBody"], folder)
        case "AWS::Serverless::StateMachine":
            properties["Definition"] = json.loads(source.definition(resource, folder, values))
            del properties["DefinitionUri"]
        case "AWS::CloudFormation::Stack":
            properties["TemplateURL"] = PACKAGED.format(properties["TemplateURL"])
    return resource | {"Properties": properties}
