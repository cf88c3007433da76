"""With which parameters the template is deployed: the stages of samconfig.toml, and the variants that no stage uses."""

import shlex
import tomllib

# A stage names its image when it is deployed; any digest does for a check.
IMAGE = {"ImageUri": f"000000000000.dkr.ecr.eu-west-1.amazonaws.com/encargo@sha256:{'0' * 64}"}


def all_of(folder):
    return {name: IMAGE | parameters for name, parameters in {**stages(folder), **variants(folder)}.items()}


def stages(folder):
    config = tomllib.loads((folder / "samconfig.toml").read_text(encoding="utf-8"))
    return {
        name: overrides(stage["deploy"]["parameters"]["parameter_overrides"])
        for name, stage in config.items()
        if isinstance(stage, dict)
    }


def variants(folder):
    return tomllib.loads((folder / "checks/variants.toml").read_text(encoding="utf-8"))


def overrides(text):
    """`Name=value Other="a value"`, as SAM's command line takes them."""
    return dict(pair.split("=", 1) for pair in shlex.split(text))
