"""Programs and requests read back what they are told at deploy time, whatever it is called and stands among."""

import json
import re
from pathlib import Path

import pytest

from generator import naming
from generator.emit import emit
from generator.targets import Request, targets
from generator.walk import parameters
from tests.answers import ALL, NEEDED
from tests.asking import asking, body, checked
from tests.readback import difference
from tests.readers import csharp, python

LANGUAGES = ("csharp", "go", "java", "python", "rest")
PROGRAMS = {"csharp": ".cs", "go": ".go", "java": ".java", "python": ".py"}
DEFERRED = "parameterized"


def artifact(request: Request, language: str, suffix: str) -> str:
    artifacts = emit(request, [targets()[language]])
    return next(artifact.text for artifact in artifacts if artifact.path.endswith(suffix))


@pytest.mark.parametrize("language", LANGUAGES)
def test_read_back_equals_the_answered_body(language: str, tmp_path: Path) -> None:
    """Whatever a value is called, and whatever it stands among: with the defaults, and with other answers."""
    pools = asking(tmp_path)
    answers = {name: text for pool in pools.values() for name, text in pool.answers.items()}
    requests = {name: pool.request for name, pool in pools.items()}
    assert difference(language, requests, tmp_path / "needed", answers) == {}
    assert difference(language, requests, tmp_path / "all", answers | ALL) == {}


@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_reads_all_variables_first_and_in_order(language: str, tmp_path: Path) -> None:
    request = asking(tmp_path)[DEFERRED].request
    text = artifact(request, language, PROGRAMS[language])
    names = [f'"{naming.environment(name)}"' for name in parameters(request.body)]
    places = [text.index(f"({name}") for name in names]
    assert places == sorted(places)
    credential = re.search(r"new \w*Credential|NewDefault|=Default", text)
    assert credential
    assert places[-1] < credential.start()
    assert all(text.count(name) == 1 for name in names)


@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_has_only_the_functions_that_it_calls(language: str, tmp_path: Path) -> None:
    for name, pool in asking(tmp_path).items():
        text = artifact(pool.request, language, PROGRAMS[language])
        for function in ("required", "optional", "integer", "number"):
            if found := re.search(rf"(?:func|def|String|string|int|double) ({function})\(", text, re.IGNORECASE):
                assert text.count(f"{found[1]}(") > 1, f"{name}: {function}"


# By what is not as it must be: what is said of it, in every language.
WRONG: dict[str, tuple[dict[str, str | None], str]] = {
    "missing": ({"OWNER": None}, "set OWNER: Who answers for the pool, as a tag."),
    "empty": ({"OWNER": ""}, "set OWNER: Who answers for the pool, as a tag."),
    "a part of a text": ({"ENVIRONMENT_NAME": None}, "set ENVIRONMENT_NAME: Part of environmentId."),
    "a secret that is missing": ({"DB_PASSWORD": None}, "set DB_PASSWORD: The password of the database."),
    "no integer": ({"PORT": "80x80"}, "set PORT to an integer: "),
    "an integer too large": ({"READY_SESSIONS": "2147483648"}, "set READY_SESSIONS to an integer: "),
    "a number that is missing": ({"READY_SESSIONS": None}, "set READY_SESSIONS to an integer: "),
    "no number": ({"CPU": "0,5"}, "set CPU to a number: "),
}


def told(changed: dict[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in (NEEDED | changed).items() if text is not None}


@pytest.mark.parametrize("case", WRONG)
def test_python_and_csharp_say_what_is_wrong(case: str, tmp_path: Path) -> None:
    request = asking(tmp_path)[DEFERRED].request
    changed, says = WRONG[case]
    program = csharp.run(artifact(request, "csharp", ".cs"), True, told(changed))
    assert not program.calls
    (error,) = program.errors
    assert error.startswith(says)
    if case == "an integer too large":
        return  # Python has no such integers
    with pytest.raises(SystemExit) as ended:
        python.run(artifact(request, "python", ".py"), told(changed))
    assert str(ended.value) == error


# What a compiler would not take, or an analyser: text of the C# program, what to make of it, the error.
REFUSED: dict[str, tuple[str | re.Pattern[str], str, str]] = {
    "a using left out": ("using System.Globalization;\n", "", "CS0246"),
    "a number written as the machine has it": (re.compile(r"FormattableString.Invariant\((.*?)\),"), r"\1,", "CA1305"),
    "an argument left out": ('Required("OWNER", ', "Required(", "CS7036"),
    "what may be null": (' ?? "westeurope"', "", "CS8600"),
    "what is never null": ('Required("OWNER", ', '"x" ?? Required("OWNER", ', "CS0019"),
    "a text for a number": ("TargetPort = port", "TargetPort = owner", "CS0029"),
    "a number for a text": ("Memory = memory", "Memory = port", "CS0029"),
    "a text for a resource ID": ("[new ResourceIdentifier(identityId)]", "[identityId]", "CS0029"),
    "a local twice": ("string owner = ", "string location = ", "CS0128"),
    "an unknown name": ("Memory = memory", "Memory = memories", "CS0103"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_compiler_takes_is_found(case: str, tmp_path: Path) -> None:
    good = artifact(asking(tmp_path)[DEFERRED].request, "csharp", ".cs")
    old, new, code = REFUSED[case]
    bad = good.replace(old, new, 1) if isinstance(old, str) else old.sub(new, good, count=1)
    assert bad != good
    with pytest.raises(AssertionError, match=code):
        csharp.run(bad, True, NEEDED)


def test_all_that_is_wrong_is_said_at_once_and_no_value(tmp_path: Path) -> None:
    request = asking(tmp_path)[DEFERRED].request
    wrong = {"PORT": "hidden", "CPU": "hidden", "REGISTRY_PASSWORD": "hidden"}
    program = csharp.run(artifact(request, "csharp", ".cs"), True, wrong)
    with pytest.raises(SystemExit) as ended:
        python.run(artifact(request, "python", ".py"), wrong)
    lines = str(ended.value).splitlines()
    assert program.errors == ["\n".join(lines)]
    names = ["OWNER", "PORT", "IDENTITY_ID", "ENVIRONMENT_NAME", "READY_SESSIONS", "DB_PASSWORD", "CPU"]
    assert [line.split()[1].rstrip(":") for line in lines] == names
    assert "hidden" not in str(ended.value)


def test_black_agrees_with_long_declarations(tmp_path: Path) -> None:
    """Around the width of a line, where it is broken otherwise with each character."""
    lines = [f"{{{{ parameter('d{size}', default='{'x' * size}') }}}}" for size in range(70, 125)]
    lines += [f"{{{{ parameter('s{size}', description='{'y' * size}') }}}}" for size in range(70, 125)]
    lines += [f"{{{{ secret('{'n' * size}') }}}}  # poolgen: ignore[SP607]" for size in range(20, 65)]
    lines += ["{{ parameter('wide', default='" + "日" * 50 + "') }}"]
    answers = {f"S{size}": "x" for size in range(70, 125)} | {"N" * size: "x" for size in range(20, 65)}
    request = checked(tmp_path / "long", body("\n".join(lines)))
    assert difference("python", {"long": request}, tmp_path, answers) == {}


def test_a_request_declares_only_what_every_client_reads_alike(tmp_path: Path) -> None:
    defaults = ["1.10", "a b", "", " a", "a ", 'a"', "a\\b", "{{x}}", "é", "a{b", "# a", "a\nb", "https://x/y?z"]
    lines = [f"{{{{ parameter('d{index}', default={json.dumps(text)}) }}}}" for index, text in enumerate(defaults)]
    text = artifact(checked(tmp_path / "given", body("\n".join(lines))), "rest", ".http")
    assert re.findall(r"^@(.*)$", text, re.MULTILINE) == ["d0 = 1.10", "d1 = a b"]
    assert re.search(r'^#   d5: .*; by default a\\"$', text, re.MULTILINE)
    assert re.search(r"^#   d7: .*; by default \\u007b\\u007bx\\u007d\\u007d$", text, re.MULTILINE)


def test_no_brace_stands_beside_a_variable_s(tmp_path: Path) -> None:
    request = asking(tmp_path)["texts"].request
    for suffix in ("body.json", "request.http"):
        text = artifact(request, "rest", suffix)
        assert not re.search(r"\{\{(?!(middle|IDLE|token)\}\}(?!\}))", text)
        assert "{{{" not in text


def test_a_method_in_java_counts_what_its_variables_take(tmp_path: Path) -> None:
    """Some 3,500 such arguments are all that a method can hold."""
    line = "{{ 'a' ~ parameter('p') ~ 'b' ~ parameter('q') }}"
    for count, refusals in ((3400, 0), (3600, 1)):
        template = body(line).replace(
            f"          - {line}\n", f"{{% for _ in range({count}) %}}\n          - {line}\n{{% endfor %}}\n"
        )
        request = checked(tmp_path / f"x{count}", template)
        assert len(list(targets()["java"].refuses(request))) == refusals
