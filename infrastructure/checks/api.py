"""The API's body against the specification of OpenAPI, which cfn-lint does not look into."""

import source
from openapi_spec_validator import OpenAPIV30SpecValidator

# API Gateway imports 2.0 and 3.0, not 3.1.
IMPORTED = "3.0."


def findings(folder):
    file = "openapi.yaml"
    body = source.read(folder / file)
    if not str(body.get("openapi")).startswith(IMPORTED):
        return [f"{file}: API Gateway imports OpenAPI {IMPORTED}x, this is {body.get('openapi')}"]
    return [
        f"{file}: {'/'.join(map(str, error.absolute_path))}: {error.message} [openapi-spec-validator]"
        for error in OpenAPIV30SpecValidator(body).iter_errors()
    ]
