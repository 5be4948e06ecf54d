"""``guide-engine render``: the message alone on standard output, problems beside it, exit codes as documented."""

from __future__ import annotations

import json

import pytest

from guide_engine.by_name import render
from guide_engine.cli import main
from guide_engine.registry import templates

DELAY = next(template for template in templates() if template.name == "delay-notice")
FILLED = [f"--field={name}={value}" for name, value in DELAY.example.items()]


def test_a_complete_message_is_printed_alone(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["render", "delay-notice", *FILLED]) == 0
    out, err = capsysbinary.readouterr()
    assert out.decode() == DELAY.example_text + "\n"
    assert err == b""


def test_a_half_filled_message_is_not_printed_and_each_gap_is_named(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["render", "delay-notice", *FILLED[1:], "--field", "buyer_name= "]) == 1
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert err.decode() == "guide-engine: buyer_name: Buyer's name: please fill this in.\n"


def test_json_prints_the_whole_outcome(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    given = {**DELAY.example, "order_id": "112"}
    fields = [f"--field={name}={value}" for name, value in given.items()]
    assert main(["render", "delay-notice", *fields, "--format", "json", "--today", "2026-11-23"]) == 1
    shown = json.loads(capsysbinary.readouterr().out)
    assert shown == render("delay-notice", given).to_json()
    assert shown["malformed"] == [{"field": "order_id", "message": "Order number: write it as 112-1234567-1234567."}]
    assert (shown["complete"], shown["text"]) == (False, "")


def test_a_value_may_hold_an_equals_sign(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    fields = [field for field in FILLED if "cause" not in field]
    assert main(["render", "delay-notice", *fields, "--field", "cause=1+1=2"]) == 0
    assert b"because of 1+1=2" in capsysbinary.readouterr().out


def test_help_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["render", "--help"])
    assert ended.value.code == 0
    assert "Exit codes: 0 complete, 1 a field is missing or malformed, 2" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["no-such"], "There is no template called 'no-such'"),
        (["delay-notice", "--field", "cause"], "Write --field as name=value, not 'cause'."),
        (["delay-notice", "--field", "=x"], "Write --field as name=value"),
        (["delay-notice", "--field", "cause=a", "--field", "cause=b"], "--field cause is given twice."),
        (["delay-notice", "--field", "colour=red"], "delay-notice has no field called 'colour'. Its fields are:"),
        (["delay-notice", "--today", "soon"], "--today must be a real date"),
    ],
    ids=["template", "no sign", "no name", "twice", "field", "today"],
)
def test_an_option_that_cannot_be_used_ends_with_2(
    options: list[str], why: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["render", *options]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert why in err.decode()
