"""A template with its parameters filled in and its conditions decided, as CloudFormation would see it for one stage."""

import re

VARIABLE = re.compile(r"\$\{([^!}][^}]*)}")
NOTHING = object()


class Frozen:
    def __init__(self, template, parameters):
        self.template = template
        self.values = values(template, parameters)
        self.conditions = template.get("Conditions", {})

    def made(self):
        template = {name: part for name, part in self.template.items() if name != "Conditions"}
        template["Parameters"] = {
            name: parameter | {"Default": given(self.values[name])}
            for name, parameter in template.get("Parameters", {}).items()
        }
        kept = {name: self._kept(template.get(name, {})) for name in ("Resources", "Outputs") if name in template}
        return template | self._value({"Globals": template.get("Globals", {})}) | kept

    def _kept(self, things):
        return {
            name: self._value({key: value for key, value in thing.items() if key != "Condition"})
            for name, thing in things.items()
            if "Condition" not in thing or self.holds(thing["Condition"])
        }

    def holds(self, name):
        return self._decide(self.conditions[name])

    def _decide(self, condition):
        match condition:
            case {"Condition": name}:
                return self.holds(name)
            case {"Fn::Equals": [left, right]}:
                return str(self._value(left)) == str(self._value(right))
            case {"Fn::Not": [one]}:
                return not self._decide(one)
            case {"Fn::And": parts}:
                return all(self._decide(part) for part in parts)
            case {"Fn::Or": parts}:
                return any(self._decide(part) for part in parts)
            case _:
                raise ValueError(f"no condition: {condition}")

    def _value(self, node):
        match node:
            case {"Ref": "AWS::NoValue"}:
                return NOTHING
            case {"Ref": name} if name in self.values:
                return self.values[name]
            case {"Fn::If": [condition, yes, no]}:
                return self._value(yes if self.holds(condition) else no)
            case {"Fn::Sub": str(text)}:
                return self._filled(text)
            case dict():
                made = {key: self._value(value) for key, value in node.items()}
                return {key: value for key, value in made.items() if value is not NOTHING}
            case list():
                return [value for value in map(self._value, node) if value is not NOTHING]
            case _:
                return node

    def _filled(self, text):
        known = VARIABLE.sub(self._text, text)
        return {"Fn::Sub": known} if VARIABLE.search(known) else known


    def _text(self, variable):
        value = self.values.get(variable[1], variable[0])
        return variable[0] if isinstance(value, dict) else str(value)


def values(template, parameters):
    """Each parameter's value: the one given, else its default."""
    declared = template.get("Parameters", {})
    unknown = parameters.keys() - declared.keys()
    if unknown:
        raise ValueError(f"the template has no parameter {', '.join(sorted(unknown))}")
    return {
        name: typed(parameter["Type"], parameters.get(name, parameter.get("Default", "")))
        for name, parameter in declared.items()
    }


def given(value):
    """As a parameter is written."""
    return ",".join(value) if isinstance(value, list) else value


def typed(kind, value):
    if isinstance(value, dict):
        return value
    match kind:
        case "Number":
            return int(value)
        case "CommaDelimitedList":
            return [part for part in str(value).split(",") if part]
        case _:
            return str(value)
