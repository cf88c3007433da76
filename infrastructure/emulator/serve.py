"""Serves moto 5.2.1 with workflows that run, and with what hinders tests cured.

Every other difference between moto and AWS stays as it is.
"""

import functools
import os
import sys
import threading
from urllib.parse import quote

import requests
from jsonpath_ng import ext
from moto.awslambda_simple.models import LambdaSimpleBackend
from moto.core.config import default_user_config
from moto.core.responses import EmptyResult
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.stepfunctions import models, responses
from moto.stepfunctions.exceptions import AWSError
from moto.stepfunctions.parser import models as parser_models
from moto.stepfunctions.parser.asl.eval.callback.callback import CallbackPoolManager
from moto.stepfunctions.parser.backend.execution import Execution
from werkzeug.serving import make_server


class TaskTimedOut(AWSError):
    TYPE = "TaskTimedOut"


def run_workflows():
    default_user_config["stepfunctions"]["execute_state_machine"] = True
    default_user_config["lambda"]["use_docker"] = False


def keep_backends_whole():
    """The first execution copies its state machine, and by that the whole backend with its locks."""
    for shared in (models.StepFunctionBackend, Execution):
        shared.__deepcopy__ = lambda self, memo: self


def start_one_at_a_time():
    """Two starts of one name at once both pass the check for the name."""
    backend = parser_models.StepFunctionsParserBackend
    start = backend.start_execution
    lock = threading.Lock()

    def start_execution(self, *arguments, **named):
        with lock:
            return start(self, *arguments, **named)

    backend.start_execution = start_execution


def answer_a_token_once():
    """A second answer is taken while the execution runs; AWS says TaskTimedOut."""
    notify = CallbackPoolManager.notify
    lock = threading.Lock()

    def notify_once(self, callback_id, outcome):
        with lock:
            endpoint = self.get(callback_id)
            if endpoint is not None and (endpoint.get_outcome() or endpoint._notify_event.is_set()):
                raise TaskTimedOut("the step that handed out this token waits no more")
            return notify(self, callback_id, outcome)

    CallbackPoolManager.notify = notify_once


def keep_the_cause_of_a_failure():
    def send_task_failure(self):
        self.stepfunction_backend.send_task_failure(
            self._get_param("taskToken"), error=self._get_param("error"), cause=self._get_param("cause")
        )
        return EmptyResult()

    responses.StepFunctionResponse.send_task_failure = send_task_failure


def build_a_path_once():
    """Each event builds the grammar of JSONPath eight times, which takes half a second."""
    ext.parse = functools.lru_cache(maxsize=None)(ext.parse)


def call_functions():
    """Functions are not run but called, at the address in ENCARGO_FUNCTIONS, as the workflows' tasks ask."""
    door = os.environ.get("ENCARGO_FUNCTIONS")

    def invoke(self, function_name, qualifier, body, headers, response_headers):
        answer = requests.post(f"{door}/{quote(function_name, safe='')}", data=body, timeout=120)
        error = answer.headers.get("X-Amz-Function-Error")
        if error:
            response_headers["X-Amz-Function-Error"] = error
        return answer.content

    if door:
        LambdaSimpleBackend.invoke = invoke


def rotate_by_any_function():
    """Secrets are rotated by functions alone that moto has made; ours it has not."""
    LambdaSimpleBackend.get_function = lambda self, function_name_or_arn, qualifier=None: function_name_or_arn


def end_with_standard_input():
    """Whoever started this ends it by ending, however that happens."""

    def wait():
        while sys.stdin.buffer.read(1024):
            pass
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def main():
    run_workflows()
    keep_backends_whole()
    start_one_at_a_time()
    answer_a_token_once()
    keep_the_cause_of_a_failure()
    build_a_path_once()
    call_functions()
    rotate_by_any_function()
    application = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, application, threaded=True)
    os.environ["MOTO_PORT"] = str(server.server_port)
    end_with_standard_input()
    print(server.server_port, flush=True)
    server.serve_forever()


main()
