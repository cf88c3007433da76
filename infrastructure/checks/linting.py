"""cfn-lint, as a program of its own."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import source

# SAM names parameters whose value it has already put in.
UNUSED_PARAMETER = "W2001"
PROGRAM = "import sys; from cfnlint.runner import main; sys.exit(main())"


def templates(folder):
    return lint({file: file.name for file in (folder / "template.yaml", *source.beside(folder))})


def translation(stage, made):
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / f"{stage}.json"
        file.write_text(json.dumps(made, indent=1), encoding="utf-8")
        return lint({file: stage}, "--ignore-checks", UNUSED_PARAMETER)


def lint(names, *options):
    """What it finds in the files, which are called as `names` says; its program takes longer to start than to look."""
    command = [sys.executable, "-c", PROGRAM, "--format", "json", *options, "--", *map(str, names)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.stderr.strip() or not ended.stdout.strip():
        raise RuntimeError(f"cfn-lint failed on {', '.join(names.values())}: {ended.stderr}")
    return [
        f"{names[Path(one['Filename'])]}:{one['Location']['Start']['LineNumber']}: {one['Message']}"
        f" [cfn-lint {one['Rule']['Id']}]"
        for one in json.loads(ended.stdout)
    ]
