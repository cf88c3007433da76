"""The template's checks, one after the other. Prints one finding a line; says nothing else on its standard output."""

import argparse
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

STEPS = {
    "template": "cfn-lint on the SAM template and on those beside it",
    "translation": "samtranslator for the parameters of each stage, then cfn-lint on what it makes",
    "api": "openapi-spec-validator on the API's body",
    "workflows": "a foreign reader of Amazon States Language on each workflow",
}


def main():
    arguments = parsed()
    folder = arguments.folder.resolve()
    findings = []
    for step in arguments.steps or STEPS:
        findings += run(step, folder, arguments)
    print("".join(f"{finding}\n" for finding in findings), end="")
    return 1 if findings else 0


def parsed():
    parser = argparse.ArgumentParser(
        prog="check",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="steps, all of them where none is named:\n"
        + "\n".join(f"  {name:12} {what}" for name, what in STEPS.items()),
    )
    parser.add_argument("steps", nargs="*", metavar="STEP", help="which checks to run")
    parser.add_argument("--folder", type=Path, default=Path(__file__).parent.parent, help="the folder infrastructure/")
    parser.add_argument("--stage", help="the only stage that is translated")
    parser.add_argument("--out", type=Path, help="where each stage is written, with the stacks that it makes, as STAGE.json")
    parser.add_argument("--unlinted", action="store_true", help="translates alone, and has cfn-lint look at nothing")
    arguments = parser.parse_args()
    unknown = [step for step in arguments.steps if step not in STEPS]
    if unknown:
        parser.error(f"there is no step {unknown[0]}; there are {', '.join(STEPS)}")
    return arguments


def run(step, folder, arguments):
    """Each step loads its own tools alone: some take seconds."""
    match step:
        case "template":
            import linting

            return linting.templates(folder)
        case "translation":
            return translated(folder, arguments)
        case "api":
            import api

            return api.findings(folder)
        case "workflows":
            import workflows

            return workflows.findings(folder)


def translated(folder, arguments):
    import stages

    wanted = stages.all_of(folder)
    if arguments.stage:
        wanted = {arguments.stage: wanted[arguments.stage]}
    with ThreadPoolExecutor() as pool:
        ways = [pool.submit(of_stage, folder, stage, wanted[stage], arguments) for stage in wanted]
        return [finding for way in ways for finding in way.result()]


def of_stage(folder, stage, parameters, arguments):
    import translation

    try:
        made = translation.of(folder, parameters)
        all_of_it = translation.with_stacks(made, folder)
    except translation.Refused as refused:
        return [f"{stage}: {why} [samtranslator]" for why in refused.reasons]
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
        (arguments.out / f"{stage}.json").write_text(json.dumps(all_of_it, indent=1), encoding="utf-8")
    if arguments.unlinted:
        return []
    import linting

    return linting.translation(stage, made)


if __name__ == "__main__":
    sys.exit(main())
